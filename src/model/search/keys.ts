/*
 * The search engine has no rules for Mongolian words, and one index has the rules of one language only.
 * So the index has a key beside a word, which all forms of the word share: `засгийн~ԛзасгԛ`. The engine
 * divides words at ASCII punctuation, and puts the parts at one place in the text: words, phrases and
 * excerpts stay as they are. A letter that no text has stands at both ends of a key. So a key is found
 * as a whole, no word begins with one, and no rule of the engine for endings applies.
 *
 * A key is not a stem that a dictionary has: it only has to be the same for the forms of a word.
 */

/** Before each key. */
const mark = '~';

/** At both ends of a key: a letter of old Kurdish alphabets, sorted behind all other Cyrillic letters. */
const edge = 'ԛ';

/** What {@link withKeys} adds: keys, and words between keys. */
const added = new RegExp(
	'~k(?:(?:~w)*~k)*'.replaceAll('k', `${edge}w${edge}`).replaceAll('w', `[^${edge}~\\s<]+`),
	'g',
);

/** A run without spaces, which may have tags in it that do not end a word; or else a tag. */
const run =
	/((?:<\/?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)\b[^>]*>|[^\s<])+)|<[^>]*>/g;

/** Words of a run, with the numbers behind them, or else what has letters for the computer only. */
const piece = /<[^>]*>|&#?\w+;|[\p{L}\p{M}]+\p{N}*/gu;

