import { startOf, yearOf } from '../publication/dates.ts';
import { finding, type Finding } from './problems.ts';
import type { Content } from './content.ts';

/** Checks that the folder of a post is its year, and that `updated` is not before `date`. */
export function dates({ posts }: Content): Finding[] {
	return posts.flatMap(({ id, file, data: { date, updated } }) => {
		if (!date) return [];
		const [folder = ''] = id.split('/');
		const year = yearOf(date);
		const misplaced = /^\d{4}$/.test(folder) && folder !== year;
		return [
			...(misplaced ? [finding('wrong-year', file, ['date'], folder, year)] : []),
			...(updated && isBefore(updated, date)
				? [finding('updated-before-date', file, ['updated'])]
				: []),
		];
	});
}

type PartialDate = Parameters<typeof startOf>[0];

/** Compares with the lower precision: a post of 2019 may have `updated: 2019` or `2019-05`. */
function isBefore(a: PartialDate, b: PartialDate): boolean {
	if (a.precision === 'instant' && b.precision === 'instant') return startOf(a) < startOf(b);
	const comparable = Math.min(a.text.length, b.text.length, 'yyyy-mm-dd'.length);
	return a.text.slice(0, comparable) < b.text.slice(0, comparable);
}
