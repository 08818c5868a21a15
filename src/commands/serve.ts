import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { recover } from '../build/swap.ts';
import { outFolder } from '../folders.ts';
import { createApp } from '../server/app.ts';
import { site } from '../site.ts';
import { port, settings } from './settings.ts';

settings();
const chosen = port();
await recover(outFolder);

if (!existsSync(join(outFolder, 'index.html'))) {
	console.error(`There is no built site in "${outFolder}". Run: npm run build`);
	process.exit(1);
}

const base = new URL(site.address).pathname.replace(/\/*$/, '/');
const server = serve({ fetch: createApp(outFolder, base).fetch, port: chosen }, (info) =>
	console.log(`The site is at http://localhost:${info.port}${base}`),
);
server.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EADDRINUSE') throw error;
	console.error(`Port ${chosen} is taken. Choose another one: PORT=4322 npm start`);
	process.exitCode = 1;
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.close());
