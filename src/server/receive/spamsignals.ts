import type { Submission } from '../../model/replies/replies.ts';

/** Links in an honest reply. */
const mostLinks = 3;

/** What speaks for spam. It decides where a reply waits, and never whether it is kept. */
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
