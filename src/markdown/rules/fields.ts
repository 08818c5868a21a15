import { finding, type Finding } from '../../model/checks/problems.ts';
import type { Source } from '../parse/source.ts';

/** Where search engines cut: https://developers.google.com/search/docs/appearance/snippet names no number; 160 is usual. */
const usualSummary = 160;

/** What is wrong with fields whose values their schema takes as they are. */
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
	const right = `/${alias.replace(/^\/|\/+$/g, '')}/`;
	if (alias === right || right.includes('//')) return [];
	return [
		{
			...finding('alias-slashes', file, ['aliases', index], alias, right),
			repair: { text: right },
		},
	];
}
