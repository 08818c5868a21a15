import { sep } from 'node:path';
import type { AstroIntegration, HookParameters } from 'astro';
import { buildLock, contentFolder } from '../folders.ts';
import type { Problem } from '../model/checks/problems.ts';
import { formats, summary } from '../model/checks/reports.ts';
import type { OpenEdition } from '../publishing/edition.ts';
import { writeSchemas } from './schemas.ts';

type Server = HookParameters<'astro:server:setup'>['server'];

/** Time to let an editor program finish saving, in milliseconds. */
const pause = 50;

/**
 * While editing: reads the content again after each change, and tells what is wrong with it in the
 * terminal and in a panel of the page.
 */
export function diagnostics(edition: OpenEdition): AstroIntegration {
	return {
		name: 'diagnostics',
		hooks: {
			'astro:config:setup': ({ command, injectScript }) => {
				if (command === 'dev') injectScript('page', `import '/src/diagnostics/panel.ts';`);
			},
			'astro:server:setup': ({ server }) => watch(server, edition),
		},
	};
}

function watch(server: Server, edition: OpenEdition): void {
	const { hot } = server.environments.client;
	let problems: readonly Problem[] = [];
	let told = '';
	const tell = () => {
		({ problems } = edition.checked);
		const report = formats.text(problems);
		if (report !== told) console.log(`${report && `\n${report}\n`}\n${summary(problems)}`);
		told = report;
		hot.send('diagnostics:problems', problems);
	};
	edition.onUpdate(() => {
		tell();
		writeSchemas(contentFolder, edition.checked.content).catch(console.error);
	});

	let waiting: NodeJS.Timeout | undefined;
	// One after the other, so that the last to end is the last to have begun.
	let last = Promise.resolve();
	const soon = () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => {
			last = last
				.then(() => edition.update(new Date()))
				.catch((error: unknown) => console.error(error));
		}, pause);
	};
	server.watcher.add([contentFolder, buildLock]);
	server.watcher.on('all', (event, path) => {
		if (path.startsWith(contentFolder + sep)) soon();
		// A build has written anew, in Astro's one folder, which images there are: not those of drafts.
		if (path === buildLock && event === 'unlink') soon();
	});
	hot.on('diagnostics:ready', (_, client) => client.send('diagnostics:problems', problems));
	soon();
}
