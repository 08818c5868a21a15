import type { Submission } from '../../model/replies/replies.ts';

/** The maximum number of links in a normal reply. */
const mostLinks = 3;

/**
 * Returns the signs of spam in a reply; `words` are blocked words in lower case. They decide in
 * which box the reply is stored, not whether.
 */
export function signalsOf(
	{ nickname, body, name, url }: Submission,
	words: readonly string[],
): string[] {
	const all = `${name}\n${url ?? ''}\n${body}`.toLowerCase();
	const links = body.match(/https?:\/\//gi)?.length ?? 0;
	return [
		...(nickname ? ['the field that nobody sees was filled in'] : []),
		...(links > mostLinks ? [`${links} links`] : []),
		...words.filter((word) => all.includes(word)).map((word) => `the word "${word}"`),
	];
}
