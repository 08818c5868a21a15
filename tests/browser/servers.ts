import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createApp } from '../../src/server/app.ts';
import { builtSite, type SiteName } from '../site/sites.ts';

const served: [SiteName, string][] = [
	['essay', '/'],
	['fixtures', '/'],
];

/** Serves the built sites for as long as the tests run, each on a port that is free. */
export default async function start() {
	const servers = served.map(([name, base]) => {
		const { folder } = builtSite(name);
		return { name, server: serve({ fetch: createApp(folder, base).fetch, port: 0 }) };
	});
	for (const { name, server } of servers) {
		if (!server.listening) await once(server, 'listening');
		process.env[`SITE_${name}`] = `http://localhost:${(server.address() as AddressInfo).port}`;
	}
	process.env['SITES_ARE_BUILT'] = '1';
	return () => servers.forEach(({ server }) => server.close());
}
