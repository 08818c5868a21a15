import { join } from 'node:path';
import type { AstroPrerenderer, RouteData } from 'astro';
import type { Site } from '../model/site.ts';
import { failOnErrors } from './log.ts';

/** Prints the pages of a site. */
export interface Printer {
	paths(): Promise<readonly PagePath[]>;
	print(page: PagePath): Promise<Buffer>;
	/** Whether Astro is at work, and makes whatever images pages ask for. */
	readonly makesImages: boolean;
	readonly inputs: Inputs;
}

/** Digests of the files of the content that were compiled, by their paths. */
export type Inputs = Readonly<Record<string, string>>;

/** A page, and where its file lies in the site. */
export interface PagePath {
	readonly file: string;
	/** A digest of what it shows; none if only its print tells. */
	readonly cacheKey?: string | undefined;
	readonly pathname: string;
	readonly route: RouteData;
}

/** Prints with what Astro offers to list pages and to render one. */
export function createPrinter(
	site: Site,
	paths: AstroPrerenderer['getStaticPaths'],
	render: (request: Request, route: RouteData) => Promise<Response>,
	rest: Pick<Printer, 'makesImages' | 'inputs'>,
): Printer {
	const base = site.address.replace(/\/$/, '');
	return {
		...rest,
		async paths() {
			const all = await paths();
			return all.map((path) => ({ ...path, file: fileOf(path.pathname, path.route) }));
		},
		async print({ pathname, route }) {
			const path = pathname.replace(/^\/|\/$/g, '');
			const slash = route.type === 'page' && path !== '' ? '/' : '';
			const response = await render(new Request(`${base}/${encodeURI(path)}${slash}`), route);
			failOnErrors();
			if (response.status !== 200 && path !== '404')
				throw new Error(`/${path} cannot be printed: Astro answers ${response.status}.`);
			return Buffer.from(await response.arrayBuffer());
		},
	};
}

function fileOf(pathname: string, { type }: RouteData): string {
	const path = pathname.replace(/^\/|\/$/g, '');
	if (type === 'endpoint') return path;
	return path === '404' ? '404.html' : join(path, 'index.html');
}
