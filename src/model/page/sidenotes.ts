/** With more notes than this, the rules are too large and the notes stay below the text. */
const most = 60;

/**
 * Returns the CSS rules for sidenotes on wide screens, or `''` if there are too many notes. Each
 * note is level with its first reference and below the previous note. The rules use
 * https://www.w3.org/TR/css-anchor-position-1/; in other browsers and on small screens the notes
 * stay a list below the text.
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
