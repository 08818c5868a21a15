import { toString } from 'mdast-util-to-string';
import type { Schema } from '../../model/content/fields.ts';
import { captionOf } from '../markup/captions.ts';
import { parseHtml } from '../markup/mdx.ts';
import type { Resolve } from '../markup/rewrite.ts';
import type { ExportedText } from '../records.ts';
import type { Placed } from './placing.ts';
import type { Balance } from './balance.ts';
import type { Decisions } from './decisions.ts';

/** The longest summary that a post can have, in characters. */
const longestSummary = 300;

/** Returns the fields of a text, and remarks for the editor about what they cannot have. */
export function fieldsOf(
	{ text, date, authors, categories, tags, aliases }: Placed,
	language: string | undefined,
	resolve: Resolve,
	balance: Balance,
	guids: Set<string>,
	{ guests }: Decisions,
) {
	const remarks: string[] = [];
	const line = plainText(text.excerpt);
	if (line.length > longestSummary) remarks.push(`The summary was too long: ${line}`);
	const summary = line !== '' && line.length <= longestSummary ? line : undefined;
	const own = text.language?.replace('_', '-');
	const lang = own === undefined ? language : (languageFor(own, undefined) ?? language);
	const shortened = (guests.shorten ? (guests.titles ?? []) : []).reduce(
		(title, one) => title.replace(new RegExp(`^\\s*(?:${one})\\s*[:–—-]\\s*`, 'iu'), ''),
		text.title,
	);
	const title = shortened || text.title || 'Untitled';
	if (text.kind === 'page')
		return { fields: given({ title, summary, language: lang, aliases: filled(aliases) }), remarks };
	const guid = text.guid.replaceAll('&#038;', '&').replaceAll('&amp;', '&');
	const isId = /^([a-z][a-z0-9+.-]*:\S+|[0-9a-f]{24})$/i.test(guid) && !guids.has(guid);
	if (isId) guids.add(guid);
	const canonical =
		text.canonical !== undefined && URL.canParse(text.canonical)
			? new URL(text.canonical)
			: undefined;
	const isElsewhere =
		canonical && text.link && URL.canParse(text.link) && canonical.host !== new URL(text.link).host;
	return {
		fields: given({
			title,
			subtitle: text.subtitle,
			summary,
			date,
			author: authors.length === 1 ? authors[0]!.id : authors.map(({ id }) => id),
			categories: filled(categories),
			tags: filled(tags),
			language: lang,
			image: leadImage(text, resolve, balance),
			firstPublished: isElsewhere
				? { in: canonical.hostname.replace(/^www\./, ''), url: canonical.href, canonical: true }
				: undefined,
			guid: isId ? guid : undefined,
			aliases: filled(aliases),
			draft: text.visibility === 'public' ? undefined : true,
			replies: text.acceptsReplies ? undefined : 'closed',
		}),
		remarks,
	};
}

function leadImage(
	{ image, imageAlt, imageCaption, place }: ExportedText,
	resolve: Resolve,
	balance: Balance,
) {
	if (image === undefined) return undefined;
	balance.came('images');
	const found = /^\d{1,10}$/.test(image)
		? resolve.image('', image)
		: resolve.image(image, undefined);
	if (!found) {
		balance.explain('images', -1, 'the file is missing: give --media FOLDER or --download', place);
		return undefined;
	}
	balance.went('images');
	const caption = captionOf(parseHtml(imageCaption ?? '').children as never);
	return given({ src: found.src, alt: imageAlt || found.alt, caption: caption || undefined });
}

/**
 * Adds the fields that only a site like ours has, if they are valid with the others. A date is theirs if it
 * is the same and less precise: WordPress knows no year without a day.
 */
export function withOwn(fields: object, own: ExportedText['fields'], schema: Schema): object {
	if (own === undefined) return fields;
	const { date, image = {} } = fields as { date?: string; image?: object };
	const written = own['date'] === undefined ? undefined : String(own['date']);
	const isSame = written !== undefined && date?.startsWith(`${written}-01-01`.slice(0, 10));
	const all = {
		...fields,
		...own,
		...(date !== undefined && { date: isSame ? own['date'] : date }),
		...('image' in fields
			? { image: { ...image, ...(own['image'] as object) } }
			: { image: undefined }),
	};
	const kept = given(all);
	return schema.safeParse(kept).success ? kept : fields;
}

/** The language of texts, if it is not that of the site. */
export function languageFor(
	written: string | undefined,
	site: string | undefined,
): string | undefined {
	try {
		const [tag] = Intl.getCanonicalLocales((written ?? '').replace('_', '-'));
		const [bare] = (tag ?? '').split('-');
		return bare === undefined || bare === '' || bare === site?.split('-')[0] ? undefined : bare;
	} catch {
		return undefined;
	}
}

function plainText(html: string): string {
	return toString(parseHtml(html))
		.replace(/[ \t\r\n]+/g, ' ')
		.trim();
}

/** The fields that have a value. */
export function given<Fields extends object>(fields: Fields): Partial<Fields> {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined),
	) as Partial<Fields>;
}

/** A list, unless it is empty. */
export function filled<One>(list: readonly One[]): readonly One[] | undefined {
	return list.length > 0 ? list : undefined;
}
