import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { now } from '../clock.ts';
import { replaceFile } from '../disk.ts';
import { contentFolder, displayPath, inboxFolder, parseCache } from '../folders.ts';
import { relinked, withAlias } from '../markdown/parse/moving.ts';
import { yearOf } from '../model/publication/dates.ts';
import { nearest } from '../model/text/text.ts';
import { createChecker } from '../publishing/content/check.ts';
import { createReader } from '../publishing/content/reader.ts';
import { createModeration } from '../server/moderate/moderation.ts';
import { openStore } from '../server/start.ts';
import { site } from '../site.ts';
import { refusalOf } from './new/post.ts';
import { readOptions, refuse } from './options.ts';
import { replySettings, settings } from './settings.ts';

const usage = `Usage: npm run move -- FROM TO
  FROM  a post: its address, such as /2019/old/, or its file
  TO    its new address, such as /2019/new/`;

const { positionals } = readOptions(usage, {});
if (positionals.length !== 2) refuse(usage);
settings();

const reader = createReader(contentFolder, site, parseCache(site));
const checked = await createChecker(contentFolder, site, reader)(now());
const { posts } = checked.content;
const [from, to] = positionals.map(idOf) as [string, string];

const post = posts.find(({ id }) => id === from);
if (!post) {
	const near = nearest(
		from,
		posts.map(({ id }) => id),
	);
	refuse(`There is no post "/${from}/".${near ? ` Did you mean "/${near}/"?` : ''}`, 1);
}
const [year = '', slug = '', ...rest] = to.split('/');
if (!/^\d{4}$/.test(year) || slug === '' || rest.length > 0)
	refuse(`"${positionals[1]}" is no address of a post. Write it like /2019/new/.`, 1);
const reason = refusalOf(year, slug, checked);
if (reason) refuse(reason, 1);
if (post.data.date && yearOf(post.data.date) !== year)
	refuse(`The post is dated ${yearOf(post.data.date)}. Change its date first, then move it.`, 1);

if (existsSync(join(contentFolder, 'replies', to)))
	refuse(`There are replies to "/${to}/" already, in content/replies. Move them away first.`, 1);

const old = checked.documents.get(post.file)!.path;
const isFolder = /[/\\]index\.mdx$/.test(old);
const isBeside = !isFolder && from.split('/')[0] !== year;
if (isBeside && (checked.documents.get(post.file)!.text?.images ?? []).length > 0)
	refuse(
		`The images of "${post.file}" would stay behind. First give the post a folder of its own.`,
		1,
	);
const text = withAlias(readFileSync(old, 'utf8'), `/${from}/`);
if (text === undefined)
	refuse(
		`The aliases in "${post.file}" cannot be changed automatically. Add "/${from}/" yourself, and move the file.`,
		1,
	);

const [source, target] = isFolder
	? [dirname(old), join(contentFolder, 'posts', to)]
	: [old, join(contentFolder, 'posts', `${to}.mdx`)];
mkdirSync(dirname(target), { recursive: true });
renameSync(source, target);
replaceFile(isFolder ? join(target, 'index.mdx') : target, text);
console.log(`Moved ${displayPath(source)} to ${displayPath(target)}; /${from}/ leads there.`);

const replies = join(contentFolder, 'replies', from);
if (existsSync(replies)) {
	const place = join(contentFolder, 'replies', to);
	mkdirSync(dirname(place), { recursive: true });
	renameSync(replies, place);
	for (const name of globSync('*.yaml', { cwd: place })) {
		const file = join(place, name);
		replaceFile(file, readFileSync(file, 'utf8').replace(/^post: .*$/m, `post: ${to}`));
	}
	console.log(`Its replies are in ${displayPath(place)}.`);
}
const { databaseUrl } = replySettings();
if (databaseUrl || existsSync(inboxFolder)) {
	const store = await openStore(inboxFolder, databaseUrl);
	const count = await createModeration(store, contentFolder).repost(from, to);
	await (store as { close?: () => Promise<void> }).close?.();
	if (count > 0) console.log(`${count} replies that readers have sent to it move along.`);
}
for (const name of globSync('{posts,pages,authors}/**/*.mdx', { cwd: contentFolder }).sort()) {
	const file = join(contentFolder, name);
	const before = readFileSync(file, 'utf8');
	const after = relinked(before, from, to);
	if (after === before) continue;
	replaceFile(file, after);
	console.log(`Changed what leads to it in ${displayPath(file)}.`);
}
console.log('Now run: npm run check');

/** The id of a post that an argument names: an address, a path or a file. */
function idOf(argument: string): string {
	const inPosts = relative(join(contentFolder, 'posts'), argument);
	const path = !inPosts.startsWith('..') && existsSync(argument) ? inPosts : argument;
	const alone = /^https?:\/\//.test(path) ? new URL(path).pathname : path;
	return alone.replace(/(\/index)?\.mdx$/, '').replace(/^\/+|\/+$/g, '');
}
