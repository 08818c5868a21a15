import type { VFile } from 'vfile';
import { isLanguageTag } from '../../model/content/values.ts';
import type { Messages } from '../../model/messages/en.ts';
import { isSpoken, messagesIn } from '../../model/messages/messages.ts';

/** The words that the site adds to a text. */
interface Labels {
	readonly words: Messages['text'];
	/** The language of the words, if it is not that of the text. */
	readonly lang?: string | undefined;
	/** The language of the text. */
	readonly language: string;
}

/** Returns the labels for a text. */
export type LabelsFor = (file: VFile) => Labels;

/**
 * Returns a function that gives the labels in a text's language. A text that names no language is in
 * `site`, which also is the language of the words if the interface does not speak that of the text.
 */
export function labelsOf(site: string): LabelsFor {
	return ({ data }) => {
		const language = languageIn(data.astro?.frontmatter, site);
		return isSpoken(language) || language === site
			? { words: messagesIn(language).text, language }
			: { words: messagesIn(site).text, language, lang: isSpoken(site) ? site : 'en' };
	};
}

/** Returns the language in the frontmatter of a text, or `site` if there is none or it is no tag. */
export function languageIn(frontmatter: Record<string, unknown> | undefined, site: string): string {
	const named = frontmatter?.['language'];
	return typeof named === 'string' && isLanguageTag(named) ? named : site;
}
