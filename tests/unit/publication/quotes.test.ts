import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoteFormsOf } from '../../../src/model/text/quoteforms.ts';
import { setQuotes, setQuotesIn, setQuotesInMarkdown } from '../../../src/model/text/quotes.ts';
import { slug } from '../../../src/model/text/text.ts';

/** What is written, and what becomes of it, by language. */
const lines: Record<string, readonly (readonly [written: string, set: string])[]> = {
	en: [
		['"Yes," she said.', '“Yes,” she said.'],
		['She said "yes".', 'She said “yes”.'],
		['("Yes.")', '(“Yes.”)'],
		['["Yes"] {"no"}', '[“Yes”] {“no”}'],
		['"Yes"—"no"', '“Yes”—“no”'],
		['a "yes"-man, a yes-"man"', 'a “yes”-man, a yes-“man”'],
		['"I was—" he began', '“I was—” he began'],
		['"…and then"', '“…and then”'],
		['"...and then..."', '“...and then...”'],
		['"Who?" "I!"', '“Who?” “I!”'],
		['He wrote:"Yes."', 'He wrote:“Yes.”'],
		['"A"/"B"', '“A”/“B”'],
		["don't, it's, o'clock, O'Neill", 'don’t, it’s, o’clock, O’Neill'],
		["the writers' room", 'the writers’ room'],
		["James' house and Charles's", 'James’ house and Charles’s'],
		["'the writers' room' is full", '‘the writers’ room’ is full'],
		["'yes'", '‘yes’'],
		['She said: "He said \'no\' to me."', 'She said: “He said ‘no’ to me.”'],
		['"\'No\' is a word"', '“‘No’ is a word”'],
		['"He said \'no\'"', '“He said ‘no’”'],
		['\'He said "no"\'', '‘He said “no”’'],
		['"He said "no" to me"', '“He said “no” to me”'],
		["'tis the season", '’tis the season'],
		["'Twas night", '’Twas night'],
		["rock 'n' roll", 'rock ’n’ roll'],
		["get 'em", 'get ’em'],
		["the '90s and the '80s", 'the ’90s and the ’80s'],
		["the summer of '68", 'the summer of ’68'],
		["In '68 he said 'no'.", 'In ’68 he said ‘no’.'],
		["\"'68 'was'\"", '“’68 ‘was’”'],
		["'the writers' room and the 'big' one'", '‘the writers’ room and the ‘big’ one’'],
		["'68, and the writers' room", '’68, and the writers’ room'],
		["the 1990's", 'the 1990’s'],
		["answer the 'phone now", 'answer the ’phone now'],
		['"\'90s music"', '“’90s music”'],
		['5\' 10" tall', '5\' 10" tall'],
		['5\'10", a 19" rack', '5\'10", a 19" rack'],
		['48° 51\' 24" north', '48° 51\' 24" north'],
		['"He is 5\' 10" tall"', '“He is 5\' 10" tall”'],
		['"Route 66"', '“Route 66”'],
		["'Route 66'", '‘Route 66’'],
		['"He left in \'68"', '“He left in ’68”'],
		['The "end', 'The “end'],
		['an end"', 'an end”'],
		['a " b', 'a " b'],
		['foo"bar', 'foo"bar'],
		['"yes "', '“yes ”'],
		['"', '"'],
		["'", "'"],
		['“by hand” and ‘by hand’ it’s', '“by hand” and ‘by hand’ it’s'],
		['“He said "no"”', '“He said “no””'],
		['«hand» "machine"', '«hand» “machine”'],
		['„Wort“ "word"', '„Wort“ “word”'],
		['the ארה"ב sign', 'the ארה"ב sign'],
		['🎉"yes"', '🎉“yes”'],
		['*"yes"*', '*“yes”*'],
		['"\u2067שלום\u2069"', '“\u2067שלום\u2069”'],
		['no marks', 'no marks'],
	],
	'en-GB': [['\'She said "yes"\'', '‘She said “yes”’']],
	de: [
		['"Ja", sagte sie.', '„Ja“, sagte sie.'],
		['Sie sagte "ja".', 'Sie sagte „ja“.'],
		['"Er sagte \'ja\' zu mir"', '„Er sagte ‚ja‘ zu mir“'],
		["geht's, war's, Hans' Haus", 'geht’s, war’s, Hans’ Haus'],
		["'Hans' Haus' ist voll", '‚Hans’ Haus‘ ist voll'],
		["Und 's ist 'ne Weile", 'Und ’s ist ’ne Weile'],
		["die '68er", 'die ’68er'],
		['("Ja")–"nein"', '(„Ja“)–„nein“'],
		['„Ja" und "nein“', '„Ja“ und „nein“'],
		['„von Hand“ »auch so«', '„von Hand“ »auch so«'],
		['ein 19"-Gestell', 'ein 19"-Gestell'],
	],
	'de-AT': [['"Ja"', '„Ja“']],
	'de-CH': [['"Ja, \'ja\'"', '«Ja, ‹ja›»']],
	fr: [
		['"Oui", dit-elle.', '«\u00A0Oui\u00A0», dit-elle.'],
		['Elle dit " oui ".', 'Elle dit «\u00A0oui\u00A0».'],
		['"\u00A0Oui\u00A0"', '«\u00A0Oui\u00A0»'],
		['"Il a dit \'oui\'"', '«\u00A0Il a dit “oui”\u00A0»'],
		["l'eau, aujourd'hui, qu'il", 'l’eau, aujourd’hui, qu’il'],
		['l\'"eau" et d\'"Hamlet"', 'l’«\u00A0eau\u00A0» et d’«\u00A0Hamlet\u00A0»'],
		['« à la main » et « "oui" »', '« à la main » et « «\u00A0oui\u00A0» »'],
		['"Oui" "non"', '«\u00A0Oui\u00A0» «\u00A0non\u00A0»'],
	],
	mn: [
		['"Тийм" гэж хэлэв.', '“Тийм” гэж хэлэв.'],
		['Тэр "\'Үгүй\' гэв" гэлээ', 'Тэр “‘Үгүй’ гэв” гэлээ'],
	],
	nl: [['\'s avonds in \'t "huis"', '’s avonds in ’t “huis”']],
	sv: [['"Ja", sa hon', '”Ja”, sa hon']],
	nb: [['"Ja", sa hun', '«Ja», sa hun']],
	cs: [['"Ano"', '„Ano“']],
	ru: [['"Да", \'нет\'', '«Да», „нет“']],
	uk: [['"Так", м\'ята', '«Так», м’ята']],
	// These stay as they are written.
	he: [['ארה"ב "כן"', 'ארה"ב "כן"']],
	pl: [['"Tak"', '"Tak"']],
	ja: [['"はい"', '"はい"']],
	'mn-Mong': [['"ᠮᠣᠩᠭᠣᠯ"', '"ᠮᠣᠩᠭᠣᠯ"']],
	'no tag': [['"a"', '"a"']],
};

