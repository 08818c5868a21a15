import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

/** While editing, serves the search index of the site that was last built into `folder`. */
export function lastIndex(folder: string, path: string): AstroIntegration {
	return {
		name: 'last-index',
		hooks: {
			'astro:server:setup': ({ server }) => {
				server.middlewares.use(path, (request, response, next) => {
					const file = join(folder, 'pagefind', new URL(request.url!, 'http://localhost').pathname);
					const stats = statSync(file, { throwIfNoEntry: false });
					if (!stats?.isFile()) return next();
					response.setHeader('Last-Modified', stats.mtime.toUTCString());
					response.setHeader(
						'Content-Type',
						file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream',
					);
					createReadStream(file).pipe(response);
				});
			},
		},
	};
}
