import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	createReport,
	readXml,
	type XmlElement,
	type XmlReport,
} from '../../../../src/importing/wordpress/xml.ts';

const head =
	'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel>\n';
const foot = '</channel></rss>';

/** Reads a file in pieces of `size` bytes. */
async function read(text: string | Uint8Array, size = 64) {
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
	const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
		bytes.subarray(index * size, (index + 1) * size),
	);
	const report = createReport();
	const elements: XmlElement[] = [];
	for await (const element of readXml(pieces, report)) elements.push(element);
	return { elements, report };
}

const textsOf = ({ children }: XmlElement) =>
	Object.fromEntries(children.map(({ name, text }) => [name, text]));

test('elements have their usual names, whatever the prefixes and the version', async () => {
	for (const [prefix, scheme] of [
		['wp', 'http'],
		['x', 'https'],
	] as const) {
		const { elements, report } = await read(
			`<rss xmlns:${prefix}="${scheme}://wordpress.org/export/1.1/" xmlns:a="${scheme}://wordpress.org/export/1.1/excerpt/" xmlns:b="http://purl.org/rss/1.0/modules/content/"><channel><item><title>T</title><${prefix}:post_id>7</${prefix}:post_id><a:encoded>E</a:encoded><b:encoded>C</b:encoded><category domain="post_tag" nicename="salt"><![CDATA[Salt]]></category></item></channel></rss>`,
		);
		assert.equal(report.version, '1.1');
		const [item] = elements;
		assert.deepEqual(textsOf(item!), {
			title: 'T',
			'wp:post_id': '7',
			'excerpt:encoded': 'E',
			'content:encoded': 'C',
			category: 'Salt',
		});
		assert.deepEqual(item!.children.at(-1)?.attributes, { domain: 'post_tag', nicename: 'salt' });
		assert.deepEqual(report.faults, []);
	}
});

/** What stands in an element, what is read of it, and what is counted. */
const texts: readonly (readonly [string, string, Partial<XmlReport>?])[] = [
	['<![CDATA[a ]]]]><![CDATA[> b]]>', 'a ]]> b'],
	[' <![CDATA[a]]> ', ' a '],
	['a & b &c; &amp; &nbsp; &hellip; &#8217;', 'a & b &c; & \u00A0 … ’', { signs: 4 }],
	['<![CDATA[a & b < c]]>', 'a & b < c'],
	['1 < 2', '1 < 2', { signs: 1 }],
	['a\u0001b<![CDATA[\u001C\u0011c]]>&#8;', 'abc', { characters: 3, signs: 1 }],
	['a<!-- & < ]]> -->b', 'ab'],
	['a\r\nb', 'a\nb'],
	['&#x1F600; &#xD800;😀', '😀 😀', { signs: 1 }],
];

test('what WordPress has written is read, in pieces of any size', async () => {
	for (const [written, expected, counts = {}] of texts)
		for (const size of [1, 7, 1000]) {
			const { elements, report } = await read(`${head}<title>${written}</title>${foot}`, size);
			assert.deepEqual(
				elements.map(({ text }) => text),
				[expected],
				`${written} in pieces of ${size}`,
			);
			assert.deepEqual(
				{ ...report, version: undefined },
				{ ...createReport(), version: undefined, ...counts },
				written,
			);
		}
});

test('what stands before the declaration goes, and bytes that are no text are counted', async () => {
	const before = '\uFEFF\n\nWarning: a & b in /c.php on line 3\n<br />\n';
	const { elements, report } = await read(`${before}${head}<title>T</title>${foot}`);
	assert.deepEqual([elements[0]?.text, report.faults], ['T', []]);
	const bytes = new TextEncoder().encode(`${head}<title>caf\u0001e</title>${foot}`);
	bytes[bytes.indexOf(1)] = 0xe9;
	const broken = await read(bytes);
	assert.deepEqual([broken.elements[0]?.text, broken.report.undecoded], ['caf\uFFFDe', 1]);
});

test('what is broken is told with its line; what is cut off is not given', async () => {
	const item = '<item><title>A</title></item>\n';
	const unclosed = await read(`${head}<item><title>A</item>\n${item}${foot}`);
	assert.equal(unclosed.elements.length, 2);
	assert.deepEqual(
		unclosed.report.faults.map(({ line }) => line),
		[3],
	);
	const cut = await read(`${head}${item}<item><title><![CDATA[B and mo`);
	assert.deepEqual(
		cut.elements.map((element) => textsOf(element)),
		[{ title: 'A' }],
	);
	assert.equal(cut.report.isCut, true);
});

test('entities of a document type are not expanded', async () => {
	const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>`;
	const { elements } = await read(
		head.replace('<rss', `${bomb}<rss`) + `<title>&b;</title>${foot}`,
	);
	assert.equal(elements[0]?.text, '&b;');
});
