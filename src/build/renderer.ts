import { globSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import type { Site } from '../model/site.ts';
import { readJson, replaceFile } from './disk.ts';
import log, { errors } from './log.ts';

/** Prints the pages of a site. */
export interface Printer {
	paths(): Promise<readonly PagePath[]>;
	print(page: PagePath): Promise<Buffer>;
	/** Whether Astro is at work, and makes whatever images pages ask for. */
	readonly makesImages: boolean;
}

/** A page, and where its file lies in the site. */
export interface PagePath {
	readonly file: string;
	/** A digest of what it shows; none if only its print tells. */
	readonly cacheKey?: string | undefined;
	readonly pathname: string;
	readonly route: RouteData;
}

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

/** What Astro has compiled into `cache`; `key` is a digest of all that it compiles. */
export function createRenderer(cache: string, site: Site, key: string): Renderer {
	const folder = join(cache, 'renderer');
	const [assets, program] = [join(folder, 'assets'), join(folder, 'program')];
	const list = join(cache, 'renderer.json');
	return {
		assets,
		async open() {
			const kept = readJson<{ key?: string }>(list, {});
			return kept.key === key ? load(program, site) : undefined;
		},
		async compile(use) {
			for (const path of [list, folder]) rmSync(path, { recursive: true, force: true });
			const { build } = await import('astro');
			const { default: config } = await import('../../astro.config.ts');
			await build({
				// Vite need not compile the configuration, as it would have to if Astro read it itself.
				...config,
				configFile: false,
				integrations: [...(config.integrations ?? []), printing(site, use, program)],
				outDir: assets,
				logger: { entrypoint: new URL('log.ts', import.meta.url) },
			});
			failOnErrors();
			replaceFile(list, JSON.stringify({ key }));
		},
	};
}

/** Has Astro leave the printing to `use`, and keeps in `program` the code that prints. */
function printing(
	site: Site,
	use: (printer: Printer) => Promise<void>,
	program: string,
): AstroIntegration {
	const printer = (standard: AstroPrerenderer): AstroPrerenderer => ({
		...standard,
		async getStaticPaths() {
			const render = async (request: Request, routeData: RouteData) => {
				const result = await standard.render(request, { routeData });
				return result instanceof Response ? result : result.response;
			};
			await use(createPrinter(site, () => standard.getStaticPaths(), render, true));
			return [];
		},
	});
	return {
		name: 'printing',
		hooks: {
			'astro:build:setup': ({ updateConfig }) =>
				void updateConfig({
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
async function load(program: string, site: Site): Promise<Printer | undefined> {
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
	return createPrinter(site, () => new StaticPaths(app).getAll(), render, false);
}

function createPrinter(
	site: Site,
	paths: AstroPrerenderer['getStaticPaths'],
	render: (request: Request, route: RouteData) => Promise<Response>,
	makesImages: boolean,
): Printer {
	return {
		makesImages,
		async paths() {
			const all = await paths();
			return all.map((path) => ({ ...path, file: fileOf(path.pathname, path.route) }));
		},
		async print({ pathname, route }) {
			const path = pathname.replace(/^\/|\/$/g, '');
			const slash = route.type === 'page' && path !== '' ? '/' : '';
			const response = await render(new Request(new URL(path + slash, site.address)), route);
			failOnErrors();
			return Buffer.from(await response.arrayBuffer());
		},
	};
}

function fileOf(pathname: string, { type }: RouteData): string {
	const path = pathname.replace(/^\/|\/$/g, '');
	if (type === 'endpoint') return path;
	return path === '404' ? '404.html' : join(path, 'index.html');
}

function failOnErrors(): void {
	if (errors.length > 0) throw new Error(errors.join('\n'));
}
