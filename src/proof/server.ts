import { sep } from 'node:path';
import type { AstroIntegration, HookParameters } from 'astro';
import { createChecker } from '../build/check.ts';
import { writeSchemas } from '../build/schemas.ts';
import { sharedReader } from '../build/shared.ts';
import type { Problem } from '../model/problems.ts';
import { formats, summary } from '../model/reports.ts';
import type { Site } from '../model/site.ts';

type Server = HookParameters<'astro:server:setup'>['server'];

/** Time to let an editor program finish saving, in milliseconds. */
const pause = 50;

/**
 * While editing: checks the content in `folder` after each change, and tells what is wrong in the
 * terminal and in a panel of the page.
 */
export function proof(folder: string, site: Site): AstroIntegration {
	return {
		name: 'proof',
		hooks: {
			'astro:config:setup': ({ command, injectScript }) => {
				if (command === 'dev') injectScript('page', `import '/src/proof/panel.ts';`);
			},
			'astro:server:setup': ({ server }) => watch(server, folder, site),
		},
	};
}

function watch(server: Server, folder: string, site: Site): void {
	const { hot } = server.environments.client;
	let problems: readonly Problem[] = [];
	let told = '';
	const tell = () => {
		const report = formats.text(problems);
		if (report !== told) console.log(`${report && `\n${report}\n`}\n${summary(problems)}`);
		told = report;
		hot.send('proof:problems', problems);
	};

	const checking = createChecker(folder, site, sharedReader());
	let waiting: NodeJS.Timeout | undefined;
	const check = async () => {
		const checked = await (await checking)(new Date());
		await writeSchemas(folder, checked.content);
		problems = checked.problems;
		tell();
	};
	// One after the other, so that the last to end is the last to have begun.
	let last = Promise.resolve();
	const soon = () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => {
			last = last.then(check).catch((error: unknown) => console.error(error));
		}, pause);
	};
	server.watcher.add(folder);
	server.watcher.on('all', (_, path) => path.startsWith(folder + sep) && soon());
	hot.on('proof:ready', (_, client) => client.send('proof:problems', problems));
	soon();
}
