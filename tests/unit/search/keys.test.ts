import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	germanKey,
	keysOf,
	mongolianKey,
	withKeys,
	withoutKeys,
} from '../../../src/model/search/keys.ts';
import { fold, unfold, unfoldMarked } from '../../../src/model/search/folding.ts';

test('the forms of a Mongolian word have one key', () => {
	for (const forms of [
		'засаг засгийн засагт засгаас засгийг засгаар засагтай засгууд засгийнхаа засаггүй',
		'улс улсын улсад улсаас улсаар улсыг улстай улсгүй улсууд улсуудын улсуудтай улсынхаа',
		'ус усны усанд уснаас усаар усыг устай усгүй',
		'эх эхийн эхээс эхтэй эхийг',
		'монгол монголын монголд монголоос монголчууд монголчуудын монголчуудад',
		'далай далайн далайд далайгаас далайгаар далайг',
		'уул уулын ууланд уулнаас уулаар уулууд',
		'харилцаа харилцааны харилцаанд харилцаагаар харилцаанаас харилцааг харилцаагаа',
		'мэдээ мэдээний мэдээг мэдээгээр',
		'тоо тооны тоогоор',
		'хүн хүний хүнд хүнээс хүнтэй хүнийг',
		'хаан хааны хаанд хаанаас',
		'сан сангийн сангаас санд сангууд',
		'байшин байшингийн байшинд байшингаас байшингууд',
		'морь морины мориор морьтой морийг морьд',
		'хүүхэд хүүхдийн хүүхдэд хүүхдүүд хүүхдүүдийн',
		'гэрээ гэрээний гэрээг гэрээгээр гэрээнүүд',
		'найм найман наймын',
		'арав арван арваас',
		'хүү хүүгийн хүүд хүүгээс',
		'Улаанбаатар Улаанбаатарт Улаанбаатрын Улаанбаатараас Улаанбаатраас',
		'хөгжих хөгжсөн хөгжиж хөгжинө',
		'хөгжил хөгжлийн хөгжилд хөгжлөөс',
		'өдөр өдрийн өдөрт өдрөөс',
		'онгоц онгоцны онгоцоор онгоцонд',
		// As typed on old keyboards.
		'хөдөлмөр ходолмор хѳдѳлмѳрийн ХӨДӨЛМӨРТ',
	])
		sameKey(mongolianKey, forms);
});

test('Mongolian words that only look alike have different keys', () => {
	for (const [one, other] of [
		['цаг', 'цагаан'],
		['гэр', 'гэрээ'],
		['нам', 'найм'],
		['сайн', 'сайд'],
		['сайн', 'сан'],
		['ном', 'намар'],
		['хоног', 'хонь'],
		['гар', 'гараа'],
		['Болд', 'бол'],
		['тос', 'тоос'],
		['ул', 'уул'],
		['хот', 'хатуу'],
		['ус', 'уус'],
		['төр', 'төрөл'],
		['хороо', 'хор'],
		['улс', 'уул'],
		['засаг', 'засвар'],
	] as const)
		assert.notEqual(mongolianKey(one), mongolianKey(other), `${one} ${other}`);
});

test('words that are too short for forms have no key', () => {
	for (const word of ['нь', 'ба', 'ч', 'вэ', 'та']) assert.equal(mongolianKey(word), '', word);
});

test('the forms of a German word have one key', () => {
	for (const forms of [
		'Haus Hauses Häuser Häusern',
		'Wahl Wahlen',
		'Baum Baumes Baums Bäume Bäumen',
		'Stadt Städte Städten',
		'Straße Straßen Strasse',
		'Regierung Regierungen',
		'Ministerin Ministerinnen Minister Ministers Ministern',
		'groß große großen großer großes großem',
		'alt alte alten altem altes',
		'See Sees Seen',
		'Idee Ideen',
		'Tag Tages Tage Tagen',
		'schreiben schreibe schreibt schreibend',
		'leben lebt lebte lebten',
	])
		sameKey(germanKey, forms);
});

test('German words that only look alike have different keys', () => {
	for (const [one, other] of [
		['Hund', 'hundert'],
		['Leber', 'leben'],
		['alt', 'Alter'],
		['Nacht', 'nach'],
		['Macht', 'machen'],
		['Arm', 'Armee'],
		['Markt', 'Mark'],
		['Punkt', 'Punk'],
		['Recht', 'Rechen'],
		['Haus', 'Hausboot'],
		['Land', 'Lage'],
		['Straße', 'Strand'],
		['sein', 'See'],
		['Ei', 'ein'],
	] as const)
		assert.notEqual(germanKey(one), germanKey(other), `${one} ${other}`);
});

