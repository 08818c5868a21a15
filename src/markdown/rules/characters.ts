import { finding, type Finding } from '../../model/checks/problems.ts';
import { invisibleIn, openDirectionsIn } from '../../model/text/invisible.ts';
import { positionOf } from '../parse/prose.ts';

/** Finds wrong and invisible characters in a file. `language` is the language of its text. */
export function characters(file: string, text: string, language: string): Finding[] {
	return [
		...zeroWidth(file, text),
		...openDirections(file, text),
		...lost(file, text),
		...mixedAlphabets(file, text),
		...wrongLetters(file, text, language),
	];
}

function zeroWidth(file: string, text: string): Finding[] {
	return invisibleIn(text).map(({ character, index }) => ({
		...finding('zero-width-character', file, positionOf(text, index), nameOf(character)),
		repair: { length: character.length, text: '' },
	}));
}

function openDirections(file: string, text: string): Finding[] {
	return openDirectionsIn(text).map(({ character, index }) =>
		finding('bidi-character', file, positionOf(text, index), nameOf(character)),
	);
}

function nameOf(character: string): string {
	return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function lost(file: string, text: string): Finding[] {
	return [...text.matchAll(/\uFFFD+/g)].map(({ index }) =>
		finding('lost-character', file, positionOf(text, index)),
	);
}

/** Words with both Latin and Cyrillic letters. */
const mixed =
	/(?<![\p{L}\p{M}])(?=\p{L}*[a-z])(?=\p{L}*\p{sc=Cyrl})[\p{sc=Latn}\p{sc=Cyrl}\p{M}]+/giu;

/** Look-alike letters: https://www.unicode.org/Public/security/latest/confusables.txt */
const alike = {
	Latin: /^[aceopxyijsABCEHIKMOPTXY]+$/,
	Cyrillic: /^[асеорхуіјѕАВСЕНІКМОРТХУ]+$/,
};

/** A Latin abbreviation with a Cyrillic case ending, such as "ITийн". */
const declined = /^[A-Z]{2,}[\p{Ll}&&\p{sc=Cyrl}]+$/v;

/** Finds words of both alphabets in which one alphabet has only look-alike letters. */
function mixedAlphabets(file: string, text: string): Finding[] {
	return [...text.matchAll(mixed)].flatMap(({ 0: word, index }) => {
		const letters = {
			Latin: word.replace(/[^a-z]/gi, ''),
			Cyrillic: word.replace(/\P{sc=Cyrl}/gu, ''),
		};
		const [intruder] = (['Latin', 'Cyrillic'] as const)
			.filter((alphabet) => alike[alphabet].test(letters[alphabet]))
			.sort((a, b) => letters[a].length - letters[b].length);
		if (!intruder || declined.test(word)) return [];
		const shown = `${intruder} ${[...new Set(letters[intruder])].map((letter) => `“${letter}”`).join(', ')}`;
		return [finding('mixed-alphabets', file, positionOf(text, index), word, shown)];
	});
}

/**
 * Letters typed instead of the Mongolian ө and ү: fita, the Latin barred o, gamma. In Mongolian
 * texts also the Ukrainian є and ї, which old keyboards have in the place of ө and ү.
 */
const misused: readonly [RegExp, string, 'any' | 'mn'][] = [
	[/[ѳɵ]/, 'ө', 'any'],
	[/[ѲƟ]/, 'Ө', 'any'],
	[/[γ]/, 'ү', 'any'],
	[/[є]/, 'ө', 'mn'],
	[/[Є]/, 'Ө', 'mn'],
	[/[ї]/, 'ү', 'mn'],
	[/[Ї]/, 'Ү', 'mn'],
];

/** Languages in which fita is a letter. */
const slavonic = /^(be|bg|cu|mk|orv|ru|rue|sr|uk)\b/;

function wrongLetters(file: string, text: string, language: string): Finding[] {
	if (slavonic.test(language) || !/[ѳɵѲƟγєЄїЇ]/.test(text)) return [];
	const mongolian = /^mn\b/.test(language);
	return [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ 0: word, index }) => {
		if (!/\p{sc=Cyrl}/u.test(word)) return [];
		const [wrong, right] =
			misused.find(([pattern, , where]) => pattern.test(word) && (mongolian || where === 'any')) ??
			[];
		if (!wrong || !right) return [];
		const [letter] = wrong.exec(word)!;
		return [finding('wrong-letter', file, positionOf(text, index), word, letter, right)];
	});
}
