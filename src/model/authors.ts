import type { ImageMetadata } from 'astro';
import type { Entry } from './collections.ts';
import type { AuthorData } from './schema.ts';
import type { Urls } from './urls.ts';

export interface Author extends AuthorData<ImageMetadata> {
	readonly id: string;
	readonly path: string;
	readonly sortName: string;
}

export function toAuthor({ id, data }: Entry<AuthorData<ImageMetadata>>, urls: Urls): Author {
	const { name, given, family, literal } = data;
	const sortName = data.sortName ?? (family && given ? `${family}, ${given}` : (literal ?? name));
	return { ...data, id, path: urls.author(id), sortName };
}
