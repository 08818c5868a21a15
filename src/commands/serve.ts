import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { recover } from '../publishing/swap.ts';
import { contentFolder, inboxFolder, outFolder } from '../folders.ts';
import { close } from '../server/http/server.ts';
import { createStart } from '../server/start.ts';
import { site } from '../site.ts';
import { refuse } from './options.ts';
import { port, replySettings, settings } from './settings.ts';

settings();
const chosen = port();
await recover(outFolder);

if (!existsSync(join(outFolder, 'index.html')))
	refuse(`There is no built site in "${outFolder}". Run: npm run build`, 1);

const { pathname } = new URL(site.address);
const started = await createStart({
	site,
	folder: outFolder,
	content: contentFolder,
	inbox: resolve(inboxFolder),
	settings: replySettings(),
}).catch((error: unknown) => refuse((error as Error).message, 1));
const { server, replies } = started;

server.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EADDRINUSE') throw error;
	refuse(`Port ${chosen} is taken. Choose another one: PORT=4322 npm start`, 1);
});
server.listen(chosen, () => {
	const address = server.address();
	const used = typeof address === 'object' && address ? address.port : chosen;
	console.log(`The site is at http://localhost:${used}${pathname.replace(/\/*$/, '/')}`);
});
const waiting = (await replies?.store.list('pending'))?.length ?? 0;
if (waiting > 0) console.log(`Replies that wait: ${waiting}. Read them with: npm run replies`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => {
		void Promise.all([close(server), replies?.publisher.close()]).then(() => process.exit(0));
	});
