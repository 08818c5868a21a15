import { hash } from 'node:crypto';
import type { ImageMetadata } from 'astro';
import { getEntry, render } from 'astro:content';
import { edition } from './edition.ts';
import type { Text } from './model/text/rendered.ts';
import type { Publication } from './model/publication/publication.ts';

/** The publication: assembled once per build, and after each change while editing. */
export function publication(): Publication {
	return edition().publication;
}

/**
 * The text of a post, a page or an author, and its headings. It is printed from its rendered pieces,
 * or by the component that Astro has compiled it to.
 */
export async function textOf(
	collection: 'posts' | 'pages' | 'authors',
	{ id, text: { body, headings, images } }: { readonly id: string; readonly text: Text },
) {
	if (body !== undefined) {
		const { pieces } = edition().bodyOf(body);
		return { text: { pieces, images }, headings };
	}
	const entry = await getEntry('texts', `${collection}/${id}`);
	if (!entry) throw new Error(`The text of "${collection}/${id}" is not compiled.`);
	const { Content } = await render(entry);
	return { text: Content, headings };
}

/** An image of the content as Astro knows it, given its path. */
export async function imageAt(path: string): Promise<ImageMetadata> {
	const entry = await getEntry('images', path);
	if (!entry) throw new Error(`The image "${path}" is not compiled.`);
	return entry.data.image;
}

/**
 * A page for `getStaticPaths`. It is printed anew if a digest of its props has changed. One with `texts`
 * that Astro compiles is always printed, for only Astro knows what they import.
 */
export function page<Props extends Readonly<Record<string, object>>>(
	params: Record<string, string | undefined>,
	props: Props,
	texts: readonly { readonly text: Text }[] = [],
) {
	const isCompiled = texts.some(({ text }) => text.body === undefined);
	const cacheKey = isCompiled ? undefined : Object.values(props).map(digestOf).join(' ');
	return { params, props, ...(cacheKey !== undefined && { cacheKey }) };
}

const digests = new WeakMap<object, string>();

/** A digest of an object, made once, however many pages are given it. */
function digestOf(value: object): string {
	let digest = digests.get(value);
	if (digest === undefined) {
		digest = hash('sha256', JSON.stringify(value));
		digests.set(value, digest);
	}
	return digest;
}
