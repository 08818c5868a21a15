import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { now } from '../clock.ts';
import { cacheFolder, contentFolder, fontFolder, outFolder, textFolder } from '../folders.ts';
import type { Collections } from '../model/collections.ts';
import { ledgerName, printLedger, record } from '../model/ledger.ts';
import { isError } from '../model/problems.ts';
import { assemble, type Publication } from '../model/publication.ts';
import { formats, summary } from '../model/reports.ts';
import { site } from '../site.ts';
import { replaceFile, statOf } from './disk.ts';
import { makeBeside } from './beside.ts';
import type { Copied } from './copier.ts';
import { createChecker, type Checked } from './check.ts';
import { lock } from './lock.ts';
import { errors, listeners } from './log.ts';
import { madeIn, openMade } from './made.ts';
import { keepReplies } from './replies.ts';
import { writeSchemas } from './schemas.ts';
import { sharedReader } from './shared.ts';
import { openPages, type KeptPages } from './pages.ts';
import { createProgress, type Progress } from './progress.ts';
import { readBody } from './readings.ts';
import { ending, explain, type Built } from './summing.ts';
import { startIndexing, type Indexing } from './search.ts';
import { abandon, begin, isReplaceable, nextTo, recover, swap } from './swap.ts';

/**
 * Builds the site and puts it in the place of the old one, which stays if anything is wrong. Says
 * what it does, and answers whether it could.
 */
export async function publish(): Promise<boolean> {
	const started = performance.now();
	const shown = relative('', outFolder) || '.';
	if (!(await isReplaceable(outFolder))) {
		console.error(`The folder "${shown}" holds something that is not a built site.
Choose another one with OUT_DIR, or empty it yourself.`);
		return false;
	}

	const time = now();
	process.env['BUILD_TIME'] = time.toISOString();
	const progress = createProgress(process.stdout);
	// Astro has one folder in a project for what it generates.
	const unlock = await lock(resolve('.astro/building'), () =>
		progress.begin('waiting for another build'),
	);
	await recover(outFolder);
	try {
		progress.begin('checking');
		const check = await createChecker(contentFolder, site, sharedReader());
		const checked = await check(time);
		progress.end();
		if (!tellProblems(checked)) return false;
		await writeSchemas(contentFolder, checked.content);
		// It has passed the checks; only Astro would know more of its images than their paths.
		const content = { ...checked.content, replies: checked.replies } as unknown as Collections;
		const publication = assemble(content, site, time, checked.ledger);
		const built = await replaceSite(publication, checked, progress);
		if (!built) return false;
		if (!site.drafts && !keepLedger(checked)) return false;
		const times = progress.end();
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		console.log(`Built the site in ${seconds} s (${times}): ${shown}/`);
		console.log(ending(checked, built));
		return true;
	} finally {
		progress.end();
		await unlock();
	}
}

/** Begins the search index. */
function beginIndex(
	publication: Publication,
	{ content, places }: Checked,
	pages: KeptPages,
): Promise<Indexing> {
	const files = new Map(content.posts.map(({ id, file }) => [id, file]));
	return startIndexing(publication, places, nextTo(outFolder), {
		cache: cacheFolder(site),
		kept: pages.folder,
		isNewer: ({ id }) => (statOf(files.get(id)!)?.mtimeMs ?? Infinity) > pages.builtAt,
		bodyOf: ({ text: { body } }) => (body ? readBody(textFolder(site), body) : undefined),
	});
}

/** Answers whether the content may be published. */
function tellProblems({ problems }: Checked): boolean {
	if (problems.length > 0) console.error(`${formats.text(problems)}\n\n${summary(problems)}`);
	if (!problems.some(isError)) return true;
	console.error('Nothing was published.');
	return false;
}

/** Builds the site and puts it in the place of the old one, if all goes well. */
async function replaceSite(
	publication: Publication,
	checked: Checked,
	progress: Progress,
): Promise<Built | undefined> {
	const [next, cache] = [nextTo(outFolder), cacheFolder(site)];
	let restored: Promise<Copied> | undefined;
	let indexing: Indexing | undefined;
	let finishing: Promise<number> | undefined;
	try {
		const pages = await openPages(cache);
		keepReplies(cache, checked.replies);
		await begin(outFolder);
		restored = pages.restore(next, madeIn(cache));
		restored.catch(() => undefined);
		indexing = await beginIndex(publication, checked, pages);
		progress.begin('building');
		const made = await buildInto(next, restored, progress);
		const changed = await pages.end(next, made);
		finishing = indexing.finish(publication.urls.searchIndex);
		finishing.catch(() => undefined);
		progress.begin('feeds and cards');
		const files = openMade(cache, next, await restored);
		await makeBeside(publication, files, { pages: pages.folder, cache, fonts: fontFolder });
		progress.begin('indexing');
		const index = await finishing;
		await swap(outFolder);
		return { pages: made.size, changed, index };
	} catch (error) {
		// What is still at work in the new site would make it anew.
		await Promise.allSettled([restored, indexing?.close(), finishing]);
		await abandon(outFolder);
		progress.end();
		console.error(`The site could not be built; what was published before is untouched.\n`);
		console.error(explain(error));
		return undefined;
	} finally {
		await indexing?.close();
	}
}

/** Has Astro build the pages into `folder`; answers them, as their files lie there. */
async function buildInto(
	folder: string,
	restored: Promise<unknown>,
	progress: Progress,
): Promise<ReadonlySet<string>> {
	errors.length = 0;
	const made = new Set<string>();
	let count = 0;
	listeners.push(() => ++count % 50 === 0 && progress.show(`${count} pages`));
	// It takes a second to load them, in which Pagefind is at work already.
	const { build } = await import('astro');
	const { default: config } = await import('../../astro.config.ts');
	await build({
		// Vite need not compile the configuration, as it would have to if Astro read it itself.
		...config,
		configFile: false,
		integrations: [...(config.integrations ?? []), withPages(restored, made)],
		outDir: folder,
		logger: { entrypoint: new URL('log.ts', import.meta.url) },
	});
	if (errors.length > 0) throw new Error(errors.join('\n'));
	return made;
}

/**
 * Keeps Astro from putting anything into the site, where also the code lies that renders, until pages
 * are `restored`; adds to `files` each page, as its file lies in the site.
 */
function withPages(restored: Promise<unknown>, files: Set<string>): AstroIntegration {
	const waiting = {
		name: 'restored-pages',
		// The first to write.
		applyToEnvironment: ({ name }: { name: string }) => name === 'prerender',
		generateBundle: async () => void (await restored),
	};
	return {
		name: 'pages',
		hooks: {
			'astro:build:setup': ({ updateConfig }) => void updateConfig({ plugins: [waiting] }),
			'astro:build:done': ({ pages }) =>
				pages.forEach(({ pathname }) => files.add(`${pathname}index.html`)),
		},
	};
}

/** Adds what is published now to the list of published addresses; answers whether it could. */
function keepLedger({ ledger, addresses }: Checked): boolean {
	const file = join(contentFolder, ledgerName);
	const text = printLedger(record(ledger, addresses));
	if (existsSync(file) && readFileSync(file, 'utf8') === text) return true;
	try {
		replaceFile(file, text);
		return true;
	} catch (error) {
		console.error(`The site is built, but the list of published addresses could not be written to
"${relative('', file)}": ${explain(error)}
Make the folder writable and build again, or addresses may be lost unnoticed.`);
		return false;
	}
}
