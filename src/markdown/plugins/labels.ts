import type { VFile } from 'vfile';
import { labelsIn, type Labels } from '../../model/text/labels.ts';

/** Returns the labels for a text. */
export type LabelsFor = (file: VFile) => Labels;

/** Returns a function that gives the labels in a text's language; the default is `language`. */
export function labelsOf(language: string): LabelsFor {
	return (file) => labelsIn(languageOf(file, language));
}

/** Returns the language in the frontmatter of a text, or `language` if there is none. */
export function languageOf({ data }: VFile, language: string): string {
	return String(data.astro?.frontmatter?.['language'] ?? language);
}
