/** More notes than this stay a list below the text: their rules would weigh more than they help. */
const most = 60;

/**
 * The rules that put a text's footnotes beside it on wide screens, each level with its first reference
 * but never over the one before: https://www.w3.org/TR/css-anchor-position-1/. Where a browser cannot,
 * and on small screens, they stay the list that they are.
 */
export function sidenoteRules(count: number): string {
	if (count > most) return '';
	return Array.from({ length: count }, (_, index) => {
		const note = index + 1;
		const reference = `anchor(--r${note} top)`;
		const top =
			index === 0 ? reference : `max(${reference},calc(anchor(--n${index} bottom) + .75rem))`;
		return (
			`.with-contents [data-note="${note}"]{anchor-name:--r${note}}` +
			`.with-contents .footnotes>ol>li:nth-child(${note}){anchor-name:--n${note};top:${top}}`
		);
	}).join('');
}
