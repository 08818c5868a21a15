import type { PageData, PostData } from '../content/schema.ts';
import { setQuotesIn, setQuotesInMarkdown } from '../text/quotes.ts';
import type { Settings } from './site.ts';

type QuoteSettings = Pick<Settings, 'language' | 'quotes'>;

/** What sets the quotation marks of a text with these fields: plain lines, and lines of Markdown. */
function settersOf(
	{ language, quotes }: Pick<PostData, 'language' | 'quotes'>,
	site: QuoteSettings,
) {
	const by = (set: typeof setQuotesIn) => (text: string) => set(text, language ?? site.language);
	const asWritten = (text: string) => text;
	return (quotes ?? site.quotes) === 'as-written'
		? { line: asWritten, markdown: asWritten }
		: { line: by(setQuotesIn), markdown: by(setQuotesInMarkdown) };
}

/** Returns the fields of a post with their quotation marks set. Those of its text are set as it is read. */
export function setPost({ quotes, ...fields }: PostData, site: QuoteSettings): PostData {
	const { title, subtitle, summary, image, firstPublished, withdrawn } = fields;
	const { disclosure, acknowledgements, language } = fields;
	const { line, markdown } = settersOf({ language, quotes }, site);
	return {
		...fields,
		title: line(title),
		subtitle: subtitle && line(subtitle),
		summary: summary && line(summary),
		image: image && {
			...image,
			caption: image.caption && markdown(image.caption),
			credit: image.credit && markdown(image.credit),
		},
		firstPublished: firstPublished && { ...firstPublished, in: line(firstPublished.in) },
		disclosure: disclosure && line(disclosure),
		acknowledgements: acknowledgements && line(acknowledgements),
		withdrawn: withdrawn && { ...withdrawn, reason: line(withdrawn.reason) },
	};
}

/** Returns the fields of a page with their quotation marks set. */
export function setPage({ quotes, ...fields }: PageData, site: QuoteSettings): PageData {
	const { title, summary, language } = fields;
	const { line } = settersOf({ language, quotes }, site);
	return { ...fields, title: line(title), summary: summary && line(summary) };
}
