import type { Entry } from '../content/collections.ts';
import type { AuthorData } from '../content/schema.ts';
import type { Urls } from './urls.ts';

/** An author with the path of the author's page. */
export interface Author extends AuthorData {
	readonly id: string;
	readonly path: string;
	readonly sortName: string;
}

export function toAuthor({ id, data }: Entry<AuthorData>, urls: Urls): Author {
	const { name, given, family, literal } = data;
	const sortName = data.sortName ?? (family && given ? `${family}, ${given}` : (literal ?? name));
	return { ...data, id, path: urls.author(id), sortName };
}
