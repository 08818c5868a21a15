import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { copyProject } from '../project.ts';

/** The sites that tests read, each built from its content with its settings. */
const settings = {
	essay: {},
	fixtures: { CONTENT_DIR: 'tests/fixtures/content' },
	journal: {
		CONTENT_DIR: 'tests/fixtures/content',
		SITE_ADDRESS: 'https://vesper.example/journal/',
	},
	languages: { CONTENT_DIR: resolve('tests/fixtures/languages') },
} as const;

/** What `src/site.ts` says of the site "languages". */
export const inLanguages = {
	languages: ['de', 'mn'],
	tagline: { en: 'Letters from three shores', de: 'Briefe von drei Ufern', mn: 'Гурван эрэг' },
	description: { en: 'An invented site.', de: 'Eine erfundene Seite.', mn: 'Зохиомол сайт.' },
} as const;

export type SiteName = keyof typeof settings;
export const siteNames = Object.keys(settings) as SiteName[];

const folder = resolve('node_modules/.cache/broadside-tests');

export interface BuiltSite {
	readonly folder: string;
	/** Every HTML file, by its address, such as `/about/`. */
	readonly pages: ReadonlyMap<string, CheerioAPI>;
	readonly read: (path: string) => string;
	/** The paths of the files whose paths match. */
	readonly files: (pattern: RegExp) => string[];
}

/** The site in its folder, built now unless the test run has done so. */
export function builtSite(name: SiteName): BuiltSite {
	const out = join(folder, name);
	if (!process.env['SITES_ARE_BUILT']) buildSite(name, out);
	const files = globSync('**/*.html', { cwd: out }).sort();
	const read = (path: string) => readFileSync(join(out, path), 'utf8');
	return {
		folder: out,
		pages: new Map(files.map((file) => [`/${file.replace(/index\.html$/, '')}`, load(read(file))])),
		read,
		files: (pattern) =>
			globSync('**/*.*', { cwd: out })
				.filter((path) => pattern.test(path))
				.sort(),
	};
}

function buildSite(name: SiteName, out: string): void {
	if (name !== 'languages') return build({ ...settings[name], OUT_DIR: out });
	const project = copyProject(mkdtempSync(join(tmpdir(), 'languages-')), inLanguages);
	build({ ...settings[name], OUT_DIR: out }, [], project);
	rmSync(project, { recursive: true });
}

/** Runs a command of the project, or of a copy in `cwd`, and returns what it said and how it ended. */
export function run(
	command:
		'build' | 'check' | 'export' | 'forget' | 'import' | 'move' | 'new' | 'replies' | 'serve',
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

export function build(
	env: Record<string, string>,
	args: readonly string[] = [],
	cwd?: string,
): void {
	const { status, stderr } = run('build', env, args, cwd);
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
