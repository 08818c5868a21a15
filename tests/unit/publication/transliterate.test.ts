import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposeSlug } from '../../../src/model/text/transliterate.ts';

test('no address is one that Windows cannot have', () => {
	for (const [title, slug] of [
		['Con', 'con-1'],
		['NUL!', 'nul-1'],
		['Index', 'index-1'],
		['Com 1', 'com-1'],
		['LPT9', 'lpt9-1'],
		['Content', 'content'],
	] as const)
		assert.equal(proposeSlug(title), slug);
});

test('a title becomes an address in ASCII', () => {
	const cases: [string, string][] = [
		['US Interactions Not a Win for Mongolia', 'us-interactions-not-a-win-for-mongolia'],
		['Salt: A "Short" History (#1)', 'salt-a-short-history-1'],
		['The Author’s Cut', 'the-authors-cut'],
		['Über Größe & Öl', 'ueber-groesse-oel'],
		['Café à Łódź', 'cafe-a-lodz'],
		['Монгол Улсын Их Хурал', 'mongol-ulsyn-ikh-khural'],
		['Өвөр Монгол, Үндсэн хууль', 'ovor-mongol-undsen-khuuli'],
		['Хөвсгөл нуур 2026', 'khovsgol-nuur-2026'],
		['Оюу Толгой', 'oyuu-tolgoi'],
		['One two three four five six seven eight nine ten', 'one-two-three-four-five-six-seven-eight'],
		['東京', ''],
		['¡¿?!', ''],
		['', ''],
	];
	for (const [title, slug] of cases) assert.equal(proposeSlug(title), slug, title);
});
