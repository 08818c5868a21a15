import { z } from 'astro/zod';
import type { Text } from '../text/rendered.ts';
import type { ImageFile } from '../page/images.ts';
import { licenseIds } from './licenses.ts';
import {
	alias,
	aliases,
	date,
	doi,
	id,
	language,
	orcid,
	quotes,
	textLanguage,
	webAddress,
	words,
} from './values.ts';

/*
 * The schemas of posts, authors, categories and pages. All objects are strict, so that an unknown
 * key is an error. The rules in checks/ test whether a named author exists.
 */

/** Enough for two sentences. `check` warns if search engines would cut a summary. */
const summaryLength = 300;

const localized = z.union(
	[words, z.record(language, words)],
	'must be text, or a text for each language, such as { en: Water, mn: Ус }',
);

/** The frontmatter of a post. Editor programs show the descriptions. */
export const postSchema = z.strictObject({
	title: words.describe('The title. Put it in quotes if it contains a colon or a hash sign.'),
	subtitle: words.optional().describe('A second line below the title.'),
	summary: words
		.max(summaryLength, `must be at most ${summaryLength} characters`)
		.optional()
		.describe('One or two sentences for lists, search and link previews.'),
	date: date.describe(
		'When it is published, as precise as you know it: 2019, 2019-08, 2019-08-07 or a moment with its zone, 2019-08-07T09:30:00+08:00. A post of the future appears when its time comes.',
	),
	updated: date.optional().describe('When the text last changed in a way readers should know of.'),
	author: z
		.union(
			[words, z.array(words).min(1, 'must name at least one author')],
			'must be the id of an author, or a list of ids',
		)
		.transform((one) => [one].flat())
		.describe('The id of the author, or a list of ids: file names in authors/.'),
	categories: z.array(words).default([]).describe('Ids of categories.yaml, in square brackets.'),
	tags: z.array(words).default([]).describe('Free subjects: people, places, laws.'),
	language: textLanguage,
	translationOf: words
		.optional()
		.describe('The id of the post of which this is a translation, such as 2019/on-salt.'),
	translatedFrom: date
		.optional()
		.describe('The state of that post which this one follows, if it was changed since.'),
	quotes,
	image: z
		.strictObject({
			src: z.string().describe('A file beside the post, such as ./harbour.jpg.'),
			alt: z.string().describe('What the picture shows, for those who cannot see it.'),
			caption: words.optional().describe('The line below the picture.'),
			credit: words.optional().describe('Who made it, and its licence.'),
		})
		.optional()
		.describe('The picture above the text.'),
	license: z
		.enum(licenseIds, `must be one of ${licenseIds.join(', ')}`)
		.optional()
		.describe('Without one, all rights are reserved.'),
	firstPublished: z
		.strictObject({
			in: words.describe('The name of the publication.'),
			url: webAddress.describe('Its address there.'),
			date: date.optional().describe('When it appeared there.'),
			canonical: z
				.boolean()
				.default(false)
				.describe('true: search engines are sent there, and do not find it here.'),
		})
		.optional()
		.describe('Where the text appeared before.'),
	doi: doi.optional().describe('The DOI of this post, such as 10.59350/abcde-12345.'),
	guid: words
		.regex(
			/^([a-z][a-z0-9+.-]*:\S+|[0-9a-f]{24})$/i,
			'must be an address or a tag, such as https://old.example/?p=12, or 24 digits of Ghost',
		)
		.optional()
		.describe('The id that feed readers know it by, if it came from another system.'),
	disclosure: words.optional().describe('Interests of the author that readers should know of.'),
	acknowledgements: words.optional().describe('Thanks, below the text.'),
	aliases,
	draft: z.boolean().default(false).describe('true: not published until this line is gone.'),
	withdrawn: z
		.strictObject({
			date: date.describe('When it was withdrawn.'),
			reason: words.describe('Why, in a sentence or two for readers.'),
		})
		.optional()
		.describe('The post is taken back: its address gives this reason instead of the text.'),
	replies: z
		.enum(['open', 'closed'], 'must be open or closed')
		.default('open')
		.describe('Whether readers may reply.'),
});

