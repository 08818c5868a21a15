import type { VFile } from 'vfile';
import { labelsIn, type Labels } from '../../model/text/labels.ts';

/** Gives the labels for a text. */
export type LabelsFor = (file: VFile) => Labels;

/** By the language a text's frontmatter names, or `language`. */
export function labelsOf(language: string): LabelsFor {
	return (file) => labelsIn(languageOf(file, language));
}

export function languageOf({ data }: VFile, language: string): string {
	return String(data.astro?.frontmatter?.['language'] ?? language);
}
