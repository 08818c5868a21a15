import type { Checked } from '../../publishing/content/check.ts';
import type { readOptions } from '../options.ts';

/** The options of `npm run new`. */
export const newOptions = {
	title: { type: 'string' },
	from: { type: 'string' },
	'translation-of': { type: 'string' },
	author: { type: 'string', multiple: true },
	category: { type: 'string', multiple: true },
	tag: { type: 'string', multiple: true },
	language: { type: 'string' },
	date: { type: 'string' },
	slug: { type: 'string' },
	images: { type: 'boolean' },
	name: { type: 'string' },
	given: { type: 'string' },
	family: { type: 'string' },
	id: { type: 'string' },
	label: { type: 'string' },
	parent: { type: 'string' },
	description: { type: 'string' },
} as const;

/** The values of the options. */
type Given = ReturnType<typeof readOptions<typeof newOptions>>['values'];

/** Asks for all values that are not in the options, and writes a new content file. */
export type Writing = (given: Given, checked: Checked) => Promise<Written>;

/** The written file, and lines that tell the editor the next steps. */
interface Written {
	/** What posts call it, or the end of its address. */
	readonly id: string;
	readonly file: string;
	readonly next: readonly string[];
}
