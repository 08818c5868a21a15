import { existsSync, globSync, renameSync, rmSync } from 'node:fs';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import type { Site } from '../model/site.ts';
import { digestsOf } from './compiled.ts';
import { filesIn, readJson, replaceFile, statOf } from './disk.ts';
import { imageScope } from './images.ts';
import log, { errors, failOnErrors } from './log.ts';
import { createPrinter, type Inputs, type Printer } from './printer.ts';

/**
 * What prints pages: our components and styles, images and texts with code of their own, as Astro
 * compiled them, kept until something of it changes.
 */
export interface Renderer {
	/** The files that pages refer to, as they lie in the site. */
	readonly assets: string;
	/** What is kept, if nothing has changed. */
	open(): Promise<Printer | undefined>;
	/** Has Astro compile all of it, and `use` it meanwhile, so that Astro makes the images. */
	compile(use: (printer: Printer) => Promise<void>): Promise<void>;
}

interface Known {
	/** Of all that was compiled, as far as it was known before. */
	readonly key: string;
	readonly inputs: Inputs;
}

/** What Astro has compiled into `cache`; `key` is a digest of all that it compiles. */
export function createRenderer(cache: string, site: Site, key: string): Renderer {
	const folder = join(cache, 'renderer');
	const [assets, program] = [join(folder, 'assets'), join(folder, 'program')];
	const list = join(cache, 'renderer.json');
	const unfinished = join(cache, 'renderer.unfinished');
	return {
		assets,
		async open() {
			const { key: last, inputs = {} } = readJson<Partial<Known>>(list, {});
			if (last !== key) return undefined;
			const now = digestsOf(Object.keys(inputs), cache);
			return isDeepStrictEqual(now, inputs) ? load(program, site, now) : undefined;
		},
		async compile(use) {
			for (const path of [list, folder]) rmSync(path, { recursive: true, force: true });
			// Astro takes any image that lies there for a whole one.
			if (existsSync(unfinished)) rmSync(join(cache, 'assets'), { recursive: true, force: true });
			replaceFile(unfinished, '');
			tidyCompiled();
			errors.length = 0;
			let inputs: Inputs = {};
			const printing = printingWith(
				program,
				(modules) => (inputs = digestsOf(contentFiles(modules), cache)),
				(paths, render) => use(createPrinter(site, paths, render, { makesImages: true, inputs })),
			);
			const { build } = await import('astro');
			const { installRenderScope } = await import('astro/app');
			installRenderScope(imageScope as unknown as Parameters<typeof installRenderScope>[0]);
			const { default: config } = await import('../../astro.config.ts');
			await build({
				// Vite need not compile the configuration, as it would have to if Astro read it itself.
				...config,
				configFile: false,
				integrations: [...(config.integrations ?? []), printing],
				outDir: assets,
				logger: { entrypoint: new URL('log.ts', import.meta.url) },
			});
			failOnErrors();
			replaceFile(list, JSON.stringify({ key, inputs } satisfies Known));
			rmSync(unfinished);
		},
	};
}

/**
 * Each program leaves twice its 40 files in what Node keeps compiled, which it never tidies: those of
 * about 100 programs may stay.
 */
function tidyCompiled(): void {
	const { NODE_COMPILE_CACHE: folder } = process.env;
	if (folder && filesIn(folder).length > 10_000) rmSync(folder, { recursive: true, force: true });
}

/**
 * Keeps in `program` the code that prints, tells `note` the modules that are part of it, and has Astro
 * leave the printing to `use`.
 */
function printingWith(
	program: string,
	note: (modules: Iterable<string>) => void,
	use: (
		paths: AstroPrerenderer['getStaticPaths'],
		render: (request: Request, route: RouteData) => Promise<Response>,
	) => Promise<void>,
): AstroIntegration {
	const noting = {
		name: 'inputs',
		applyToEnvironment: ({ name }: { name: string }) => name === 'prerender',
		generateBundle(this: { getModuleIds: () => Iterable<string> }) {
			note(this.getModuleIds());
		},
	};
	const printer = (standard: AstroPrerenderer): AstroPrerenderer => ({
		...standard,
		async getStaticPaths() {
			const render = async (request: Request, routeData: RouteData) => {
				const result = await standard.render(request, { routeData });
				return result instanceof Response ? result : result.response;
			};
			await use(() => standard.getStaticPaths(), render);
			return [];
		},
	});
	return {
		name: 'printing',
		hooks: {
			'astro:build:setup': ({ updateConfig }) =>
				void updateConfig({
					plugins: [noting],
					environments: {
						prerender: { build: { rolldownOptions: { input: entry } } },
						// What lies in public/ is put into the site as it is.
						client: { build: { copyPublicDir: false } },
					},
				}),
			'astro:build:start': ({ setPrerenderer }) => setPrerenderer(printer),
			'astro:build:generated': ({ dir }) =>
				renameSync(fileURLToPath(new URL('.prerender/', dir)), program),
		},
	};
}

const entry = fileURLToPath(new URL('program.ts', import.meta.url));

/** What `program.ts`, compiled, has to offer (astro 7.3.5). */
interface Program {
	readonly app: {
		readonly manifest: {
			readonly routes: readonly { routeData: RouteData; styles: readonly object[] }[];
		};
		setInternals(internals: object): void;
		setOptions(options: object): void;
		render(request: Request, options: { routeData: RouteData }): Promise<Response>;
	};
	readonly StaticPaths: new (app: object) => { getAll: AstroPrerenderer['getStaticPaths'] };
}

/** Has a `program` print that was compiled by an earlier build, without Astro. */
async function load(program: string, site: Site, inputs: Inputs): Promise<Printer | undefined> {
	const [entry] = globSync('prerender-entry.*.mjs', { cwd: program });
	if (!entry) return undefined;
	const { app, StaticPaths } = (await import(pathToFileURL(join(program, entry)).href)) as Program;
	// Astro has told its own manifest as well which styles belong to which page.
	const pages = app.manifest.routes.map(({ routeData, styles }): [string, object] => [
		`${routeData.route}&${routeData.component}`,
		{ styles: styles.map((sheet, order) => ({ sheet, order, depth: 0 })) },
	]);
	app.setInternals({ pagesByKeys: new Map(pages) });
	app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: log() } } });
	const render = (request: Request, routeData: RouteData) => app.render(request, { routeData });
	const paths = () => new StaticPaths(app).getAll();
	return createPrinter(site, paths, render, { makesImages: false, inputs });
}

/** The files of modules that are neither ours, nor Astro's, nor of a package. */
function contentFiles(modules: Iterable<string>): string[] {
	const files = [...modules].map((id) => id.replace(/[?#].*$/, ''));
	const others = [
		...['src', '.astro'].map((name) => resolve(name) + sep),
		`${sep}node_modules${sep}`,
	];
	return [...new Set(files)]
		.filter((file) => isAbsolute(file) && !others.some((part) => file.includes(part)))
		.filter((file) => statOf(file)?.isFile())
		.sort();
}
