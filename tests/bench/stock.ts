import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { linkPackages } from '../project.ts';
import { write } from './publication.ts';

/**
 * Writes an Astro project into `folder` that publishes the generated publication in `content`. It
 * follows the documentation of Astro: MDX in a collection, remark-gfm and rehype-slug, one page per
 * post, and lists by category, tag, author and year.
 */
export function writeStockSite(content: string, folder: string, isIncremental: boolean): void {
	linkPackages(folder);
	for (const [path, text] of Object.entries(files(isIncremental))) write(join(folder, path), text);
	cpSync(content, join(folder, 'content'), { recursive: true });
}

const files = (isIncremental: boolean): Record<string, string> => ({
	'package.json': '{ "name": "stock", "type": "module" }',
	'astro.config.mjs': `import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
export default {
	site: 'https://bench.example',
	integrations: [mdx()],
	markdown: { processor: unified({ gfm: false, remarkPlugins: [remarkGfm], rehypePlugins: [rehypeSlug] }), syntaxHighlight: false },
	experimental: { incrementalBuild: ${isIncremental} },
};
`,
	'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
export const collections = {
	posts: defineCollection({
		loader: glob({ base: './content/posts', pattern: '**/*.mdx' }),
		schema: z.object({ title: z.string(), date: z.coerce.date(), author: z.array(z.string()), categories: z.array(z.string()), tags: z.array(z.string()) }),
	}),
};
`,
	'src/layouts/Page.astro': `---
const { title } = Astro.props;
---
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body><header><a href="/">The Bench</a></header><main><slot /></main></body></html>
`,
	'src/components/Aside.astro': '<div role="note"><slot /></div>',
	'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
import Page from '../layouts/Page.astro';
import Aside from '../components/Aside.astro';
export async function getStaticPaths() {
	const posts = await getCollection('posts');
	return posts.map((post) => ({ params: { slug: post.id }, props: { post }, cacheKey: String(post.digest) }));
}
const { post } = Astro.props;
const { Content } = await render(post);
const { title, date, author, categories, tags } = post.data;
---
<Page title={title}><article><h1>{title}</h1><p>{author.join(', ')} {date.toISOString()}</p>
<div data-pagefind-body><Content components={{ Aside }} /></div>
<p>{categories.map((name) => <a href={'/category/' + name + '/'}>{name}</a>)}{tags.map((name) => <a href={'/tag/' + name + '/'}>{name}</a>)}</p></article></Page>
`,
	'src/pages/[kind]/[name]/[...page].astro': `---
import { getCollection } from 'astro:content';
import Page from '../../../layouts/Page.astro';
export async function getStaticPaths({ paginate }) {
	const posts = (await getCollection('posts')).sort((a, b) => b.data.date - a.data.date);
	const kinds = { category: (post) => post.data.categories, tag: (post) => post.data.tags, author: (post) => post.data.author, year: (post) => [post.id.slice(0, 4)], all: () => ['posts'] };
	return Object.entries(kinds).flatMap(([kind, namesOf]) => {
		const groups = new Map();
		for (const post of posts) for (const name of new Set(namesOf(post))) groups.set(name, [...(groups.get(name) ?? []), post]);
		return [...groups].flatMap(([name, posts]) => paginate(posts, { params: { kind, name }, pageSize: 20 }));
	});
}
const { page } = Astro.props;
---
<Page title={Astro.params.name}><h1>{Astro.params.name}</h1>
{page.data.map((post) => <article><h2><a href={'/' + post.id + '/'}>{post.data.title}</a></h2><p>{post.data.date.toISOString()}</p></article>)}</Page>
`,
	'src/pages/index.astro': `---
import Page from '../layouts/Page.astro';
---
<Page title="The Bench"><a href="/all/posts/">All posts</a></Page>
`,
});
