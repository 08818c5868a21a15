import type { CheckContext } from '../../src/model/checks/check.ts';
import type { Collections, Entry } from '../../src/model/content/collections.ts';
import { parseDate } from '../../src/model/publication/dates.ts';
import type { Settings, Site } from '../../src/model/publication/site.ts';
import type { AuthorData, CategoryData, PostData } from '../../src/model/content/schema.ts';

/** The settings of a site with one language, and what they make of it. */
export const site: Settings & Site = {
	name: 'The Vesper',
	tagline: 'Letters from Halmark',
	description: 'An invented publication.',
	address: 'https://vesper.example/',
	language: 'en',
	languages: [],
	textLanguage: 'en',
	prefix: '',
	replies: { mode: 'server' },
	feedId: 'tag:vesper.example,2026:',
	quotes: 'by-language',
	pageSize: 2,
	timeZone: 'UTC',
	navigation: [],
	drafts: false,
};

/** What `check` needs besides content. */
export const context: CheckContext = {
	site,
	now: new Date('2026-01-01'),
	isPublic: () => false,
	ledger: {},
	files: { ledger: 'content/permalinks.json', posts: 'content/posts' },
	incomplete: false,
};

export const text = {
	excerpt: 'It begins.',
	words: 2,
	headings: [],
	terms: '',
	notes: 0,
	faces: [],
	images: [],
};

type PostFields = Omit<Partial<PostData>, 'date' | 'updated'> & {
	date?: string;
	updated?: string;
};

/** A post with the given fields, and the least that a post must have. */
export function post(id: string, fields: PostFields = {}): Entry<PostData> {
	const { date = `${id.slice(0, 4)}-01-01`, updated, ...rest } = fields;
	return {
		id,
		file: `posts/${id}.mdx`,
		data: {
			title: id,
			author: ['ann'],
			categories: [],
			tags: [],
			aliases: [],
			draft: false,
			replies: 'open',
			text: { ...text, words: 476 },
			...rest,
			date: parseDate(date)!,
			updated: updated === undefined ? undefined : parseDate(updated)!,
		},
	};
}

export function author(id: string, fields: Partial<AuthorData> = {}): Entry<AuthorData> {
	return {
		id,
		file: `authors/${id}.mdx`,
		data: { name: id, literal: id, aliases: [], text, ...fields },
	};
}

export function category(id: string, label: string, parent?: string): Entry<CategoryData> {
	return { id, file: 'categories.yaml', data: { id, label, parent, aliases: [] } };
}

export function content(fields: Partial<Collections> = {}): Collections {
	return {
		posts: [post('2020/one')],
		authors: [author('ann')],
		categories: [],
		tags: [],
		pages: [],
		replies: [],
		...fields,
	};
}
