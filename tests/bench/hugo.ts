import { cpSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { write } from './publication.ts';

/**
 * Writes a Hugo site into `folder` from the generated publication in `content`: the same texts, and
 * templates for the same kinds of pages and feeds. Component tags are removed, because Hugo does
 * not know them.
 */
export function writeHugoSite(content: string, folder: string): void {
	write(join(folder, 'hugo.toml'), settings);
	for (const [path, template] of Object.entries(layouts))
		write(join(folder, 'layouts', path), template);
	for (const path of globSync('posts/**/*.mdx', { cwd: content })) hugoPost(content, folder, path);
	for (const path of globSync('posts/**/*.jpg', { cwd: content }))
		cpSync(join(content, path), join(folder, 'static', path.replace('posts/', '')));
	write(join(folder, 'content/about.md'), '---\ntitle: About\n---\n\nGenerated.\n');
	write(join(folder, 'content/archive.md'), '---\ntitle: Archive\nlayout: archive\n---\n');
}

/** Writes one post of the publication for Hugo. */
export function hugoPost(content: string, folder: string, path: string): void {
	const text = readFileSync(join(content, path), 'utf8')
		.replace(/^author:/m, 'authors:')
		.replace(/^<\/?Aside.*>$/gm, '')
		.replace(/^---$/m, `---\nyears: ["${/\d{4}/.exec(path)![0]}"]`);
	write(join(folder, 'content', path.replace(/(\/index)?\.mdx$/, '.md')), text);
}

const settings = `baseURL = "https://bench.example/"
title = "The Bench"
languageCode = "en"
paginate = 20
summaryLength = 40
[permalinks]
posts = "/:year/:filename/"
[taxonomies]
category = "categories"
tag = "tags"
author = "authors"
year = "years"
[outputs]
home = ["HTML", "RSS"]
section = ["HTML", "RSS"]
taxonomy = ["HTML"]
term = ["HTML", "RSS"]
[services.rss]
limit = 20
[markup.goldmark.renderer]
unsafe = true
`;

const style =
	'<style>body{max-width:40rem;margin:auto;font-family:serif;line-height:1.5}nav a{margin-right:1em}</style>';

const layouts = {
	'_default/baseof.html': `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} | {{ .Site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
<meta name="description" content="{{ with .Description }}{{ . }}{{ else }}{{ .Summary | plainify }}{{ end }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}">
{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}
${style}{{ block "head" . }}{{ end }}</head>
<body><header><a href="/">{{ .Site.Title }}</a><nav><a href="/about/">About</a><a href="/archive/">Archive</a><a href="/categories/">Categories</a><a href="/tags/">Tags</a><a href="/authors/">Authors</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ .Site.Title }}</footer></body></html>`,
	'_default/single.html': `{{ define "head" }}{{ range .Params.authors }}<meta name="citation_author" content="{{ . }}">{{ end }}<meta name="citation_title" content="{{ .Title }}"><script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","headline":{{ .Title | jsonify }},"datePublished":{{ .Date.Format "2006-01-02" | jsonify }},"wordCount":{{ .WordCount }}}</script>{{ end }}
{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ range .GetTerms "authors" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p><p>{{ .Date.Format "2 January 2006" }}, {{ .ReadingTime }} min</p>
{{ .TableOfContents }}<div data-pagefind-body>{{ .Content }}</div>
<p>{{ range .GetTerms "categories" }}<a data-pagefind-filter="category" href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}{{ range .GetTerms "tags" }}<a data-pagefind-filter="tag" href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>
<nav>{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}`,
	'_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Date.Format "2 January 2006" }}</p><p>{{ range .Params.authors }}{{ . }} {{ end }}</p><p>{{ .Summary }}</p></article>{{ end }}{{ with .Paginator }}<nav>{{ if .HasPrev }}<a href="{{ .Prev.URL }}">Newer</a>{{ end }}{{ if .HasNext }}<a href="{{ .Next.URL }}">Older</a>{{ end }}</nav>{{ end }}{{ end }}`,
	'index.html': `{{ define "main" }}{{ range (.Paginate .Site.RegularPages).Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Date.Format "2 January 2006" }}</p><p>{{ .Summary }}</p></article>{{ end }}{{ end }}`,
	'_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}`,
	'_default/archive.html': `{{ define "main" }}<h1>Archive</h1><ul>{{ range .Site.RegularPages.GroupByDate "2006" }}<li>{{ .Key }} {{ len .Pages }}</li>{{ end }}</ul>{{ end }}`,
	'_default/rss.xml': `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Site.Title }}</description>{{ range first 20 .RegularPagesRecursive }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><content:encoded>{{ .Content | html }}</content:encoded></item>{{ end }}</channel></rss>`,
};
