import { once } from 'node:events';
import { cpSync, mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createStart } from '../../src/server/start.ts';
import { site } from '../../src/site.ts';
import { builtSite, inLanguages } from '../site/sites.ts';
import { deskPassword } from './pages.ts';

/** The sites and their content. The desk has its own copy, because it publishes. */
const served = {
	essay: 'content',
	fixtures: 'tests/fixtures/content',
	languages: 'tests/fixtures/languages',
	desk: 'content',
} as const;

/** Serves the built sites, each on a free port. Returns a function that stops the servers. */
export default async function start() {
	const scratch = mkdtempSync(join(tmpdir(), 'served-'));
	const servers = await Promise.all(
		(Object.keys(served) as (keyof typeof served)[]).map(async (name) => {
			const content = join(scratch, name, 'content');
			cpSync(served[name], content, { recursive: true });
			const folder = name === 'desk' ? join(scratch, 'dist') : builtSite(name).folder;
			if (name === 'desk') cpSync(builtSite('essay').folder, folder, { recursive: true });
			const env = `CONTENT_DIR="${content}" OUT_DIR="${folder}"`;
			const started = await createStart({
				site: name === 'languages' ? { ...site, ...inLanguages } : site,
				folder,
				content,
				inbox: join(scratch, name, 'inbox'),
				settings: {
					deskPassword,
					publishCommand: `${env} "${process.execPath}" ${resolve('src/commands/run.js')} build`,
					limits: { pause: 1, day: 1000 },
				},
			});
			return { name, ...started };
		}),
	);
	for (const { name, server } of servers) {
		server.listen(0);
		await once(server, 'listening');
		process.env[`SITE_${name}`] = `http://localhost:${(server.address() as AddressInfo).port}`;
	}
	process.env['SITES_ARE_BUILT'] = '1';
	return async () => {
		for (const { server, replies } of servers) {
			await replies?.publisher.close();
			server.closeAllConnections();
			server.close();
		}
	};
}
