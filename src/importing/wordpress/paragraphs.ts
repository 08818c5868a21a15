const blockTags =
	'table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dt|dd|ul|ol|li|pre|form|map|area|blockquote|address|math|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary';

/** White space as PHP sees it: a no-break space is a character. */
const space = '[ \\t\\n\\r\\f\\v]';

/** The order of these steps is that of WordPress: what one makes, the next ones see. */
const beforeSplit: readonly (readonly [RegExp, string])[] = [
	[new RegExp(`<br${space}*/?>${space}*<br${space}*/?>`, 'g'), '\n\n'],
	[/\n{3,}/g, '\n\n'],
	[new RegExp(`(<(?:${blockTags})[\\s/>])`, 'g'), '\n\n$1'],
	[new RegExp(`(</(?:${blockTags})>)`, 'g'), '$1\n\n'],
	[/(<hr\s*?\/?>)/g, '$1\n\n'],
	[/(?<!\s)\s*(<\/?option)/g, '$1'],
	[/(<\/option>)\s*/g, '$1'],
	[/(<object[^<>]*>)\s*/g, '$1'],
	[/(?<!\s)\s*(<\/object>)/g, '$1'],
	[/(?<!\s)\s*(<\/?(?:param|embed)[^<>]*>)\s*/g, '$1'],
	[/([<[](?:audio|video)[^<>\]]*[>\]])\s*/g, '$1'],
	[/(?<!\s)\s*([<[]\/(?:audio|video)[>\]])/g, '$1'],
	[/(?<!\s)\s*(<(?:source|track)[^<>]*>)\s*/g, '$1'],
	[/(?<!\s)\s*(<\/?figcaption[^<>]*>)\s*/g, '$1'],
];

const afterSplit: readonly (readonly [RegExp, string])[] = [
	[new RegExp(`<p>${space}*</p>`, 'g'), ''],
	[/<p>([^<]+)<\/(div|address|form)>/g, '<p>$1</p></$2>'],
	[new RegExp(`<p>\\s*(</?(?:${blockTags})[^<>]*>)\\s*</p>`, 'g'), '$1'],
	[/<p>(<li.+?)<\/p>/g, '$1'],
	[/<p><blockquote([^>]*)>/gi, '<blockquote$1><p>'],
	[/<\/blockquote><\/p>/g, '</p></blockquote>'],
	[new RegExp(`<p>\\s*(</?(?:${blockTags})[^<>]*>)`, 'g'), '$1'],
	[new RegExp(`(</?(?:${blockTags})[^<>]*>)\\s*</p>`, 'g'), '$1'],
];

const afterBreaks: readonly (readonly [RegExp, string])[] = [
	[new RegExp(`(</?(?:${blockTags})[^<>]*>)\\s*<br />`, 'g'), '$1'],
	[/<br \/>(\s*<\/?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^<>]*>)/g, '$1'],
];

/** Stands for a newline in a tag, a comment or code. Exports have no such character. */
const kept = '\u{F0000}';

/**
 * Returns a text of the classic editor as HTML with paragraphs. Blank lines part them, and a newline is a
 * break, as in `wpautop` of WordPress, whose rules these are:
 * https://developer.wordpress.org/reference/functions/wpautop/. What it leaves broken, a parser of HTML
 * mends.
 */
export function withParagraphs(text: string): string {
	if (text.trim() === '') return '';
	const whole = `${text.replace(/\r\n?/g, '\n')}\n`;
	const aside = ['pre', 'script', 'style', 'svg'].reduce(
		(all, name) => keepBetween(all, new RegExp(`<${name}[\\s>]`, 'gi'), `</${name}>`),
		whole,
	);
	const parted = keepBetween(apply(aside, beforeSplit), /<!--/g, '-->')
		.replace(/<[^<>]*>/g, keep)
		.split(new RegExp(`\\n${space}*\\n`))
		.filter((part) => new RegExp(`[^ \\t\\n\\r\\f\\v]`).test(part))
		.map((part) => `<p>${part.replace(/^\n+|\n+$/g, '')}</p>\n`)
		.join('');
	const broken = apply(parted, afterSplit).replace(
		new RegExp(`(?<!<br />)(?<!${space})${space}*\\n(?!$)`, 'g'),
		'<br />\n',
	);
	return apply(broken.replaceAll('</p><br />\n', '</p>\n'), afterBreaks)
		.replaceAll(kept, '\n')
		.trim();
}

function keep(text: string): string {
	return text.replaceAll('\n', kept);
}

/** Sets aside the newlines between what `opening` matches and the next `closing`. */
function keepBetween(text: string, opening: RegExp, closing: string): string {
	const lower = text.toLowerCase();
	let kept = '';
	let at = 0;
	for (let start = opening.exec(text); start; start = opening.exec(text)) {
		const end = lower.indexOf(closing, start.index);
		if (end < 0) break;
		kept += text.slice(at, start.index) + keep(text.slice(start.index, end));
		at = opening.lastIndex = end;
	}
	return kept + text.slice(at);
}

function apply(text: string, steps: readonly (readonly [RegExp, string])[]): string {
	return steps.reduce((all, [pattern, by]) => all.replace(pattern, by), text);
}