for (const [language, pairs] of Object.entries(lines))
	for (const [written, set] of pairs)
		test(`${language}: ${written}`, () => assert.equal(setQuotesIn(written, language), set));

test('what is set stays as it is', () => {
	for (const [language, pairs] of Object.entries(lines))
		for (const [, set] of pairs)
			if (!/\d|“no””|« «/.test(set)) assert.equal(setQuotesIn(set, language), set, set);
});

const en = (text: string) => ({ text, language: 'en' });
const de = (text: string) => ({ text, language: 'de' });
const code = (text: string) => ({ text });

test('marks pair across emphasis, links, code and other languages', () => {
	assert.deepEqual(setQuotes([en('"'), en('yes'), en('" he said')]), ['“', 'yes', '” he said']);
	assert.deepEqual(setQuotes([en("the Smith's"), en("' car")]), ['the Smith’s', '’ car']);
	assert.deepEqual(setQuotes([en('"'), code('"x"'), en('" it is')]), ['“', '"x"', '” it is']);
	assert.deepEqual(setQuotes([en('He "wrote '), de('"ja" und'), en(' no"')]), [
		'He “wrote ',
		'„ja“ und',
		' no”',
	]);
	assert.deepEqual(setQuotes([en('"'), de('Ja'), en('"')]), ['“', 'Ja', '”']);
	assert.deepEqual(setQuotes([]), []);
});

test('a caption keeps its code and its escaped signs', () => {
	const set = (text: string) => setQuotesInMarkdown(text, 'en');
	assert.equal(set('*"Yes"*, it\'s'), '*“Yes”*, it’s');
	assert.equal(set('"`"a"`" and ``b`\'`` \'c\''), '“`"a"`” and ``b`\'`` ‘c’');
	assert.equal(set('\\"a\\" "b"'), '\\"a\\" “b”');
	assert.equal(set('["a"](/b/ "c\'s")'), '[“a”](/b/ "c\'s")');
});

test('the address of a heading does not depend on its marks', () => {
	for (const language of ['en', 'de', 'de-CH', 'fr', 'sv', 'ru']) {
		assert.ok(quoteFormsOf(language));
		for (const title of ['The "end" of it', "'Tis the 'end', isn't it"])
			assert.equal(slug(setQuotesIn(title, language)), slug(title), language);
	}
});
