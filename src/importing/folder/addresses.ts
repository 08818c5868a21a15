import { basename, dirname } from 'node:path/posix';

/** The generators of sites whose folders can be read. */
export const systems = ['jekyll', 'hugo', 'eleventy', 'astro'] as const;
export type System = (typeof systems)[number];

/** A text in a folder. */
export interface FolderText {
	/** Its path in the folder, with slashes. */
	readonly name: string;
	readonly fields: Readonly<Record<string, unknown>>;
}

/** Files that say which generator a folder is for. */
const signs: Readonly<Record<System, RegExp>> = {
	jekyll: /^(_config\.ya?ml|_posts\/)/,
	hugo: /^(hugo|config)\.(toml|ya?ml|json)$|^archetypes\//,
	eleventy: /^(\.eleventy|eleventy\.config)\.[cm]?js$/,
	astro: /^astro\.config\.[cm]?[jt]s$|^src\/content\//,
};

/** Returns the generator of a folder with these files; `undefined` if none is known by them. */
export function systemOf(names: readonly string[]): System | undefined {
	return systems.find((system) => names.some((name) => signs[system].test(name)));
}

/** Whether a file is a text of the site, and no layout, note on the code or list. */
export function isText(name: string, system: System): boolean {
	if (
		!/\.(md|markdown|mdx)$/i.test(name) ||
		/(^|\/)(node_modules|_site|dist|\.[^/]*)(\/|$)/.test(name)
	)
		return false;
	if (/(^|\/)(README|LICENSE|CHANGELOG|CONTRIBUTING)\.md$/i.test(name)) return false;
	if (system === 'hugo') return /(^|\/)content\//.test(name) && !/(^|\/)_index\.\w+$/.test(name);
	if (system === 'astro') return /(^|\/)src\/(content|pages)\//.test(name);
	if (system === 'jekyll')
		return /(^|\/)_(posts|drafts)\//.test(name) || !/(^|\/)_[^/]+\//.test(name);
	return !/(^|\/)_(includes|layouts|data)\//.test(name);
}

const dated = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/;

/** Returns the name of a text without date and ending, and the date in it. */
export function nameParts(name: string): {
	readonly slug: string;
	readonly date: string | undefined;
} {
	const file = basename(name).replace(/\.\w+$/, '');
	const own = /^index(\.[a-z]{2})?$/.test(file) ? basename(dirname(name)) : file;
	const [, year, month = '', day = '', rest] = dated.exec(own) ?? [];
	return year === undefined || rest === undefined
		? { slug: own, date: undefined }
		: { slug: rest, date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

/** The usual styles of permalinks: https://jekyllrb.com/docs/permalinks/ */
const styles: Readonly<Record<string, string>> = {
	date: '/:categories/:year/:month/:day/:title.html',
	pretty: '/:categories/:year/:month/:day/:title/',
	ordinal: '/:categories/:year/:y_day/:title.html',
	weekdate: '/:categories/:year/W:week/:short_day/:title.html',
	none: '/:categories/:title.html',
};

/**
 * Returns the path of a text on the old site. `permalink` is what the settings of the site say; `date` is
 * that of the text.
 */
export function oldPathOf(
	{ name, fields }: FolderText,
	system: System,
	permalink: string | undefined,
	date: string | undefined,
	categories: readonly string[],
): string {
	const { slug } = nameParts(name);
	const own = typeof fields['slug'] === 'string' ? fields['slug'] : slug;
	const given = fields['permalink'] ?? fields['url'];
	if (typeof given === 'string' && !/\{[{%]/.test(given) && !given.includes(':'))
		return `/${given.replace(/^\/+/, '')}`;
	if (system === 'jekyll' && /(^|\/)_(posts|drafts)\//.test(name)) {
		const [year = '', month = '', day = ''] = (date ?? '').slice(0, 10).split('-');
		const pattern = typeof given === 'string' ? given : (permalink ?? 'date');
		return filled(styles[pattern] ?? pattern, {
			categories: categories.join('/').toLowerCase(),
			year,
			month,
			day,
			i_month: String(Number(month)),
			i_day: String(Number(day)),
			short_year: year.slice(2),
			title: own,
			slug: own,
		});
	}
	const roots = {
		hugo: /^.*?content\//,
		astro: /^.*?src\/(content|pages)\//,
		jekyll: /^/,
		eleventy: /^(src|content)\//,
	};
	const folder = dirname(name.replace(roots[system], ''));
	const isIndex = /(^|\/)index(\.[a-z]{2})?\.\w+$/.test(name);
	const above = isIndex ? dirname(folder) : folder;
	const path = [above, isIndex && folder === '.' ? '' : own].filter(
		(part) => part !== '.' && part !== '',
	);
	return system === 'jekyll'
		? `/${path.join('/')}.html`
		: `/${path.join('/')}/`.replace(/\/+/g, '/');
}

function filled(pattern: string, values: Readonly<Record<string, string>>): string {
	return pattern.replace(/:(\w+)/g, (_, key: string) => values[key] ?? '').replace(/\/{2,}/g, '/');
}
