import type { Finding } from '../../model/checks/problems.ts';
import type { Prose } from '../parse/prose.ts';
import { footnotes } from './footnotes.ts';
import { headings } from './headings.ts';
import { jsx, type Components } from './jsx.ts';
import { pasted } from './pasted.ts';
import { definitions, images } from './links.ts';

/** Runs all rules that need only the text itself. */
export function checkProse(prose: Prose, components: Components): Finding[] {
	return [
		...footnotes(prose),
		...headings(prose),
		...images(prose),
		...definitions(prose),
		...pasted(prose),
		...jsx(prose, components),
	];
}
