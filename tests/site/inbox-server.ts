import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { close } from '../../src/server/http/server.ts';
import { createStart } from '../../src/server/start.ts';
import { site } from '../../src/site.ts';
import { deskPassword } from '../browser/pages.ts';

/** The server of `inbox.ts`, in a process of its own; what it publishes is a list of what there is. */
const { SITE, CONTENT, INBOX, FOLDER } = process.env as Record<string, string>;
const publish = resolve('tests/site/inbox-publish.sh');
const { server, replies } = await createStart({
	site,
	folder: SITE!,
	content: CONTENT!,
	inbox: INBOX!,
	settings: {
		deskPassword,
		trustProxy: 'loopback',
		publishCommand: `sh "${publish}" "${join(CONTENT!, 'replies')}" "${FOLDER!}"`,
		limits: { hour: 1e9, waiting: 1e6 },
	},
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
console.log(`ready ${(server.address() as AddressInfo).port}`);
process.once('SIGTERM', () => {
	void Promise.all([close(server), replies?.publisher.close()]).then(() => process.exit(0));
});
