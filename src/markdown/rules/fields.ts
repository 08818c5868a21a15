import { finding, type Finding } from '../../model/checks/problems.ts';
import { normalAlias } from '../../model/content/values.ts';
import type { Source } from '../parse/source.ts';

/**
 * Search engines usually cut summaries at 160 characters. Google gives no number:
 * https://developers.google.com/search/docs/appearance/snippet
 */
const usualSummary = 160;

/** Fields that stand where there is no markup, such as in feeds, link previews and citations. */
const plainFields = ['title', 'subtitle', 'summary', 'disclosure', 'acknowledgements', 'name'];

/** Emphasis, code and links of Markdown. */
const markup =
	/(?<![\w*\\])(\*{1,3})(?=[^\s*])[^*\n]*[^\s*]\1(?![\w*])|(?<![\w\\])(_{1,3})(?=[^\s_])[^_\n]*[^\s_]\2(?!\w)|`[^`]+`|\]\([^)\s]+\)/;

/** Checks what the schema does not: the summary's length, markup, and the slashes of aliases. */
export function fields(file: string, { data }: Source): Finding[] {
	const given = (data ?? {}) as Record<string, unknown>;
	const { summary, aliases } = given;
	return [
		...(typeof summary === 'string' && summary.length > usualSummary
			? [finding('long-summary', file, ['summary'], summary.length)]
			: []),
		...plainFields
			.filter((name) => typeof given[name] === 'string' && markup.test(given[name]))
			.map((name) => finding('markup-in-field', file, [name], name)),
		...(Array.isArray(aliases) ? aliases : []).flatMap((alias: unknown, index) =>
			typeof alias === 'string' ? slashes(file, alias, index) : [],
		),
	];
}

function slashes(file: string, alias: string, index: number): Finding[] {
	const right = slashed(alias);
	if (alias === right || right.includes('//')) return [];
	return [
		{
			...finding('alias-slashes', file, ['aliases', index], alias, right),
			repair: { text: right },
		},
	];
}

/** The alias with the slashes of its normal form, otherwise as it is written. */
function slashed(alias: string): string {
	const start = alias.startsWith('/') ? '' : '/';
	return start + (normalAlias(alias).endsWith('/') ? alias.replace(/\/*$/, '/') : alias);
}
