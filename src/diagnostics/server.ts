import { dirname, sep } from 'node:path';
import type { AstroIntegration, HookParameters } from 'astro';
import { contentFolder, generatedFolder } from '../folders.ts';
import type { Problem } from '../model/checks/problems.ts';
import { formats, summary } from '../model/checks/reports.ts';
import type { OpenEdition } from '../publishing/edition.ts';
import { holdProject, holdsProject } from '../lock.ts';
import { writeSchemas } from './schemas.ts';

type Server = HookParameters<'astro:server:setup'>['server'];

/** The debounce time for file changes, in milliseconds: an editor program must finish saving. */
const pause = 50;

/**
 * In development, reads the content again after each change. Shows its problems in the terminal and
 * in a panel on the page.
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

	const update = async () => {
		const letGo = await holdProject();
		await edition.update(new Date()).finally(letGo);
	};
	let waiting: NodeJS.Timeout | undefined;
	// Updates run one after another, so that the newest one ends last.
	let last = Promise.resolve();
	const soon = () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => {
			last = last.then(update).catch((error: unknown) => console.error(error));
		}, pause);
	};
	server.watcher.add([contentFolder, generatedFolder]);
	server.watcher.on('all', (_, path) => {
		if (path.startsWith(contentFolder + sep)) soon();
		// Pages hold their styles themselves, so Vite cannot exchange them.
		if (path.endsWith('.css')) setTimeout(() => hot.send({ type: 'full-reload' }), pause);
		// A build writes the lists of images and texts without those of drafts.
		if (dirname(path) === generatedFolder && path.endsWith('.mjs') && !holdsProject()) soon();
	});
	hot.on('diagnostics:ready', (_, client) => client.send('diagnostics:problems', problems));
	soon();
}
