import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

/** What each room may import besides itself. `node` is what reads files, the clock or the network. */
const allowed: Record<string, readonly string[]> = {
	site: [],
	clock: [],
	folders: ['node'],
	disk: ['folders', 'node'],
	lock: ['folders', 'node'],
	workers: ['node'],
	model: [],
	markdown: ['model'],
	importing: ['model', 'node'],
	exporting: ['markdown', 'model'],
	search: ['model'],
	edition: ['model'],
	load: ['edition', 'model'],
	components: ['load', 'model', 'search', 'styles'],
	pages: ['components', 'load', 'model', 'styles'],
	'content.config': ['edition'],
	previews: ['disk', 'model', 'node', 'workers'],
	publishing: [
		'clock',
		'disk',
		'edition',
		'folders',
		'lock',
		'markdown',
		'model',
		'node',
		'previews',
		'site',
		'workers',
	],
	diagnostics: ['disk', 'folders', 'lock', 'model', 'node', 'publishing'],
	server: ['disk', 'markdown', 'model', 'node'],
	commands: [
		'clock',
		'config',
		'diagnostics',
		'disk',
		'exporting',
		'folders',
		'importing',
		'integrations',
		'markdown',
		'model',
		'node',
		'previews',
		'publishing',
		'server',
		'site',
	],
	integrations: ['diagnostics', 'folders', 'model', 'publishing', 'site'],
	config: ['folders', 'integrations', 'markdown', 'model', 'node', 'site'],
};

/** Modules of Node that need no files, clock or network. */
const pure = new Set(['node:crypto', 'node:path', 'node:url']);

interface Import {
	readonly from: string;
	readonly to: string;
}

const files = [...globSync('src/**/*.{ts,astro}'), 'astro.config.ts'];
const imports: Import[] = files.flatMap((file) =>
	importsOf(file).map((to) => ({ from: file, to })),
);

test('imports go one way', () => {
	const wrong = imports.filter(({ from, to }) => {
		const [room, other] = [roomOf(from), roomOf(to)];
		return other !== room && other !== '' && !allowed[room]!.includes(other);
	});
	assert.deepEqual(wrong, []);
});

test('nothing is allowed that no file needs', () => {
	const used = new Set(imports.map(({ from, to }) => `${roomOf(from)} → ${roomOf(to)}`));
	const unused = Object.entries(allowed).flatMap(([room, others]) =>
		others.map((other) => `${room} → ${other}`).filter((arrow) => !used.has(arrow)),
	);
	assert.deepEqual(unused, []);
});

test('no file imports itself by way of others, not even for types', () => {
	const next = Map.groupBy(imports, ({ from }) => from);
	const done = new Set<string>();
	const circles: string[] = [];
	const visit = (file: string, path: readonly string[]) => {
		if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
		if (done.has(file) || path.includes(file)) return;
		for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
		done.add(file);
	};
	for (const file of files) visit(file, []);
	assert.deepEqual(circles, []);
});

test('only load asks Astro for content', () => {
	assert.deepEqual(
		files.filter((file) => /\b(getCollection|getEntry)\(/.test(readFileSync(file, 'utf8'))),
		['src/load.ts'],
	);
});

test('only urls spells addresses', () => {
	const spellers = globSync('src/{model,components,pages}/**/*.{ts,astro}').filter((file) =>
		/["'`]\/?(category|tag|author|archive)\//.test(readFileSync(file, 'utf8')),
	);
	assert.deepEqual(spellers, ['src/model/publication/urls.ts']);
});

/** The files that a file imports, and the modules of Node. */
function importsOf(file: string): string[] {
	const code = readFileSync(file, 'utf8');
	const targets = [...code.matchAll(/(?:from|import|load)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
		([, target]) => target!,
	);
	return targets.flatMap((target) => {
		if (target.startsWith('node:')) return pure.has(target) ? [] : ['node'];
		if (!target.startsWith('.')) return [];
		const path = join(dirname(file), target.replace(/\?.*$/, ''));
		return ['', '.ts', '.astro'].map((end) => path + end).filter((one) => existsSync(one));
	});
}

/** The folder below src/ in which a file lies, or the name of a file that lies there itself. */
function roomOf(file: string): string {
	if (file === 'astro.config.ts') return 'config';
	if (file === 'node') return 'node';
	return relative('src', file)
		.split('/')[0]!
		.replace(/\.(ts|astro)$/, '');
}
