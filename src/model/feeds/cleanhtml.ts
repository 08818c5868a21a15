import { Parser } from 'htmlparser2';
import { escape } from './xml.ts';

/** Where a text is published. */
export interface Origin {
	/** The post's address in full. */
	readonly url: string;
	/** Begins the ids of its notes, which may stand in a feed beside those of other posts. */
	readonly prefix: string;
}

type Attributes = Readonly<Record<string, string>>;

/** What feed readers show; the tags of other elements are left out, and what is in them stays. */
const shown = new Set(
	`a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
	figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp
	section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
	audio video`.split(/\s+/),
);
/** What is left out with all that is in it. Feed readers take offence at most of these. */
const hidden = new Set(
	`applet button canvas dialog embed form frame frameset head iframe math noscript object script
	select style svg template textarea`.split(/\s+/),
);
const empty = new Set(['br', 'col', 'hr', 'img', 'source', 'wbr']);
const attributes = new Set(
	`alt cite colspan controls datetime dir height href lang open reversed rowspan scope src start title
	type width`.split(/\s+/),
);
const addresses = new Set(['cite', 'href', 'src']);

/**
 * The HTML of a text as feeds have it: nothing but text, links and media, addresses in full, ids only
 * where a note is or is referred to.
 */
export function feedContent(html: string, origin: Origin): string {
	let written = '';
	let hiding = 0;
	/** For each open element, how it is closed. */
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

/** What is written where an element begins, and where it ends. */
function tagsOf(name: string, given: Attributes, origin: Origin): readonly [string, string] {
	const classes = given['class']?.split(' ') ?? [];
	if (name === 'input') return given['type'] === 'checkbox' ? [box(given), ''] : ['', ''];
	// A heading that is a link to itself is one no longer.
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
	return Object.entries(given)
		.flatMap(([name, value]) => {
			if (name === 'id') return /^fn(ref)?-/.test(value) ? [['id', `${prefix}-${value}`]] : [];
			if (!attributes.has(name)) return [];
			return addresses.has(name) ? [[name, absolute(value, url)]] : [[name, value]];
		})
		.map(([name, value]) => ` ${name}="${escape(value!)}"`)
		.join('');
}

function absolute(address: string, url: string): string {
	return URL.canParse(address, url) ? new URL(address, url).href : address;
}
