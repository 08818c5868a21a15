import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { assemble } from '../../../src/model/publication/publication.ts';
import { manifestOf } from '../../../src/model/replies/manifest.ts';
import type { RepliesSetting } from '../../../src/model/publication/site.ts';
import { contentSecurityPolicy } from '../../../src/model/page/security.ts';
import { postView } from '../../../src/model/page/views.ts';
import { content, post, site } from '../sample.ts';

const reply = {
	id: 'aaaaaaaaaaaa',
	post: '2019/one',
	parent: null,
	name: 'Odile',
	url: null,
	date: '2019-02-01T00:00:00.000Z',
	body: 'Text.',
	html: '<p>Text.</p>',
};

function view(replies: RepliesSetting, fields: Parameters<typeof post>[1] = {}) {
	const all = content({
		posts: [post('2019/one', { title: 'On Salt & Water', date: '2019-01-01', ...fields })],
		replies: [reply],
	});
	const publication = assemble(all, { ...site, replies }, new Date('2019-01-20'));
	const first = postView(publication.posts[0]!, publication.site);
	assert.equal(first.post.threads.length, 1, 'published replies stay in every mode');
	return { replying: first.replying, manifest: manifestOf(publication) };
}

test('the form is sent where the mode says', () => {
	const action = (replies: RepliesSetting) => {
		const { replying } = view(replies);
		assert.ok(replying && 'form' in replying);
		const $ = load(replying.form);
		assert.equal($('option').length, 2);
		return $('form').attr('action');
	};
	assert.equal(action({ mode: 'server' }), '/replies');
	const url = 'https://replies.example/in?site=1&x=2';
	assert.equal(action({ mode: 'endpoint', url }), url);
	assert.match(
		contentSecurityPolicy([], { form: url }),
		/form-action 'self' https:\/\/replies\.example;/,
	);
});

test('by mail, a link writes one that names the post', () => {
	assert.deepEqual(view({ mode: 'mail', address: 'editors@vesper.example' }).replying, {
		mail: 'mailto:editors@vesper.example?subject=On%20Salt%20%26%20Water',
	});
});

test('a closed site, a closed post and one that is old take none', () => {
	for (const { replying, manifest } of [
		view({ mode: 'closed' }),
		view({ mode: 'server' }, { replies: 'closed' }),
		view({ mode: 'server', closeAfterDays: 14 }),
	]) {
		assert.equal(replying, undefined);
		assert.deepEqual(manifest, {});
	}
	const { replying, manifest } = view({ mode: 'server', closeAfterDays: 30 });
	assert.ok(replying);
	assert.equal(manifest['2019/one']?.closes, Date.parse('2019-01-31'));
});
