import { inlineBelow } from '../text/inline.ts';
import type { Author } from './authors.ts';
import type { Text } from '../text/rendered.ts';
import type { Category } from './categories.ts';
import type { Entry } from '../content/collections.ts';
import { isPublished, startOf, type PartialDate } from './dates.ts';
import { licenses } from '../content/licenses.ts';
import { closesAt, threads, type RenderedReply, type Reply } from '../replies/replies.ts';
import type { Link, Site } from './site.ts';
import type { FindTag, Tag } from './tags.ts';
import type { Translations } from './translations.ts';
import type { PostData } from '../content/schema.ts';
import { readingMinutes } from '../text/text.ts';
import type { Urls } from './urls.ts';

/** The part of a post that lists show. */
export interface PostSummary {
	readonly path: string;
	readonly title: string;
	readonly subtitle?: string | undefined;
	readonly summary: string;
	readonly date: PartialDate;
	readonly language: string;
	readonly byline: readonly Link[];
	/** Why readers do not see the post yet. Only editors see this field. */
	readonly unpublished?: 'draft' | 'scheduled' | undefined;
}

export interface Post extends PostSummary {
	/** The language of its page: one of the site's. */
	readonly pageLanguage: string;
	readonly translations: Translations;
	/** `<year>/<slug>`, which is also the end of its address. */
	readonly id: string;
	readonly updated?: PartialDate | undefined;
	/** The id in feeds. It stays when the address changes. */
	readonly guid: string;
	readonly doi?: string | undefined;
	/** The canonical URL, if it is on another site. */
	readonly canonical?: string | undefined;
	readonly authors: readonly Author[];
	readonly categories: readonly Category[];
	readonly tags: readonly Tag[];
	readonly image?: PostData['image'];
	readonly license?: (typeof licenses)[keyof typeof licenses] | undefined;
	readonly firstPublished?: PostData['firstPublished'];
	readonly disclosure?: string | undefined;
	readonly acknowledgements?: string | undefined;
	readonly text: Text;
	readonly minutes: number;
	readonly newer?: Neighbour | undefined;
	readonly older?: Neighbour | undefined;
	/** Whether readers may reply. */
	readonly open: boolean;
	/** When replies close, in milliseconds since 1970 UTC; `undefined` if never. */
	readonly closes?: number | undefined;
	/** The published replies. */
	readonly threads: readonly Reply[];
	/** Whether there is a feed of its replies. It stays when the last reply goes. */
	readonly hasReplyFeed: boolean;
	/** Similar posts, the most similar first. */
	readonly related: readonly PostSummary[];
}

/** A link to the newer or older post. */
export interface Neighbour extends Link {
	readonly language: string;
}

/** Finds authors, categories, tags, translations and replies of posts. */
export interface Resolve {
	readonly author: (id: string) => Author;
	readonly category: (id: string) => Category;
	readonly tag: FindTag;
	/** The replies, by the id of their post. */
	readonly replies: ReadonlyMap<string, readonly RenderedReply[]>;
	/** Returns the id of a post in feeds. */
	readonly guid: (entry: Entry<PostData>) => string;
	readonly translations: (entry: Entry<PostData>) => Translations;
	/** Whether a feed of replies to the post was published. */
	readonly hadReplyFeed: (entry: Entry<PostData>) => boolean;
}

/**
 * Returns the post of an entry, as pages in the language of `site` show it. Throws if `resolve` does not
 * know its author or category.
 */
export function toPost(
	entry: Entry<PostData>,
	site: Site,
	urls: Urls,
	resolve: Resolve,
	now: Date,
): Omit<Post, 'related'> {
	const { id, data } = entry;
	const { author, aliases: _, draft, replies, withdrawn: __, translationOf: ___, ...fields } = data;
	const closes = closesAt(startOf(data.date), site);
	const own = resolve.replies.get(id) ?? [];
	const authors = [...new Set(author)].map(resolve.author);
	return {
		...fields,
		id,
		path: urls.post(id),
		guid: resolve.guid(entry),
		canonical: data.firstPublished?.canonical ? data.firstPublished.url : undefined,
		summary: data.summary ?? data.text.excerpt,
		image: data.image && imageBelow(data.image, urls.path('')),
		language: data.language ?? site.textLanguage,
		pageLanguage: site.language,
		translations: resolve.translations(entry),
		byline: authors.map(({ name, path }) => ({ label: name, path })),
		authors,
		categories: [...new Set(data.categories)].map(resolve.category),
		tags: [...new Set(data.tags.map(resolve.tag))],
		license: data.license && licenses[data.license],
		open:
			replies === 'open' &&
			site.replies.mode !== 'closed' &&
			(closes === undefined || closes > now.getTime()),
		closes,
		threads: threads(own, site.timeZone),
		hasReplyFeed: own.length > 0 || resolve.hadReplyFeed(entry),
		minutes: readingMinutes(data.text.words),
		unpublished: isPublished(data, now, site.timeZone) ? undefined : draft ? 'draft' : 'scheduled',
	};
}

/** The lead image, whose caption may link to pages below `base`. */
function imageBelow(image: NonNullable<PostData['image']>, base: string) {
	const { caption, credit } = image;
	return {
		...image,
		caption: caption && inlineBelow(caption, base),
		credit: credit && inlineBelow(credit, base),
	};
}

/** Returns the part of a post that lists show. */
export function summarize(post: PostSummary): PostSummary {
	const { path, title, subtitle, summary, date, language, byline, unpublished } = post;
	return { path, title, subtitle, summary, date, language, byline, unpublished };
}

/** Returns a link to a post, or `undefined` if there is no post. */
export function neighbour(post: PostSummary | undefined): Neighbour | undefined {
	return post && { label: post.title, path: post.path, language: post.language };
}
