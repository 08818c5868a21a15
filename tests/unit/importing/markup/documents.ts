/** Returns numbers from 0 up to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Words that mean something in Markdown, MDX or HTML, and some that do not. */
const words = [
	...['a', 'salt', 'import', 'export x', 'import x from "y"', '{b}', '{', '}', '&lt;i&gt;', '>'],
	...[
		'*',
		'**',
		'_',
		'~',
		'~~',
		'`',
		'``',
		'#',
		'1.',
		'1)',
		'-',
		'+',
		'|',
		'---',
		'===',
		':',
		'::',
	],
	...['[x]', '[^1]', '](', '!', '(', ')', '\\', '&amp;', '&amp;nbsp;', '&nbsp;', '&#8217;', '...'],
	...['https://a.example/b', 'www.a.example', 'ann@a.example', '@x', '$x$', '"q"', "'", 'x_y_z'],
	...['5*6', 'a|b', '\n', '\n\n', ' ', '  ', '\t', '    code', '&lt;!-- c --&gt;', 'end.'],
	...['нуур', '日本', '\u2028', '\u200D', '\u00AD', '😀'],
];

const inText =
	'em i strong b del s a code sup sub u mark abbr cite small q kbd span font br img place comment'.split(
		' ',
	);
const inFlow =
	'p p p h1 h2 h4 ul ol blockquote pre hr table div dl details loose figure center address'.split(
		' ',
	);
const links = ['https://a.example/', '/b/', '#c', 'https://a.example/?a={b}&amp;c=(d)', '/a b'];
const images = ['', 'alt', 'a &quot;q&quot; [x]', '{a}'];

/** Returns a function that makes documents of HTML, the same ones for the same seed. */
export function createDocuments(seed: number): () => string {
	const random = numbers(seed);
	const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)]!;
	const some = (most: number, make: () => string, between: readonly string[]) =>
		Array.from({ length: 1 + Math.floor(random() * most) }, make).join(pick(between));

	const text = () => some(4, () => pick(words), [' ', ' ', '', '\n']);
	const line = (depth: number): string => {
		if (depth === 0 || random() < 0.45) return text();
		const name = pick(inText);
		const inside = () => some(3, () => line(depth - 1), ['', ' ', '']);
		if (name === 'br') return '<br>';
		if (name === 'img') return `<img src="https://a.example/i.png" alt="${pick(images)}">`;
		if (name === 'place') return '<a id="n1"></a>';
		if (name === 'comment') return '<!-- hidden -->';
		const attributes = name === 'a' ? ` href="${pick(links)}"` : '';
		return `<${name}${attributes}>${inside()}</${name}>`;
	};
	const lines = (depth: number) => some(4, () => line(depth), [' ', '']);
	const block = (depth: number): string => {
		const name = pick(inFlow);
		const blocks = () =>
			depth === 0 ? `<p>${lines(1)}</p>` : some(2, () => block(depth - 1), ['', '\n']);
		const either = () => (random() < 0.6 ? lines(1) : blocks());
		if (name === 'loose') return lines(2);
		if (name === 'hr') return '<hr>';
		if (name === 'pre') return `<pre>${text()}</pre>`;
		if (name === 'dl') return `<dl><dt>${lines(1)}</dt><dd>${either()}</dd></dl>`;
		if (name === 'details') return `<details><summary>${lines(1)}</summary>${blocks()}</details>`;
		if (name === 'table') {
			const head = pick(['th', 'td']);
			const cell = (kind: string) =>
				`<${kind}${random() < 0.1 ? ' colspan="2"' : ''}>${random() < 0.85 ? lines(1) : blocks()}</${kind}>`;
			const caption = random() < 0.1 ? `<caption>${lines(1)}</caption>` : '';
			const row = (kind: string) => `<tr>${cell(kind)}${cell(kind)}</tr>`;
			return `<table>${caption}${row(head)}${row('td')}</table>`;
		}
		if (/^(p|h\d|address)$/.test(name)) return `<${name}>${lines(2)}</${name}>`;
		if (/^[uo]l$/.test(name))
			return `<${name}>${some(3, () => `<li>${either()}</li>`, [''])}</${name}>`;
		return `<${name}>${blocks()}</${name}>`;
	};
	return () => some(3, () => block(2), ['', '\n', '\n\n']);
}
