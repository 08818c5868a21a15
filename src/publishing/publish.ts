import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { filesIn, statOf } from '../disk.ts';
import { contentFolder, outFolder } from '../folders.ts';
import type { OpenEdition } from './edition.ts';
import { PublishingError, type Build } from './build.ts';
import { failOnErrors } from './log.ts';
import { holdProject } from '../lock.ts';
import { createProgress, type Progress } from './progress.ts';
import { explain } from './failures.ts';
import { ending } from './summary.ts';
import { isReplaceable, nextTo, previousOf, recover, swap } from './swap.ts';
import { removeInBackground } from '../workers.ts';

/**
 * Has Astro build the site beside the old one, and puts it in its place if all goes well. Says what it
 * does; resolves to whether it could.
 */
export async function publish(
	config: AstroUserConfig,
	edition: OpenEdition,
	build: Build,
): Promise<boolean> {
	const started = performance.now();
	const shown = relative('', outFolder) || '.';
	if (!(await isReplaceable(outFolder))) {
		console.error(`The folder "${shown}" holds something that is not a built site.
Choose another one with OUT_DIR, or empty it yourself.`);
		return false;
	}
	const progress = createProgress(process.stdout);
	const letGo = await holdProject();
	const next = nextTo(outFolder);
	try {
		await recover(outFolder);
		const tidied = removeInBackground([previousOf(outFolder)]);
		progress.begin('checking');
		// Before Node loads Astro: the search index is made beside it.
		await build.begin();
		await Promise.race([buildWithAstro(config, next, progress), rejection()]);
		const { count, printed } = build.pages;
		const changed = changedIn(next, printed);
		const index = sizeOf(join(next, 'pagefind'));
		await tidied;
		await swap(outFolder);
		const times = progress.end();
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		console.log(`Built the site in ${seconds} s (${times}): ${shown}/`);
		console.log(ending(edition.checked, { pages: count, changed, index }));
		return true;
	} catch (error) {
		progress.end();
		if (error instanceof PublishingError) console.error(error.message);
		else
			console.error(`The site could not be built; what was published before is untouched.

${explain(error, contentFolder)}`);
		return false;
	} finally {
		rmSync(next, { recursive: true, force: true });
		letGo();
	}
}

async function buildWithAstro(config: AstroUserConfig, outDir: string, progress: Progress) {
	progress.begin('compiling');
	const { build } = await import('astro');
	await build({
		// Vite need not compile the configuration, as it would have to if Astro read it itself.
		...config,
		configFile: false,
		outDir,
		integrations: [...(config.integrations ?? []), watching(progress)],
		logger: { entrypoint: new URL('log.ts', import.meta.url) },
	});
	failOnErrors();
}

/** Rejects with a promise of a text’s own code that nobody waits for. */
function rejection(): Promise<never> {
	return new Promise((_, reject) => process.once('unhandledRejection', reject));
}

function sizeOf(folder: string): number {
	return filesIn(folder).reduce((sum, file) => sum + statOf(join(folder, file))!.size, 0);
}

/** Shows how far Astro has come. */
function watching(progress: Progress): AstroIntegration {
	return {
		name: 'watching',
		hooks: {
			'astro:build:setup': ({ target }) => {
				if (target === 'client') progress.begin('printing pages');
			},
			'astro:build:generated': () => progress.begin('feeds and index'),
		},
	};
}

/** How many files of a new site in the folder `next` are not the same in the site before. */
function changedIn(next: string, files: readonly string[]): number {
	const isSame = (file: string) => {
		const before = join(outFolder, file);
		return existsSync(before) && readFileSync(join(next, file)).equals(readFileSync(before));
	};
	return files.filter((file) => !isSame(file)).length;
}
