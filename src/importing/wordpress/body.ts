import { escapeHtml } from '../../model/text/html.ts';
import { parseBlocks, type Block } from './blocks.ts';
import { withParagraphs } from './paragraphs.ts';
import { replaceShortcodes, type Shortcode } from './shortcodes.ts';

/** What a text of WordPress needs to be read besides itself. */
export interface BodyContext {
	/** The names of the shortcodes around notes. */
	readonly noteCodes: readonly string[];
	/** Returns the text of a block that several posts share, by its id. */
	readonly sharedBlock: (id: string) => string | undefined;
}

/** Blocks that list what a site holds, or that only work there: nothing of them belongs to a text. */
const dynamic =
	/^core\/(archives|avatar|calendar|categories|comment.*|home-link|latest-.*|loginout|navigation.*|page-list.*|post-.*|query.*|read-more|rss|search|site-.*|social-link.*|tag-cloud|template-part|term-description|footnotes|more|nextpage|spacer)$/;

/**
 * Returns a text as WordPress would show it, as HTML. Elements that no HTML has stand for what needs more
 * than the text: `wp-gallery` for a gallery by the ids of its images, `wp-note` for a note in the text,
 * and `remark` for what is not understood.
 */
export function htmlOfBody(body: string, context: BodyContext): string {
	const html = body.includes('<!-- wp:')
		? parseBlocks(body)
				.map((block) => htmlOfBlock(block, context))
				.join('')
		: withParagraphs(body);
	const isKnown = (name: string, code: Shortcode) =>
		Object.hasOwn(codes, name) || context.noteCodes.includes(name) || seemsToBeOne(name, code);
	const print = (code: Shortcode): string => {
		const inside = () => replaceShortcodes(code.content ?? '', isKnown, print);
		if (context.noteCodes.includes(code.name)) return `<wp-note>${inside()}</wp-note>`;
		const known = Object.hasOwn(codes, code.name) ? codes[code.name] : undefined;
		return known ? known(code, inside) : remarkOf(code.source) + inside();
	};
	return replaceShortcodes(html, isKnown, print);
}

function htmlOfBlock(block: string | Block, context: BodyContext): string {
	if (typeof block === 'string') return block;
	const { name = '', attributes } = block;
	const inner = block.inner.map((one) => htmlOfBlock(one, context)).join('');
	if (name === 'core/freeform' || name === 'core/shortcode') return withParagraphs(inner);
	if (name === 'core/block') {
		const shared = context.sharedBlock(String(attributes?.['ref']));
		return shared === undefined
			? remarkOf(`wp:block ${JSON.stringify(attributes)}`)
			: htmlOfBody(shared, { ...context, sharedBlock: () => undefined });
	}
	if (dynamic.test(name)) return '';
	return inner.trim() === '' && block.inner.length === 0
		? remarkOf(`wp:${name} ${JSON.stringify(attributes ?? {})}`)
		: inner;
}

/** Whether a name that nobody registered is meant: it has attributes in quotes, or an end. */
function seemsToBeOne(name: string, { attributes, content, source }: Shortcode): boolean {
	if (!/^[a-z][\w-]*$/.test(name)) return false;
	return content !== undefined || (Object.keys(attributes).length > 0 && /=\s*["'“”]/.test(source));
}

type Print = (code: Shortcode, inside: () => string) => string;

const caption: Print = ({ attributes }, inside) => {
	const content = inside();
	// The first image, with the link around it; what follows is the caption.
	const [image = ''] =
		/^\s*(?:<a\s[^>]*>\s*<img\s[^>]*>\s*<\/a>|<img\s[^>]*>)/i.exec(content) ?? [];
	const line = attributes['caption'] ?? content.slice(image.length).trim();
	// Without a width WordPress shows no caption.
	const isShown = Number(attributes['width'] ?? 0) > 0 && line !== '' && image !== '';
	return isShown ? `<figure>${image}<figcaption>${line}</figcaption></figure>` : content;
};

const film: Print = ({ attributes, values, source }, inside) => {
	const { src, url, id } = attributes;
	const files = [
		'mp4',
		'm4v',
		'webm',
		'ogv',
		'flv',
		'mov',
		'wmv',
		'mp3',
		'm4a',
		'ogg',
		'wav',
		'flac',
	];
	const found = [
		src,
		url,
		...files.map((name) => attributes[name]),
		...values,
		id,
		inside().trim(),
	];
	if (!found.some(Boolean)) return remarkOf(source);
	return `\n<p>${escapeHtml(found.find(Boolean) ?? '')}</p>\n`;
};

const youtube: Print = (code, inside) =>
	film(code, inside).replace(/<p>([\w-]{11})<\/p>/, '<p>https://www.youtube.com/watch?v=$1</p>');

const vimeo: Print = (code, inside) =>
	film(code, inside).replace(/<p>(\d+)<\/p>/, '<p>https://vimeo.com/$1</p>');

const code: Print = ({ content = '' }) => `<pre>${content.replace(/<\/?p>|<br \/>/g, '')}</pre>`;

const gallery: Print = ({ attributes }) => {
	const { ids, include, exclude, id } = attributes;
	const values = { ids: ids ?? include, exclude, id };
	return `<wp-gallery data-values="${escapeHtml(JSON.stringify(values))}"></wp-gallery>`;
};

const codes: Readonly<Record<string, Print>> = {
	caption,
	wp_caption: caption,
	gallery,
	embed: film,
	audio: film,
	video: film,
	youtube,
	vimeo,
	code,
	sourcecode: code,
};

function remarkOf(source: string): string {
	return `<remark data-text="${escapeHtml(source)}" data-inline="true"></remark>`;
}