/** The frontmatter of an author. The code never splits a name; the fields give its parts. */
export const authorSchema = z
	.strictObject({
		name: words.describe('As shown to readers.'),
		given: words.optional().describe('The given name; together with "family".'),
		family: words.optional().describe('The family name, by which lists are sorted.'),
		suffix: words.optional().describe('What follows the name, such as Jr. or III.'),
		literal: words
			.optional()
			.describe('The whole name, where it has no family part: mononyms, patronymic-first names.'),
		sortName: words
			.optional()
			.describe(
				'Where the name stands in a list, if not under “family, given” or the literal name.',
			),
		nativeName: z
			.strictObject({
				name: words.describe('The name in its own script.'),
				language: language.describe('The language of that name, such as mn.'),
			})
			.optional()
			.describe('The name in another script; both are found.'),
		url: webAddress.optional().describe('The author’s own page.'),
		orcid: orcid.optional().describe('The author’s ORCID, such as 0000-0002-1825-0097.'),
		fediverse: z
			.string()
			.regex(/^@[\w.-]+@[\w-]+(\.[\w-]+)+$/, 'must look like "@user@host.example"')
			.optional()
			.describe('The author’s fediverse name in quotes, such as "@user@host.example".'),
		affiliation: z
			.strictObject({
				name: words.describe('The institution.'),
				url: webAddress.optional().describe('Its page.'),
			})
			.optional()
			.describe('Where the author works.'),
		language: textLanguage,
		translationOf: words
			.optional()
			.describe('The id of an author: the text is that author’s biography in another language.'),
		aliases,
	})
	.refine(({ suffix, family }) => !suffix || family, {
		error: 'follows a family name; a literal name has it already',
		path: ['suffix'],
	})
	.refine(
		(author) =>
			author.translationOf !== undefined ||
			Boolean(author.literal) !== Boolean(author.given && author.family),
		{
			error:
				'needs either both `given` and `family`, or `literal`, so that citations get the name right',
			path: ['name'],
		},
	);

export const categorySchema = z.strictObject({
	id: id.describe('Stands in the address and in posts: lower-case letters, digits and hyphens.'),
	label: localized.describe('As shown to readers: one text, or one for each language.'),
	description: localized.optional().describe('A sentence for the category’s page.'),
	parent: id.optional().describe('The id of the category above it.'),
	aliases,
});

/** An entry of `tags.yaml`. A tag needs none. */
export const tagSchema = z.strictObject({
	label: words.describe('As shown to readers; posts may write it otherwise in case and spaces.'),
	id: id.optional().describe('The end of its address, if not made of the label.'),
	description: words.optional().describe('A sentence for the tag’s page.'),
	aliases: z
		.array(z.union([words.regex(/^[^/]/), alias], 'must be the name of a tag, or a path'))
		.default([])
		.describe('Other names of the tag, and its earlier addresses, such as /topic/salt/.'),
});

export const pageSchema = z.strictObject({
	title: words.describe('The title.'),
	summary: words.optional().describe('A sentence for search engines.'),
	language: textLanguage,
	translationOf: words
		.optional()
		.describe('The id of the page of which this is a translation: its file name.'),
	quotes,
	aliases,
});

/** `redirects.yaml`: earlier addresses that no text or list has, each with the address it leads to. */
export const redirectsSchema = z.record(
	z.string(),
	z.string().regex(/^\/(?!\/)\S*$/, 'must be an address on this site, such as /files/map.pdf'),
);

/** The fields in the file of a post. */
export type PostFields = z.output<typeof postSchema>;
/** The fields of a post, with its image file and its text. */
export type PostData = Omit<PostFields, 'image'> & {
	readonly image?: (Omit<NonNullable<PostFields['image']>, 'src'> & { src: ImageFile }) | undefined;
	readonly text: Text;
};
export type AuthorFields = z.output<typeof authorSchema>;
export type AuthorData = AuthorFields & { readonly text: Text };
export type CategoryData = z.output<typeof categorySchema>;
export type TagData = z.output<typeof tagSchema>;
export type PageFields = z.output<typeof pageSchema>;
export type PageData = PageFields & { readonly text: Text };
