import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { setEdition } from '../edition.ts';
import type { Build } from './build.ts';
import type { OpenEdition } from './edition.ts';
import { holdProject } from '../lock.ts';

/** Makes Astro's own build the build of the whole site, and gives its pages the edition. */
export function publishing(edition: OpenEdition, build: Build): AstroIntegration {
	let letGo: (() => void) | undefined;
	return {
		name: 'broadside',
		hooks: {
			'astro:config:setup': async ({ command, isRestart }) => {
				setEdition(edition);
				if (command !== 'preview' && !isRestart) letGo = await holdProject();
				if (command === 'build') await build.begin();
			},
			'astro:server:start': () => letGo?.(),
			'astro:build:start': ({ setPrerenderer }) =>
				setPrerenderer((standard) => ({
					...standard,
					getStaticPaths: async () => build.pages.select(await standard.getStaticPaths()),
				})),
			'astro:build:done': async ({ dir, logger }) => {
				for (const notice of await build.finish(fileURLToPath(dir))) logger.warn(notice);
			},
		},
	};
}
