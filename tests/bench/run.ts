import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../site/sites.ts';
import { measureCheck, measureEdit } from './editing.ts';
import { generate } from './publication.ts';
import { measureSearch } from './search.ts';

/** `npm run bench`: measures, and prints a table and, last, the same as one line of JSON. */
const posts = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 5);
if (!Number.isInteger(posts) || posts < 1 || !Number.isInteger(rounds) || rounds < 1) {
	console.error('Usage: npm run bench -- [posts, 1000 unless told] [rounds, 5 unless told]');
	process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'broadside-bench-'));
const content = join(folder, 'content');
const out = join(folder, 'dist');
console.log(`Generating ${posts} posts, checking and editing them.`);
generate(content, posts);
const check = measureCheck(content, rounds);
const edit = await measureEdit(content, rounds);
generate(content, posts);

console.log('Building them.');
build({ CONTENT_DIR: content, OUT_DIR: out });

console.log('Measuring search.');
const search = await measureSearch(out, rounds);
console.table({
	'check, ms': { measured: check, bound: 5 * posts },
	'edit until shown by dev, ms': { measured: edit, bound: 1000 },
	'search page, bytes': { measured: search.page.bytes, bound: 40_000 },
	'first query, bytes': { measured: search.firstQuery.bytes, bound: 160_000 },
	'first query, requests': { measured: search.firstQuery.requests, bound: 14 },
	'first result after typing, ms': { measured: search.afterTyping, bound: 1200 },
	'first result after arriving, ms': { measured: search.afterArriving, bound: 2000 },
});
console.log(JSON.stringify({ posts, rounds, check, edit, search }));
