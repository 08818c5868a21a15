import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { citationOf, toBibtex, toCslJson, toRis } from '../../../src/model/page/citations.ts';
import type { Feed, FeedPrinter } from '../../../src/model/feeds/feed.ts';
import { feedFiles } from '../../../src/model/feeds/feeds.ts';
import { atom } from '../../../src/model/feeds/atom.ts';
import { json } from '../../../src/model/feeds/json.ts';
import { rss } from '../../../src/model/feeds/rss.ts';
import { assemble } from '../../../src/model/publication/publication.ts';
import { hostRules } from '../../../src/model/publication/hostrules.ts';
import { sitemaps } from '../../../src/model/page/sitemap.ts';
import { author, content, post, site } from '../sample.ts';

/** What titles and names may hold, however odd. */
const words = [
	'<script>alert(1)</script>',
	'</title></script><b>',
	'Fish & chips &amp; &lt;tea&gt;',
	'"Double" and \'single\'',
	']]> ends CDATA <![CDATA[',
	'{braces} and {{more}}',
	'\u202Eright to left\u202C and \u2066isolated\u2069',
	'Өвөл, үнэ ᠮᠣᠩᠭᠣᠯ 🎉',
	'100% #1 $5 _under_ ~tilde^ back\\slash',
	'-- two hyphens -->',
];

interface Output {
	readonly printer: FeedPrinter;
	readonly titleAndName: (text: string) => readonly [string | undefined, string | undefined];
}

function write({ item, head, between, tail }: FeedPrinter, feed: Feed, text: string): string {
	return head(feed) + feed.items.map((one) => item(one, text)).join(between) + tail;
}

const feeds: Record<string, Output> = {
	RSS: {
		printer: rss,
		titleAndName: (text) => {
			const [item] = parseRssFeed(wellFormed(text)).items ?? [];
			return [item?.title, item?.dc?.creators?.[0]];
		},
	},
	Atom: {
		printer: atom,
		titleAndName: (text) => {
			const [entry] = parseAtomFeed(wellFormed(text)).entries ?? [];
			return [entry?.title?.value, entry?.authors?.[0]?.name];
		},
	},
	'JSON Feed': {
		printer: json,
		titleAndName: (text) => {
			const { items } = JSON.parse(text) as {
				items: { title: string; authors: { name: string }[] }[];
			};
			return [items[0]?.title, items[0]?.authors[0]?.name];
		},
	},
};

for (const word of words)
	test(`titles and names stay what they are: ${JSON.stringify(word)}`, () => {
		const publication = assemble(
			content({
				posts: [
					post('2019/one', {
						title: word,
						tags: ['x'],
						aliases: [`/old/${encodeURIComponent(word)}/`],
					}),
				],
				authors: [author('ann', { name: word, literal: word })],
			}),
			{ ...site, name: word, description: word, quotes: 'as-written' },
			new Date('2026-01-01'),
		);
		const { feed } = feedFiles(publication)[0]!;
		for (const [name, { printer, titleAndName }] of Object.entries(feeds))
			assert.deepEqual(titleAndName(write(printer, feed, word)), [word, word], name);

		const citation = citationOf(publication.posts[0]!, publication.site);
		for (const text of [toRis(citation), toCslJson(citation), toBibtex(citation)]) {
			const [read] = new Cite(text).format('data', { format: 'object' }) as [{ title: string }];
			assert.equal(read.title.replace(/<\/?span[^>]*>/g, ''), word, text);
		}
		for (const map of sitemaps(publication)) wellFormed(map);
		for (const line of hostRules(publication).trimEnd().split('\n'))
			assert.match(line, /^\S+( [\w-]+=\S*)* \S+ 301!?$/);
	});

/** The same text, which a strict parser has read. */
function wellFormed(xml: string): string {
	const parser = new SaxesParser({ xmlns: true });
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(xml).close();
	return xml;
}

test('what XML cannot say is left out', () => {
	const { feed } = feedFiles(assemble(content(), site, new Date('2026-01-01')))[0]!;
	const text = write(rss, feed, 'a\u0000b\u000Bc\uD800d');
	assert.match(wellFormed(text), />abc\uFFFDd</);
});
