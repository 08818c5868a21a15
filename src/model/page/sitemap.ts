import { versions } from './versions.ts';
import { startOf, type PartialDate } from '../publication/dates.ts';
import { listed } from '../publication/listings.ts';
import type { Post } from '../publication/posts.ts';
import { ownPages } from '../publication/urls.ts';
import type { Publication } from '../publication/publication.ts';

/** The maximum number of addresses in a sitemap (https://www.sitemaps.org/protocol.html). */
const limit = 50_000;

interface Address {
	readonly path: string;
	/**
	 * The date of the last change of the content (not of the build), as an xsd:date or xsd:dateTime. The
	 * schema of sitemaps does not allow a year or a month alone.
	 */
	readonly modified?: string | undefined;
	/** The versions in several languages, by language, with `x-default`. */
	readonly versions?: Readonly<Record<string, string>>;
}

/**
 * Returns the sitemaps as XML. Posts with a canonical URL elsewhere are left out. Translations are named
 * as https://developers.google.com/search/docs/specialty/international/localized-versions says.
 */
export function sitemaps(publication: Publication): string[] {
	const { absolute } = publication.urls;
	return parts(publication).map((addresses) =>
		document(
			'urlset',
			addresses.map(({ path, modified, versions = {} }) => {
				const lastmod = modified ? `<lastmod>${modified}</lastmod>` : '';
				const links = Object.entries(versions).map(
					([language, other]) =>
						`<xhtml:link rel="alternate" hreflang="${language}" href="${escape(absolute(other))}"/>`,
				);
				return `<url><loc>${escape(absolute(path))}</loc>${lastmod}${links.join('')}</url>`;
			}),
		),
	);
}

/** Returns the index of all sitemaps as XML. */
export function sitemapIndex(publication: Publication): string {
	const { absolute, sitemap } = publication.urls;
	return document(
		'sitemapindex',
		parts(publication).map(
			(_, part) => `<sitemap><loc>${escape(absolute(sitemap(part)))}</loc></sitemap>`,
		),
	);
}

/** Returns robots.txt. A site with drafts forbids all robots. */
export function robots({ site, urls }: Publication): string {
	if (site.drafts) return 'User-agent: *\nDisallow: /\n';
	return `User-agent: *\nAllow: /\n\nSitemap: ${urls.absolute(urls.sitemapIndex)}\n`;
}

/** Returns the addresses of each sitemap. */
function parts(publication: Publication): Address[][] {
	const all = addresses(publication);
	return Array.from({ length: Math.ceil(all.length / limit) }, (_, part) =>
		all.slice(part * limit, (part + 1) * limit),
	);
}

function addresses(publication: Publication): Address[] {
	const { posts, pages, site, lists } = publication;
	return [
		...posts
			.filter(({ canonical }) => !canonical)
			.map((post) => ({
				path: post.path,
				modified: lastmod(modified(post)),
				versions: versionsOf(post, site),
			})),
		...pages.map((page) => ({ path: page.path, versions: versionsOf(page, site) })),
		...lists.flatMap(({ urls }) => ownPages.map((name) => ({ path: urls[name] }))),
		...lists
			.flatMap((one) => listed(one))
			.flatMap(({ path, posts }) => {
				const last = latest(posts);
				const modified = last && lastmod(last);
				const count = Math.max(1, Math.ceil(posts.length / site.pageSize));
				return Array.from({ length: count }, (_, index) => ({
					path: publication.urls.nth(path, index + 1),
					modified,
				}));
			}),
	];
}

function versionsOf(...text: Parameters<typeof versions>): Record<string, string> {
	const { alternates, other } = versions(...text);
	return { ...alternates, ...(other !== undefined && { 'x-default': other }) };
}

function modified({ date, updated }: Post): PartialDate {
	return updated ?? date;
}

function lastmod({ text, precision }: PartialDate): string | undefined {
	if (precision === 'year' || precision === 'month') return undefined;
	return text.replace(/(T\d{2}:\d{2})(?=[Z+-])/, '$1:00');
}

/** Returns the date of the last change of a post, or `undefined` if there are no posts. */
function latest(posts: readonly Post[]): PartialDate | undefined {
	return posts
		.map(modified)
		.reduce<PartialDate | undefined>(
			(last, date) => (last && startOf(last) >= startOf(date) ? last : date),
			undefined,
		);
}

function document(root: string, lines: readonly string[]): string {
	const isXhtml = lines.some((line) => line.includes('<xhtml:'));
	const namespace = isXhtml ? ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' : '';
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespace}>`,
		...lines,
		`</${root}>`,
		'',
	].join('\n');
}

/** Escapes ampersands and apostrophes. All other special characters are percent-encoded. */
function escape(address: string): string {
	return address.replaceAll('&', '&amp;').replaceAll("'", '&apos;');
}
