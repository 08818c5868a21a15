import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../site/sites.ts';
import {
	broadside,
	hugo,
	incrementalAstro,
	measureBuilding,
	stockAstro,
	type Building,
} from './building.ts';
import { measureCheck, measureEdit } from './editing.ts';
import { oldBlog } from './oldblog.ts';
import { runProgram, type Ran } from './process.ts';
import { generate } from './publication.ts';
import { measureSearch } from './search.ts';
import { measureRecall } from '../unit/search/recall.ts';

const usage = `Usage: npm run bench [-- build|pictures|use|recall|import] [posts] [rounds]
  build  builds of 100, 1,000 and 10,000 posts, or as many as told, beside stock Astro and Hugo
  pictures
         cold builds of 57 posts with 133 photographs, beside stock Astro
  use    check, the editing server and the search page
  recall how well the search finds inflected words
  import a blog of 1,000 posts and 3,000 comments moves in
All unless told; 3 rounds unless told.`;

const [what = '', ...numbers] = /^\d/.test(process.argv[2] ?? '')
	? ['', ...process.argv.slice(2)]
	: process.argv.slice(2);
const [posts, rounds = 3] = numbers.map(Number);
const isCount = (count: number) => Number.isInteger(count) && count > 0;
if (
	!['', 'build', 'pictures', 'use', 'recall', 'import'].includes(what) ||
	!isCount(posts ?? 1) ||
	!isCount(rounds)
) {
	console.error(usage);
	process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'broadside-bench-'));
const results: Record<string, unknown> = {};
if (what === '' || what === 'build')
	for (const count of posts ? [posts] : [100, 1000, 10_000]) await benchBuilding(count);
if (what === '' || what === 'pictures') await benchPictures(posts ?? 57);
if (what === '' || what === 'use') await benchUse(posts ?? 1000);
if (what === '' || what === 'recall') await benchRecall();
if (what === '' || what === 'import') await benchImport(posts ?? 1000);
rmSync(folder, { recursive: true });
console.log(JSON.stringify(results));

/** Imports a blog with three comments a post, for the first and for the second time. */
async function benchImport(count: number): Promise<void> {
	console.log(`Importing ${count} posts.`);
	const file = join(folder, 'export.xml');
	writeFileSync(file, '');
	for (const piece of oldBlog({ posts: count, comments: count * 3 })) appendFileSync(file, piece);
	const command = [
		'run',
		'-s',
		'import',
		'--',
		'wordpress',
		file,
		'--into',
		join(folder, 'moved'),
		'--write',
	];
	const env = { REPLIES_DIR: join(folder, 'inbox') };
	const first = await runProgram('npm', command, '.', env);
	const second = await runProgram('npm', command, '.', env);
	const row = ({ seconds, memory }: Ran) => ({ seconds: seconds.toFixed(1), memory });
	console.table({ 'first import': row(first), 'second import': row(second) });
	results['import'] = {
		posts: count,
		first: first.seconds,
		second: second.seconds,
		memory: first.memory,
	};
}

/** Compares with stock Astro, up to 1,000 posts, and with Hugo, if it is installed. */
async function benchBuilding(count: number): Promise<void> {
	const sites: Record<string, typeof broadside> = { Broadside: broadside };
	if (count <= 1000) {
		sites['Astro'] = stockAstro;
		sites['Astro incremental'] = incrementalAstro;
	}
	if (spawnSync('hugo', ['version']).status === 0) sites['Hugo'] = hugo;
	const measured: Record<string, Building> = {};
	for (const [name, make] of Object.entries(sites)) {
		console.log(`Building ${count} posts with ${name}.`);
		const content = join(folder, `${name}-${count}`, 'content');
		await generate(content, count);
		const site = make(content, join(folder, `${name}-${count}`, 'site'));
		measured[name] = await measureBuilding(content, site, count > 1000 ? 1 : rounds);
		rmSync(join(folder, `${name}-${count}`), { recursive: true });
	}
	const own = measured['Broadside']!;
	const ratio = (other: Building) =>
		Object.fromEntries(
			Object.entries(own).map(([name, value]) => [
				name,
				(value / other[name as keyof Building]).toFixed(2),
			]),
		);
	const { Broadside: _, ...others } = measured;
	console.table({
		...Object.fromEntries(
			Object.entries(others).map(([name, other]) => [`Broadside / ${name}`, ratio(other)]),
		),
		...measured,
	});
	results[`building ${count}`] = measured;
}

/** Compares cold builds of a publication with many photographs with stock Astro. */
async function benchPictures(count: number): Promise<void> {
	const seconds: Record<string, number> = {};
	for (const [name, make] of Object.entries({ Broadside: broadside, Astro: stockAstro })) {
		console.log(`Building ${count} posts with photographs with ${name}.`);
		const content = join(folder, `pictures-${name}`, 'content');
		await generate(content, count, true);
		const site = make(content, join(folder, `pictures-${name}`, 'site'));
		site.forget();
		seconds[name] = (await site.build()).seconds;
		rmSync(join(folder, `pictures-${name}`), { recursive: true });
	}
	console.table({
		'cold build with photographs, of stock Astro': {
			measured: seconds['Broadside']! / seconds['Astro']!,
			bound: 2,
		},
	});
	results[`pictures ${count}`] = seconds;
}

async function benchUse(count: number): Promise<void> {
	const content = join(folder, 'content');
	const out = join(folder, 'dist');
	console.log(`Checking and editing ${count} posts.`);
	await generate(content, count);
	const check = measureCheck(content, rounds);
	const edit = await measureEdit(content, rounds);
	await generate(content, count);

	console.log('Measuring search.');
	build({ CONTENT_DIR: content, OUT_DIR: out });
	const search = await measureSearch(out, rounds);
	console.table({
		'check with nothing kept, ms': { measured: check.cold, bound: 1000 + 4 * count },
		'check again, ms': { measured: check.again, bound: 1000 + count },
		'edit until shown by dev, ms': { measured: edit, bound: 1000 },
		'search page, bytes': { measured: search.page.bytes, bound: 40_000 },
		'first query, bytes': { measured: search.firstQuery.bytes, bound: 160_000 },
		'first query, requests': { measured: search.firstQuery.requests, bound: 14 },
		'first result after typing, ms': { measured: search.afterTyping, bound: 1200 },
		'first result after arriving, ms': { measured: search.afterArriving, bound: 2000 },
	});
	results['use'] = { posts: count, check, edit, search };
}

/** Of 100 pairs of forms in each language, on sites in three languages. */
async function benchRecall(): Promise<void> {
	const rows: Record<string, Record<string, number>> = {};
	for (const site of ['en', 'de', 'mn'])
		for (const [language, { recall, precision }] of Object.entries(await measureRecall(site)))
			rows[`${language} on a site in ${site}`] = {
				recall,
				precision: Number(precision.toFixed(1)),
			};
	console.table(rows);
	results['recall'] = rows;
}
