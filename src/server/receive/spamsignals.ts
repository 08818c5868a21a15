import { count } from '../../model/messages/fill.ts';
import { messagesIn } from '../../model/messages/messages.ts';
import type { Submission } from '../../model/replies/replies.ts';

/** The maximum number of links in a normal reply. */
const mostLinks = 3;

/**
 * Returns the signs of spam in a reply, such as `links 5`; `words` are blocked words in lower case.
 * They decide in which box the reply is stored, not whether.
 */
export function signalsOf(
	{ nickname, body, name, url }: Submission,
	words: readonly string[],
): string[] {
	const all = `${name}\n${url ?? ''}\n${body}`.toLowerCase();
	const links = body.match(/https?:\/\//gi)?.length ?? 0;
	return [
		...(nickname ? ['honeypot'] : []),
		...(links > mostLinks ? [`links ${links}`] : []),
		...words.filter((word) => hasWord(all, word)).map((word) => `word ${word}`),
	];
}

/** Returns a sign of spam in words. Those of other programs, such as Akismet, are their names. */
export function signalIn(language: string, signal: string): string {
	const words = messagesIn(language).desk;
	const [kind = '', value = ''] = signal.split(/ (.*)/s);
	if (kind === 'links') return count(words.links, Number(value), language);
	if (kind === 'word') return words.word(value);
	return kind === 'honeypot' || kind === 'flood' ? words[kind] : signal;
}

/** Whether a text has a word. Only in scripts without spaces may it stand inside another. */
function hasWord(text: string, word: string): boolean {
	if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Thai}]/u.test(word))
		return text.includes(word);
	const letter = '[\\p{L}\\p{M}\\p{N}]';
	const start = /^[\p{L}\p{N}]/u.test(word) ? `(?<!${letter})` : '';
	const end = /[\p{L}\p{M}\p{N}]$/u.test(word) ? `(?!${letter})` : '';
	return new RegExp(start + RegExp.escape(word) + end, 'u').test(text);
}
