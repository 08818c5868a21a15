import { cpSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyProject } from '../project.ts';
import { hugoPost, writeHugoSite } from './hugo.ts';
import { runProgram, type Ran } from './process.ts';
import { writeStockSite } from './stock.ts';

/** Times in seconds, the median of several rounds; memory and sizes in MB. */
export interface Building {
	readonly cold: number;
	/** Nothing has changed since the last build. */
	readonly unchanged: number;
	/** A word was added to a post in the middle of the publication. */
	readonly edited: number;
	/** A post was added. */
	readonly added: number;
	/** The template of the post page was edited. */
	readonly template: number;
	/** The peak memory of the cold build. */
	readonly memory: number;
	/** The size of the site with its search index. */
	readonly size: number;
}

interface Site {
	/** Deletes the output and caches of earlier builds. */
	readonly forget: () => void;
	/** Builds the site and its search index. */
	readonly build: () => Promise<Ran>;
	/** Copies a post from the publication. */
	readonly take: (path: string) => void;
	/** Edits the template of the post page. */
	readonly edit: (round: number) => void;
	readonly out: string;
}

const pagefind = resolve('node_modules/.bin/pagefind');

/** Creates a Broadside site in `folder` with the publication in `content`. */
export function broadside(content: string, folder: string): Site {
	copyProject(folder);
	cpSync(content, join(folder, 'content'), { recursive: true });
	const out = join(folder, 'dist');
	return {
		out,
		forget: () => forget(folder, 'dist', '.astro', 'node_modules/.astro'),
		build: () => runProgram(process.execPath, ['src/commands/run.js', 'build'], folder),
		take: (path) => cpSync(join(content, path), join(folder, 'content', path)),
		edit: (round) => touch(join(folder, 'src/components/post/PostPage.astro'), '<article', round),
	};
}

/**
 * Creates a site with plain Astro and Pagefind. `isIncremental` makes Astro keep pages between
 * builds.
 */
export function stockAstro(content: string, folder: string, isIncremental = false): Site {
	writeStockSite(content, folder, isIncremental);
	const out = join(folder, 'dist');
	const astro = resolve('node_modules/astro/bin/astro.mjs');
	const env = { ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '--max-old-space-size=12000' };
	return {
		out,
		forget: () => forget(folder, 'dist', '.astro', 'node_modules/.astro'),
		build: async () =>
			withIndex(await runProgram(process.execPath, [astro, 'build'], folder, env), out),
		take: (path) => cpSync(join(content, path), join(folder, 'content', path)),
		edit: (round) => touch(join(folder, 'src/pages/[...slug].astro'), '<article', round),
	};
}

/** Creates a plain Astro site with `experimental.incrementalBuild`. */
export function incrementalAstro(content: string, folder: string): Site {
	return stockAstro(content, folder, true);
}

/** Creates a site with Hugo and Pagefind. */
export function hugo(content: string, folder: string): Site {
	writeHugoSite(content, folder);
	const out = join(folder, 'public');
	return {
		out,
		forget: () => forget(folder, 'public', 'resources'),
		build: async () =>
			withIndex(await runProgram('hugo', ['--quiet', '--cleanDestinationDir'], folder), out),
		take: (path) => hugoPost(content, folder, path),
		edit: (round) => touch(join(folder, 'layouts/_default/single.html'), '<article', round),
	};
}

/** Measures every kind of build of `site`. Edits a post and adds posts in `content`. */
export async function measureBuilding(
	content: string,
	site: Site,
	rounds: number,
): Promise<Building> {
	const posts = globSync('posts/*/*.mdx', { cwd: content }).sort();
	const middle = posts[Math.floor(posts.length / 2)]!;
	const text = readFileSync(join(content, middle), 'utf8');
	const times = { cold: [], unchanged: [], edited: [], added: [], template: [] } as Record<
		'cold' | 'unchanged' | 'edited' | 'added' | 'template',
		number[]
	>;
	let memory = 0;
	for (let round = 0; round < rounds; round++) {
		site.forget();
		const cold = await site.build();
		times.cold.push(cold.seconds);
		memory = Math.max(memory, cold.memory);
		times.unchanged.push((await site.build()).seconds);

		writeFileSync(join(content, middle), text.replace(/\n\n(?=\w)/, `\n\nEdited${round} `));
		site.take(middle);
		times.edited.push((await site.build()).seconds);

		const added = middle.replace('.mdx', `-new-${round}.mdx`);
		writeFileSync(join(content, added), text.replace(/^title: ".*"/m, `title: "New ${round}"`));
		site.take(added);
		times.added.push((await site.build()).seconds);

		site.edit(round);
		times.template.push((await site.build()).seconds);
	}
	const medians = Object.fromEntries(
		Object.entries(times).map(([name, values]) => [name, median(values)]),
	) as Record<keyof typeof times, number>;
	return { ...medians, memory, size: sizeOf(site.out) };
}

async function withIndex(built: Ran, out: string) {
	const indexed = await runProgram(pagefind, ['--site', out, '--quiet'], out);
	return {
		seconds: built.seconds + indexed.seconds,
		memory: Math.max(built.memory, indexed.memory),
		output: built.output,
	};
}

function forget(folder: string, ...names: readonly string[]): void {
	for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
}

function touch(file: string, tag: string, round: number): void {
	const text = readFileSync(file, 'utf8');
	writeFileSync(
		file,
		text.replace(new RegExp(`${tag}( data-round="\\d+")?`), `${tag} data-round="${round}"`),
	);
}

function sizeOf(folder: string): number {
	const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((file) =>
		file.isFile(),
	);
	const bytes = files.reduce(
		(sum, file) => sum + statSync(join(file.parentPath, file.name)).size,
		0,
	);
	return Math.round(bytes / 1e5) / 10;
}

function median(values: readonly number[]): number {
	const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
	return Math.round(middle * 10) / 10;
}
