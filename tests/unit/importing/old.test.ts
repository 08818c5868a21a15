import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFindFile } from '../../../src/importing/oldfiles.ts';
import { createFindTarget } from '../../../src/importing/oldlinks.ts';
import type { Exported, ExportedFile, ExportedText } from '../../../src/importing/records.ts';

const addresses = ['https://blog.example/lake', 'http://www.old.example/'];
const file = (id: string, url: string, sizes: string[] = []): ExportedFile => ({
	id,
	url,
	title: '',
	caption: '',
	alt: '',
	order: 0,
	sizes,
});
const files = [
	file('1', 'https://blog.example/lake/up/2020/01/gate.jpg', ['gate-300x200.jpg']),
	file('2', 'https://blog.example/lake/up/2020/02/gate.jpg'),
	file('3', 'https://blog.example/lake/up/map-300x200.png'),
	file('4', 'https://blog.example/lake/up/big-scaled.jpg'),
	file('5', 'https://blog.example/lake/up/%d0%bd%d1%83%d1%83%d1%80.pdf'),
];
const find = createFindFile(files, addresses);

test('a file is found in any size, form and scheme', () => {
	for (const [url, id] of [
		['https://blog.example/lake/up/2020/01/gate.jpg', '1'],
		['http://blog.example/lake/up/2020/01/gate-300x200.jpg', '1'],
		['//www.old.example/lake/up/2020/02/gate-1024x768.jpg', '2'],
		['/lake/up/2020/02/gate.jpg?resize=300', '2'],
		['https://i0.wp.com/blog.example/lake/up/2020/02/gate.jpg?w=300', '2'],
		['https://blog.example/lake/up/map-300x200.png', '3'],
		['https://blog.example/lake/up/big.jpg', '4'],
		['https://blog.example/lake/up/big-150x150.jpg', '4'],
		['https://blog.example/lake/up/нуур.pdf', '5'],
	] as const)
		assert.equal(find(url)?.id, id, url);
	assert.equal(find('https://cdn.example/x.jpg', '2')?.id, '2');
	for (const url of [
		'https://other.example/lake/up/2020/01/gate.jpg',
		'data:image/png,x',
		'http://',
	])
		assert.equal(find(url), undefined, url);
});

const text = (id: string, link: string, oldSlugs: string[] = []) =>
	({ id, link, oldSlugs }) as unknown as ExportedText;

test('a link of the old site leads to what it meant', () => {
	const target = createFindTarget(
		{
			addresses,
			texts: [
				text('12', 'https://blog.example/lake/2020/%d0%b4%d0%b0%d0%b2%d1%81/'),
				text('13', 'https://blog.example/lake/2020/salt/', ['brine']),
				text('14', 'https://blog.example/lake/?p=14'),
			],
		} as unknown as Exported,
		find,
	);
	for (const [url, expected] of [
		['https://blog.example/lake/2020/salt', '13'],
		['http://www.old.example/lake/2020/salt/#comment-7', '13#comment-7'],
		['/lake/2020/Salt/?utm_source=x#more-13', '13'],
		['//blog.example/lake/2020/brine/#respond', '13'],
		['https://blog.example/lake/2020/давс/#part', '12#part'],
		['https://blog.example/lake/?p=12', '12'],
		['https://blog.example/?page_id=14', '14'],
		['https://blog.example/lake/?attachment_id=2', 'file 2'],
		['https://blog.example/lake/up/2020/01/gate.jpg', 'file 1'],
		['https://blog.example/index.php/lake/2020/salt/', '13'],
	] as const) {
		const found = target(url);
		const shown = found && ('file' in found ? `file ${found.file.id}` : found.text.id + found.hash);
		assert.equal(shown, expected, url);
	}
	for (const url of [
		'#here',
		'https://other.example/2020/salt/',
		'/lake/2020/none/',
		'mailto:a@b.example',
	])
		assert.equal(target(url), undefined, url);
});
