import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';

/** The sites that tests read, each built from its content with its settings. */
const settings = {
	essay: {},
	fixtures: { CONTENT_DIR: 'tests/fixtures/content' },
	journal: {
		CONTENT_DIR: 'tests/fixtures/content',
		SITE_ADDRESS: 'https://vesper.example/journal/',
	},
} as const;

export type SiteName = keyof typeof settings;
export const siteNames = Object.keys(settings) as SiteName[];

const folder = resolve('node_modules/.cache/broadside-tests');

export interface BuiltSite {
	readonly folder: string;
	/** Every HTML file, by its address, such as `/about/`. */
	readonly pages: ReadonlyMap<string, CheerioAPI>;
	readonly read: (path: string) => string;
}

/** The site in its folder, built now unless the test run has done so. */
export function builtSite(name: SiteName): BuiltSite {
	const out = join(folder, name);
	if (!process.env['SITES_ARE_BUILT']) build({ ...settings[name], OUT_DIR: out });
	const files = globSync('**/*.html', { cwd: out }).sort();
	const read = (path: string) => readFileSync(join(out, path), 'utf8');
	return {
		folder: out,
		pages: new Map(files.map((file) => [`/${file.replace(/index\.html$/, '')}`, load(read(file))])),
		read,
	};
}

/** Runs a command of the project, or of a copy in `cwd`, and returns what it said and how it ended. */
export function run(
	command: 'build' | 'check' | 'forget' | 'move' | 'new' | 'replies' | 'serve',
	env: Record<string, string>,
	args: readonly string[] = [],
	cwd = '.',
) {
	const start = ['src/commands/run.js', command];
	const { status, stdout, stderr } = spawnSync(process.execPath, [...start, ...args], {
		cwd,
		env: { ...process.env, ...env },
		encoding: 'utf8',
	});
	return { status, stdout, stderr };
}

export function build(env: Record<string, string>, ...args: string[]): void {
	const { status, stderr } = run('build', env, args);
	if (status !== 0)
		throw new Error(`The site for ${relative('', env['OUT_DIR'] ?? '')} was not built:\n${stderr}`);
}

/** The text of an element with runs of white space folded. */
export function textOf(element: { text: () => string }): string {
	return element.text().replace(/\s+/g, ' ').trim();
}

/** Every file below `folder`, by its path, byte for byte. */
export function filesOf(folder: string): Map<string, string> {
	const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((file) =>
		file.isFile(),
	);
	return new Map(
		files
			.map((file) => join(file.parentPath, file.name))
			.sort()
			.map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
	);
}
