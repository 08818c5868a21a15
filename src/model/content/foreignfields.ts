/** What other systems call fields that are here as well, by the names here. */
const names: Readonly<Record<string, readonly string[]>> = {
	aliases: ['alias', 'redirect_from', 'redirects', 'old_urls'],
	author: ['authors', 'by', 'byline', 'writer'],
	categories: ['category', 'section', 'topics'],
	date: [
		'pubDate',
		'pubdate',
		'publishDate',
		'publishedAt',
		'published_at',
		'published_time',
		'created',
	],
	image: [
		'cover',
		'coverImage',
		'featured_image',
		'feature_image',
		'hero',
		'heroImage',
		'thumbnail',
	],
	language: ['lang', 'locale'],
	license: ['licence', 'rights'],
	summary: ['abstract', 'description', 'excerpt', 'lead', 'lede', 'teaser'],
	tags: ['keywords', 'tag'],
	title: ['headline', 'name'],
	updated: ['lastmod', 'last_modified_at', 'modified', 'updatedDate', 'updated_at', 'updateDate'],
};

/** Fields whose meaning is another here. */
const others: Readonly<Record<string, string>> = {
	slug: 'Delete it: the name of the file is the slug. Rename the file if it should be another.',
	permalink:
		'Delete it: the name of the file makes the address. An old address goes into "aliases".',
	url: 'Delete it: the name of the file makes the address. An old address goes into "aliases".',
	layout: 'Delete it: all posts have one layout.',
	unpublished: 'Write "draft" instead.',
	hidden: 'Write "draft" instead.',
	status: 'Delete it, and write "draft: true" if the text is not to be published yet.',
};

/** Returns what to write instead of a field of another system, if any of the fields `known` will do. */
export function insteadOf(
	field: string,
	value: unknown,
	known: readonly string[],
): string | undefined {
	if (/^(published|publish)$/.test(field) && known.includes('draft'))
		return value === false
			? 'Write "draft: true" instead.'
			: 'Delete it: a text without "draft" is published.';
	if (Object.hasOwn(others, field) && known.includes('draft')) return others[field];
	const [name] =
		Object.entries(names).find(
			([name, foreign]) => known.includes(name) && foreign.includes(field),
		) ?? [];
	return name && `Write "${name}" instead.`;
}
