import { error, meant, warning } from './entry.ts';

/** Problems with texts in several languages. */
export const ofTranslations = {
	'unknown-original': error((id: string, near: string | undefined) => ({
		message: `There is no "${id}" that this could be a translation of.`,
		fix: meant(near, 'Name the file of the original: its folder and name without .mdx.'),
	})),
	'translation-of-itself': error(() => ({
		message: 'A text cannot be a translation of itself.',
		fix: 'Name the original, or delete the line if this is the original.',
	})),
	'translation-chain': error((id: string, further: string) => ({
		message: `"${id}" is itself called a translation, of "${further}".`,
		fix: `All translations of a text name the same one: write "${further}" here.`,
	})),
	'translated-twice': error((language: string, other: string) => ({
		message: `This text and ${other} are the same in one language, "${language}".`,
		fix: 'Correct "language" in one of them, or delete "translationOf" here.',
	})),
	'older-translation': warning((other: string, updated: string) => ({
		message: `${other} was changed after this text, on ${updated}.`,
		fix: `Bring the translation up to date, and write "translatedFrom: ${updated}".`,
	})),
	'bad-site-language': error((tag: string, near: string | undefined) => ({
		message: `A language of the site is "${tag}", which is no language tag.`,
		fix: meant(near, 'Write a tag such as "en", "de" or "mn".'),
	})),
	'site-language-twice': error((tag: string) => ({
		message: `The language "${tag}" of the site stands twice.`,
		fix: 'Delete it from "languages", which names only further ones.',
	})),
	'unspoken-language': warning((language: string) => ({
		message: `The interface does not speak "${language}", a language of the site.`,
		fix: 'Its pages have the words of the site’s own language, or English ones; src/README.md says how to add a language.',
	})),
	untranslated: warning((name: string, languages: readonly string[], all: string) => ({
		message: `The ${name} is not written in every language of the site; missing: ${languages.join(', ')}.`,
		fix: `Write it as ${all}.`,
	})),
};
