import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { mediaOf, waiting } from '../../../src/model/content/media.ts';

const id = 'aaaaaaaaa-_';

test('every way to name a film on YouTube or Vimeo leads to its page and its player', () => {
	const youtube = `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`;
	const cases: [string, string, string][] = [
		[`https://www.youtube.com/watch?v=${id}`, `https://www.youtube.com/watch?v=${id}`, youtube],
		[`https://m.youtube.com/watch?a=b&v=${id}`, `https://www.youtube.com/watch?v=${id}`, youtube],
		[`https://youtu.be/${id}?si=x`, `https://www.youtube.com/watch?v=${id}`, youtube],
		[`https://youtube.com/shorts/${id}`, `https://www.youtube.com/watch?v=${id}`, youtube],
		[
			`https://www.youtube-nocookie.com/embed/${id}`,
			`https://www.youtube.com/watch?v=${id}`,
			youtube,
		],
		[
			`https://youtu.be/${id}?t=42s`,
			`https://www.youtube.com/watch?v=${id}&t=42`,
			`${youtube}&start=42`,
		],
		[
			`https://youtu.be/${id}?t=1m30s`,
			`https://www.youtube.com/watch?v=${id}&t=90`,
			`${youtube}&start=90`,
		],
		[
			'https://player.vimeo.com/video/123?h=abc',
			'https://vimeo.com/123/abc',
			'https://player.vimeo.com/video/123?autoplay=1&dnt=1&h=abc',
		],
		[
			'https://vimeo.com/123',
			'https://vimeo.com/123',
			'https://player.vimeo.com/video/123?autoplay=1&dnt=1',
		],
		[
			'https://player.vimeo.com/video/123',
			'https://vimeo.com/123',
			'https://player.vimeo.com/video/123?autoplay=1&dnt=1',
		],
		[
			'https://vimeo.com/123/abc',
			'https://vimeo.com/123/abc',
			'https://player.vimeo.com/video/123?autoplay=1&dnt=1&h=abc',
		],
	];
	for (const [src, page, player] of cases) {
		const media = mediaOf('Video', src);
		assert.ok(media?.kind === 'frame', src);
		assert.deepEqual([media.page, media.player], [page, player]);
	}
});

test('a file of the site is played by the browser, anything else not at all', () => {
	assert.equal(mediaOf('Video', '/files/a.mp4')?.kind, 'file');
	assert.equal(mediaOf('Audio', '/files/a.mp3')?.kind, 'file');
	for (const src of [
		'./a.mp4',
		'//evil.example/a.mp4',
		'/files/a.mp3',
		`https://evil.example/watch?v=${id}`,
		`https://youtube.com.evil.example/watch?v=${id}`,
		'https://youtu.be/"><script>',
		'https://vimeo.com/channels',
		'javascript:alert(1)',
	])
		assert.equal(mediaOf('Video', src), undefined, src);
	assert.equal(mediaOf('Audio', `https://youtu.be/${id}`), undefined);
});

test('a waiting frame holds one link, whatever the title says', () => {
	const $ = load(waiting('https://p.example/?a=1&b=2', 'Play: "<b>" & </style><script>'));
	assert.equal($('a').attr('href'), 'https://p.example/?a=1&b=2');
	assert.equal($('a').attr('aria-label'), 'Play: "<b>" & </style><script>');
	assert.equal($('script, link, img, iframe').length, 0);
});
