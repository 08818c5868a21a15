import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** Serves the built site in `folder` below `base`, the path of its address, which ends in a slash. */
export function createApp(folder: string, base: string): Hono {
	const app = new Hono();
	const inside = (path: string) => path.slice(base.length - 1);

	// A folder's address without its slash leads to the one with it, query and all.
	app.get('*', async (context, next) => {
		const { pathname, search } = new URL(context.req.url);
		const page = join(folder, decode(inside(pathname)), 'index.html');
		if (
			pathname.startsWith(base) &&
			// Two slashes would name another host.
			!pathname.startsWith('//') &&
			!pathname.endsWith('/') &&
			page.startsWith(folder + sep) &&
			existsSync(page)
		)
			return context.redirect(`${pathname}/${search}`, 301);
		return next();
	});
	app.use(`${base}*`, serveStatic({ root: folder, rewriteRequestPath: inside }));
	app.notFound(async (context) =>
		context.html(await readFile(join(folder, '404.html'), 'utf8'), 404),
	);
	return app;
}

function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
