import type { SiteName } from '../site/sites.ts';

export const essay = '/2019/us-interactions-not-a-win-for-mongolia/';

/** One page of every kind, and posts with every kind of content. */
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
	'/2015/mongol-bichig-naguur/',
	'/2016/footnotes-who-owns-the-lake/',
	'/2016/hebrew-gesher-haetz/',
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

/** Returns the address at which the test servers serve a page. */
export function at(site: SiteName | 'desk', path: string): string {
	return `${process.env[`SITE_${site}`]}${path}`;
}

/** The password of the desk in the tests. */
export const deskPassword = 'a password of tests';

/** Each width and each colour scheme once; `LONG` takes the other two pairs. */
export const pairs = process.env['LONG']
	? ([
			{ width: 320, colorScheme: 'dark' },
			{ width: 1280, colorScheme: 'light' },
		] as const)
	: ([
			{ width: 320, colorScheme: 'light' },
			{ width: 1280, colorScheme: 'dark' },
		] as const);
