import { Parser } from 'htmlparser2';
import { escape } from './xml.ts';

/** The post of a text. */
export interface Origin {
	/** The full URL of the post. */
	readonly url: string;
	/** Stands in the ids of notes, so that they differ from those of other posts. */
	readonly prefix: string;
}

type Attributes = Readonly<Record<string, string>>;

/** Elements that feed readers show. Other tags are removed, and their content stays. */
const shown = new Set(
	`a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
	figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp
	section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
	audio video`.split(/\s+/),
);
/** Elements that are removed with their content. Feed readers reject most of them. */
const hidden = new Set(
	`applet button canvas dialog embed form frame frameset head iframe math noscript object script
	select style svg template textarea`.split(/\s+/),
);
const empty = new Set(['br', 'col', 'hr', 'img', 'source', 'wbr']);
const attributes = new Set(
	`alt cite colspan controls datetime dir height href lang open reversed rowspan scope src start title
	type width`.split(/\s+/),
);
/** The start of the ids of notes and of references to them. */
const note = /^fn(ref)?-/;
const addresses = new Set(['cite', 'href', 'src']);

/**
 * Returns the HTML of a text for feeds: only text, links and media, with full URLs. Only notes and
 * references to them have ids, and lead to each other within the entry: NetNewsWire shows the note that a
 * link such as `#fn…` names (main.js in https://github.com/Ranchero-Software/NetNewsWire).
 */
export function feedContent(html: string, origin: Origin): string {
	let written = '';
	let hiding = 0;
	/** The closing tags of the open elements. */
	const open: string[] = [];
	const parser = new Parser(
		{
			onopentag(name, given) {
				if (hidden.has(name)) hiding++;
				const [before, after] = hiding > 0 ? ['', ''] : tagsOf(name, given, origin);
				written += before;
				open.push(after);
			},
			ontext(text) {
				if (hiding === 0) written += escape(text);
			},
			onclosetag(name) {
				written += open.pop() ?? '';
				if (hidden.has(name)) hiding--;
			},
		},
		{ decodeEntities: true },
	);
	parser.end(html);
	return written.trim();
}

/** Returns the HTML for the start and the end of an element. */
function tagsOf(name: string, given: Attributes, origin: Origin): readonly [string, string] {
	const classes = given['class']?.split(' ') ?? [];
	if (name === 'input') return given['type'] === 'checkbox' ? [box(given), ''] : ['', ''];
	// The link from a heading to itself is removed.
	if (!shown.has(name) || (name === 'a' && classes.includes('anchor'))) return ['', ''];
	const tag = `<${name}${attributesOf(given, origin)}>`;
	if (empty.has(name)) return [tag, ''];
	return classes.includes('label') && name === 'p'
		? [`${tag}<strong>`, `</strong></${name}>`]
		: [tag, `</${name}>`];
}

function box(given: Attributes): string {
	return 'checked' in given ? '☑ ' : '☐ ';
}

function attributesOf(given: Attributes, { url, prefix }: Origin): string {
	const own = (id: string) => id.replace(note, `$&${prefix}-`);
	return Object.entries(given)
		.flatMap(([name, value]) => {
			if (name === 'id') return note.test(value) ? [['id', own(value)]] : [];
			if (!attributes.has(name)) return [];
			if (name === 'href' && note.test(value.slice(1)))
				return [['href', `#${own(value.slice(1))}`]];
			return addresses.has(name) ? [[name, absolute(value, url)]] : [[name, value]];
		})
		.map(([name, value]) => ` ${name}="${escape(value!)}"`)
		.join('');
}

function absolute(address: string, url: string): string {
	return URL.canParse(address, url) ? new URL(address, url).href : address;
}
