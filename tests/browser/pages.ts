import type { SiteName } from '../site/sites.ts';

export const essay = '/2019/us-interactions-not-a-win-for-mongolia/';

/** One page of every kind, and the posts that show what a post may contain. */
export const everyKind = [
	'/',
	'/page/2/',
	'/archive/',
	'/2018/',
	'/categories/',
	'/category/economy/',
	'/tags/',
	'/tag/ferries/',
	'/authors/',
	'/author/nuudeliin-salkhitugs/',
	'/about/',
	'/search/',
	'/nowhere/',
	'/2016/footnotes-who-owns-the-lake/',
	'/2017/lead-image-harbour-light/',
	'/2017/special-characters-title/',
	'/2017/table-wide-household-survey/',
	'/2018/mongolian-nuuriin-us/',
	'/2020/code-counting-words/',
	'/2020/long-word-title/',
	'/2021/headings-markup/',
	'/2021/markdown-features/',
	'/2021/six-authors-manifesto/',
	'/2022/figures-quarry-atlas/',
	'/2022/long-read-gazetteer/',
	'/2022/title-150-characters/',
	'/2023/components-aside-pull-quote/',
	'/2024/all-optional-fields/',
	'/2025/components-media-bell-tower/',
];

/** Where a page of a site is served while the tests run. */
export function at(site: SiteName | 'desk', path: string): string {
	return `${process.env[`SITE_${site}`]}${path}`;
}

/** Of the desk of the sites that tests serve. */
export const deskPassword = 'a password of tests';

/** Each width and each scheme once; all pairs of them are a long test. */
export const pairs = process.env['LONG']
	? ([
			{ width: 320, colorScheme: 'dark' },
			{ width: 1280, colorScheme: 'light' },
		] as const)
	: ([
			{ width: 320, colorScheme: 'light' },
			{ width: 1280, colorScheme: 'dark' },
		] as const);
