import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

/** Which rooms each room may take from. `node` means Node's own modules. */
const allowed: Record<string, readonly string[]> = {
	model: ['model'],
	markdown: ['model', 'markdown'],
	import: ['model', 'import'],
	search: ['model', 'search'],
	components: ['components', 'model', 'search', 'styles'],
	pages: ['load', 'components', 'model', 'site'],
	load: ['build', 'clock', 'folders', 'model', 'node', 'site'],
	clock: [],
	'content.config': ['build', 'model', 'node'],
	proof: ['proof', 'build', 'model', 'node'],
	build: ['build', 'clock', 'config', 'import', 'model', 'markdown', 'site', 'folders', 'node'],
	server: ['server', 'build', 'import', 'model', 'markdown', 'site', 'folders', 'node'],
	commands: [
		'commands',
		'clock',
		'config',
		'build',
		'server',
		'import',
		'model',
		'markdown',
		'site',
		'folders',
		'node',
	],
	site: [],
	folders: ['node'],
};

/** Pure modules of Node, which need no files, clock or network. */
const pure = new Set(['node:crypto', 'node:path', 'node:url']);

test('imports go one way', () => {
	const wrong: string[] = [];
	for (const file of globSync('src/**/*.{ts,astro}')) {
		const room = roomOf(file);
		for (const target of importsOf(file)) {
			const from = target.startsWith('.')
				? roomOf(join(dirname(file), target))
				: packageRoom(target);
			if (from && !(allowed[room] ?? []).includes(from)) wrong.push(`${file} imports ${target}`);
		}
	}
	assert.deepEqual(wrong, []);
});

test('only load asks Astro for content', () => {
	const askers = globSync('src/**/*.{ts,astro}').filter((file) =>
		/\b(getCollection|getEntry)\b/.test(readFileSync(file, 'utf8')),
	);
	assert.deepEqual(askers, ['src/load.ts']);
});

test('only urls spells addresses', () => {
	const spellers = globSync('src/{model,components,pages}/**/*.{ts,astro}').filter((file) =>
		/["'`]\/?(category|tag|author|archive)\//.test(readFileSync(file, 'utf8')),
	);
	assert.deepEqual(spellers, ['src/model/urls.ts']);
});

function importsOf(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
		([, target]) => target!,
	);
}

function roomOf(file: string): string {
	if (file === 'astro.config.ts') return 'config';
	return relative('src', file)
		.split('/')[0]!
		.replace(/\.(ts|astro)$/, '');
}

function packageRoom(target: string): string | undefined {
	return target.startsWith('node:') && !pure.has(target) ? 'node' : undefined;
}
