import type { Publication } from '../publication/publication.ts';
import { answerable, type Answerable } from './replies.ts';

/** The posts that accept replies, by id, with the data that the receiver needs. */
export type Manifest = Readonly<Record<string, OpenPost>>;

interface OpenPost {
	readonly path: string;
	/** The language of its page, and so of what the receiver answers, if not that of the site. */
	readonly language?: string;
	readonly title: string;
	/** Those who may sign an answer as the author of the post. */
	readonly authors: readonly { readonly id: string; readonly name: string }[];
	/** The published replies. Readers can answer them. */
	readonly replies: readonly Answerable[];
	readonly closes?: number;
}

/** Returns the manifest of a publication. */
export function manifestOf({ posts, site }: Publication): Manifest {
	return Object.fromEntries(
		posts
			.filter(({ open }) => open)
			.map(({ id, path, pageLanguage, title, authors, threads, closes }) => [
				id,
				{
					path,
					...(pageLanguage !== site.language && { language: pageLanguage }),
					title,
					authors: authors.map(({ id, name }) => ({ id, name })),
					replies: answerable(threads, pageLanguage),
					...(closes !== undefined && { closes }),
				},
			]),
	);
}