test('keys are put behind runs of letters, and taken away again', () => {
	assert.equal(withKeys('Улс, улсын!', 'mn'), 'Улс~ԛулсԛ, улсын~ԛулсԛ!');
	assert.equal(withKeys('Das Haus.', 'de'), 'Das~ԛdasԛ Haus~ԛhausԛ.');
	// Letters of a divided word, and of one behind other marks, are beside the keys too.
	assert.equal(withKeys('Улаан-Үд', 'en'), 'Улаан-Үд~ԛулaԛ~улаанүд~ԛулaԛ~ԛудԛ');
	assert.equal(withKeys('„Wör\u00ADter“', 'de-AT'), '„Wör\u00ADter~ԛwortԛ~wörter~ԛwortԛ“');
	for (const [text, language] of [
		['Das Haus', 'en'],
		['The lakes, 盐湖 and l’écran: ~q~', 'en'],
		['Č Ω 9', 'de'],
		['нь ба', 'mn'],
	] as const)
		assert.equal(withKeys(text, language), text);
	for (const text of [
		'«Улсын» засгийн-газар… Өвлийн үүл. «C#» 盐湖 вода大学 x~y ~ н В2Б улс19–хот…',
		'<p>Das <b>„Haus“</b>, l’écran</p>',
	])
		for (const language of ['en', 'de']) {
			assert.equal(withoutKeys(withKeys(text, language)), text);
			assert.equal(unfold(fold(withKeys(text, language))), text);
		}
	// Words that the engine joins, because only tags are between them.
	assert.equal(
		withoutKeys(withKeys('<dt>улс</dt><dd>«хот»</dd>', 'mn').replace(/<.*?>/g, '')),
		'улс«хот»',
	);
	assert.equal(
		unfoldMarked(`<mark>${fold(withKeys('Өвлийн', 'mn'))}.</mark> ${fold(withKeys('үүл', 'mn'))}`),
		'<mark>Өвлийн.</mark> үүл',
	);
});

test('tags stay as they are; those within a word do not divide it', () => {
	assert.equal(
		withKeys('<p title="Улс x">Ха<em class="a b">лма</em>гийн<br>улс</p>', 'mn'),
		'<p title="Улс x">Ха<em class="a b">лма</em>гийн~ԛхалмгԛ<br>улс~ԛулсԛ</p>',
	);
	assert.match(withKeys('улс.<sup><a href="#n">1</a></sup>', 'mn'), /^улс~ԛулсԛ\.<sup>/);
	assert.equal(withKeys('<p>Haus&nbsp;&#x26;</p>', 'de'), '<p>Haus~ԛhausԛ&nbsp;&#x26;</p>');
	assert.match(
		withKeys('<p>Müller&#x26;Söhne</p>', 'de'),
		/^<p>Müller&#x26;Söhne~ԛmullԛ~müllersöhne~ԛmullԛ~ԛsohnԛ</,
	);
});

test('a query has keys instead of Cyrillic words, or of Latin ones if there are German posts', () => {
	const keys = (query: string, german: boolean) =>
		keysOf(query, german)?.replace(/\s+/g, ' ').trim();
	assert.equal(keys('Улсын засаг', false), 'ԛулсԛ ԛзасгԛ');
	assert.equal(keys('oyu засгийн 2019', true), 'oyu ԛзасгԛ 2019');
	assert.equal(keys('Häuser am See', true), 'ԛhausԛ am ԛseeԛ');
	assert.equal(keys('lake’s', true), 'ԛlakԛ');
	assert.equal(keys('Häuser am See', false), undefined);
	assert.equal(keys('“улсын засгийн”', true), undefined);
	assert.equal(keys('"Häuser', true), undefined);
	assert.equal(keys('', true), undefined);
	assert.equal(keys('盐湖', true), undefined);
});

function sameKey(keyOf: (word: string) => string, forms: string): void {
	const keys = new Set(forms.split(' ').map(keyOf));
	assert.equal(keys.size, 1, `${forms}: ${[...keys].join(' ')}`);
}