const word = /[\p{L}\p{M}\u00AD'’]+/gu;
const cyrillic = /^[\p{sc=Cyrl}\p{M}]{2,}$/u;
const latin = /^[\p{sc=Latn}\p{M}]{3,}$/u;

/** Returns text or HTML of `language`, with its keys, for the index. */
export function withKeys(text: string, language: string): string {
	const german = isGerman(language);
	if (!german && !/\p{sc=Cyrl}{2}/u.test(text)) return text;
	return text.replace(run, (all, inRun?: string) => {
		if (inRun === undefined) return all;
		const last = [...all.matchAll(piece)].findLast(([part]) => !/^[<&]/.test(part));
		const end = last ? last.index + last[0].length : 0;
		const letters = all
			.slice(0, end)
			.replace(/<[^>]*>/g, '')
			.replace(/&#?\w+;/g, '&')
			.toLowerCase();
		const keys = [...new Set(letters.match(word)?.flatMap((each) => keyOf(each, german) ?? []))];
		if (keys.length === 0) return all;
		/*
		 * Of a word that it divides, the engine indexes all letters together, and the parts. Now the keys
		 * are among both; so the word becomes a part too, and the parts lose “ and such, as words do.
		 */
		const parts = letters.split(/[!-/:-@[-`{-~]+/).filter(Boolean);
		const bare = [...(parts.length > 1 ? [letters] : []), ...parts]
			.map((part) => part.replace(/[^\p{L}\p{M}\p{N}]/gu, ''))
			.filter((part) => part !== '' && !parts.includes(part));
		const between = bare.length > 0 ? [keys[0]!, ...bare, ...keys] : keys;
		return all.slice(0, end) + between.map((part) => mark + part).join('') + all.slice(end);
	});
}

/** Returns text or HTML as before {@link withKeys}. */
export function withoutKeys(text: string): string {
	return text.replace(added, '');
}

/**
 * Returns a query with keys instead of its words: of Cyrillic words, or else of Latin ones, if `german`.
 * Returns `undefined` if it has no such word, or asks for a phrase.
 */
export function keysOf(query: string, german: boolean): string | undefined {
	if (/["“”„«»]/.test(query)) return undefined;
	const isCyrillic = query.match(word)?.some((each) => cyrillic.test(each));
	const keys = query.replace(word, (each) => {
		const key = keyOf(each, german && !isCyrillic);
		return key ? ` ${key} ` : each;
	});
	return keys === query ? undefined : keys;
}

/** Whether a word is a key. */
export function isKey(word: string): boolean {
	return word.startsWith(edge);
}

function isGerman(language: string): boolean {
	return /^de\b/.test(language);
}

function keyOf(word: string, german: boolean): string | undefined {
	const letters = word.replace(/[^\p{L}\p{M}]/gu, '').normalize();
	if (cyrillic.test(letters)) {
		const key = mongolianKey(letters);
		return key ? edge + key + edge : undefined;
	}
	return german && latin.test(letters) ? edge + germanKey(letters) + edge : undefined;
}

/** What to take away from the end of a word, and how many letters must remain. */
type Endings = readonly (readonly [ending: RegExp, least: number])[];

/** Takes endings away, one after the other. */
function strip(
	word: string,
	endings: Endings,
	isEnough: (stem: string, least: number) => boolean,
): string {
	for (const [ending, least] of endings) {
		const stem = word.replace(ending, '');
		if (stem !== word && isEnough(stem, least)) return strip(stem, endings, isEnough);
	}
	return word;
}

const germanEndings: Endings = [
	[/(?:innen|in|ern?|end)$/, 4],
	[/(?:em|es|(?<!e)en?)$/, 3],
	[/(?<=ee|[bdfghklmnrt])s$|(?<=ee|[lr])n$|(?<=[bdglmnp])t$/, 3],
];

/**
 * Returns the key of a German word, in plain letters: without umlauts, and without endings while a stem
 * remains. The endings are those of nouns, adjectives and weak verbs; the letters that can stand before -s
 * are those of https://snowballstem.org/algorithms/german/stemmer.html.
 */
export function germanKey(word: string): string {
	const letters = plain(word.toLowerCase().replaceAll('ß', 'ss'));
	return strip(letters, germanEndings, (stem, least) => stem.length >= least);
}

function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/**
 * As `soften` writes them: short vowels, which may drop; cases, with the г that joins them to a long vowel;
 * “having” and “without”; plurals; “one’s own”; some of verbs.
 */
const mongolianEndings: Endings = [
	[/[аиу]+$/, 0],
	[/(?:(?<=[ъAUIYWн])г)?I(?:нх?|г)?$/, 3],
	[/(?:(?<=[ъAUIYWн])г)?A[ср]$|(?<=[ъAUIYW])гA$/, 3],
	[/(?<=[ъAUIYWн])г$/, 3],
	[/тY$|гW$|ч?Uд$|(?<=[ъAUIYWн])гUд$/, 3],
	[/A$|сан$|даг$|х$|ж$|д$/, 4],
	// Болд is a name, бол in every text.
	[/(?<=[гркпсв])т$|(?<!л)д$|н$/, 3],
];

const isVowel = /^[аэоуиеюя]/;

/**
 * Returns the key of a Mongolian word; `''` if it is too short to have forms. Endings are taken away one
 * after the other. Then short vowels behind the first drop, as they do before endings (засаг, засгийн).
 * The endings are those of https://en.wikipedia.org/wiki/Mongolian_language#Nouns.
 */
export function mongolianKey(word: string): string {
	const letters = plainVowels(word.toLowerCase().replace(/[ьъ]/g, ''));
	const [, head = '', rest = ''] =
		/^([^аэоуиыеюя]*[аэоуиыеюя](?:[аэоуыеюя]|и(?!й))*й?)(.*)$/.exec(letters) ?? [];
	const isEnough = (stem: string, least: number) =>
		head.length + squash(stem).replace(/[A-Z]/g, '$&$&').length >=
		(least === 3 && isVowel.test(head) ? 2 : least) + Number(head.endsWith('й'));
	// Behind a long vowel or diphthong, endings begin with г.
	const tail = soften(/[аэоуиыеюя]{2}$|й$/.test(head) ? `ъ${rest}` : rest);
	const stem = strip(tail, mongolianEndings, isEnough);
	const key = plain(head + squash(stem)).toLowerCase();
	return key.length < (isVowel.test(head) ? 2 : 3) ? '' : key;
}

/** One letter for those that are typed for each other. */
function plainVowels(letters: string): string {
	return letters.replace(/[өѳ]/g, 'о').replace(/[үѵ]/g, 'у').replace(/ё/g, 'е');
}

/** One letter for vowels that harmony exchanges; a Latin one for each long vowel and diphthong. */
function soften(letters: string): string {
	return letters
		.replace(/[эо]/g, 'а')
		.replace(/[аеия]а/g, 'A')
		.replace(/[иую]у/g, 'U')
		.replace(/ий|ы/g, 'I')
		.replace(/ай/g, 'Y')
		.replace(/уй/g, 'W');
}

function squash(stem: string): string {
	return stem.replace(/[аиуйъ]/g, '');
}
