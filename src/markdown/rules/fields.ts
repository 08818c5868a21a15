import { finding, type Finding } from '../../model/checks/problems.ts';
import { normalAlias } from '../../model/content/values.ts';
import type { Source } from '../parse/source.ts';

/**
 * Search engines usually cut summaries at 160 characters. Google gives no number:
 * https://developers.google.com/search/docs/appearance/snippet
 */
const usualSummary = 160;

/** Checks what the schema does not: the length of the summary and the slashes of aliases. */
export function fields(file: string, { data }: Source): Finding[] {
	const { summary, aliases } = (data ?? {}) as Record<string, unknown>;
	return [
		...(typeof summary === 'string' && summary.length > usualSummary
			? [finding('long-summary', file, ['summary'], summary.length)]
			: []),
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
