import { createReadStream } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import type { AstroIntegration } from 'astro';
import { decoded } from '../model/publication/urls.ts';
import { statOf } from '../disk.ts';

/** In development, serves the files of `folder` at `path`. A build copies them instead. */
export function files(folder: string, path: string): AstroIntegration {
	return {
		name: 'files',
		hooks: {
			'astro:server:setup': ({ server }) => void server.middlewares.use(path, serve(folder)),
		},
	};
}

/** In development, serves the search index of the last build in the folder `site` at `path`. */
export function lastIndex(site: string, path: string): AstroIntegration {
	return {
		name: 'last-index',
		hooks: {
			'astro:server:setup': ({ server }) =>
				void server.middlewares.use(path, serve(join(site, 'pagefind'))),
		},
	};
}

type Middleware = (
	request: { url?: string | undefined },
	response: NodeJS.WritableStream & { setHeader: (name: string, value: string) => unknown },
	next: () => void,
) => void;

/** Content types that browsers require. They detect the others. */
const types: Record<string, string> = {
	'.js': 'text/javascript',
	'.pdf': 'application/pdf',
	'.mp3': 'audio/mpeg',
	'.mp4': 'video/mp4',
};

function serve(folder: string): Middleware {
	return (request, response, next) => {
		const { pathname } = new URL(`http://localhost${request.url}`);
		const file = resolve(folder, `.${decoded(pathname)}`);
		const stats = file.startsWith(folder + sep) && statOf(file);
		if (!stats || !stats.isFile()) return next();
		response.setHeader('Last-Modified', stats.mtime.toUTCString());
		response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
		pipeline(createReadStream(file), response, () => undefined);
	};
}
