import type { Publication } from '../publication/publication.ts';
import { flat } from './replies.ts';

/** The posts that take replies, by id: what the receiver needs to know of them. */
export type Manifest = Readonly<Record<string, OpenPost>>;

interface OpenPost {
	readonly path: string;
	readonly title: string;
	/** Of published replies, which can be answered. */
	readonly replies: readonly { readonly id: string; readonly name: string }[];
	readonly closes?: number;
}

/** The manifest of a publication. */
export function manifestOf({ posts }: Publication): Manifest {
	return Object.fromEntries(
		posts
			.filter(({ open }) => open)
			.map(({ id, path, title, threads, closes }) => [
				id,
				{
					path,
					title,
					replies: flat(threads).map(({ id, name }) => ({ id, name })),
					...(closes !== undefined && { closes }),
				},
			]),
	);
}
