import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { now } from '../clock.ts';
import {
	cacheFolder,
	contentFolder,
	fontFolder,
	outFolder,
	publicFolder,
	textFolder,
} from '../folders.ts';
import type { Collections } from '../model/collections.ts';
import { ledgerName, printLedger, record } from '../model/ledger.ts';
import { isError } from '../model/problems.ts';
import { assemble, type Publication } from '../model/publication.ts';
import { formats, summary } from '../model/reports.ts';
import { site } from '../site.ts';
import { ask, replaceFile, statOf } from './disk.ts';
import { makeBeside } from './beside.ts';
import { attachmentsVersion, codeVersion, compiled, compiledVersion } from './compiled.ts';
import type { Copying, Part } from './copier.ts';
import { createChecker, type Checked } from './check.ts';
import { lock } from './lock.ts';
import { openMade, type Made } from './made.ts';
import { writeSchemas } from './schemas.ts';
import { share, sharedReader } from './shared.ts';
import { openPages, type Pages, type Printed } from './pages.ts';
import { createRenderer, type Renderer } from './renderer.ts';
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
		const built = await replaceSite(publication, checked, time, progress);
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
	pages: Pages,
): Promise<Indexing> {
	const files = new Map(content.posts.map(({ id, file }) => [id, file]));
	return startIndexing(publication, places, nextTo(outFolder), {
		cache: cacheFolder(site),
		pages: pages.folder,
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
	time: Date,
	progress: Progress,
): Promise<Built | undefined> {
	const [next, cache] = [nextTo(outFolder), cacheFolder(site)];
	let indexing: Indexing | undefined;
	let together: Promise<void> | undefined;
	let finishing: Promise<number> | undefined;
	try {
		const [code, attachments] = [codeVersion(), attachmentsVersion(contentFolder)];
		const documents = await compiled(site, time);
		share({ ...checked, compiled: documents, attachments });
		const pages = openPages(cache, code);
		await begin(outFolder);
		indexing = await beginIndex(publication, checked, pages);
		progress.begin('building');
		const renderer = createRenderer(cache, site, compiledVersion(documents, code, attachments));
		const { made, ...printed } = await print(pages, renderer, progress);
		progress.begin('feeds and cards');
		const beside = openMade(join(cache, 'beside'));
		together = makeBeside(publication, beside, {
			pages: made,
			cache,
			fonts: fontFolder,
		}).then(() =>
			putTogether(next, [
				{ folder: renderer.assets },
				partOf(made),
				{ ...partOf(beside), linked: true },
				{ folder: join(contentFolder, 'files'), below: 'files' },
				{ folder: publicFolder },
			]),
		);
		finishing = indexing.finish(publication.urls.searchIndex, together);
		finishing.catch(() => undefined);
		await together;
		progress.begin('indexing');
		const index = await finishing;
		await swap(outFolder);
		return { ...printed, index };
	} catch (error) {
		// What is still at work in the new site would make it anew.
		await Promise.allSettled([together, indexing?.close(), finishing]);
		await abandon(outFolder);
		progress.end();
		console.error(`The site could not be built; what was published before is untouched.\n`);
		console.error(explain(error));
		return undefined;
	} finally {
		await indexing?.close();
	}
}

function partOf({ folder, versions }: Made): Part {
	return { folder, versions };
}

/** Makes the new site hold what all its parts have, beside us: Pagefind may be at work as well. */
async function putTogether(to: string, parts: readonly Part[]): Promise<void> {
	const copier = new Worker(new URL('copier.ts', import.meta.url));
	await ask<void>(copier, { parts, to } satisfies Copying).finally(() => copier.terminate());
}

/** Prints the pages with what was compiled before or, if that will not do, has it compiled. */
async function print(pages: Pages, renderer: Renderer, progress: Progress): Promise<Printed> {
	const show = (count: number) => void (count % 50 === 0 && progress.show(`${count} pages`));
	const kept = await renderer.open();
	let printed = kept && (await pages.print(kept, show));
	if (!printed)
		await renderer.compile(async (printer) => void (printed = await pages.print(printer, show)));
	return printed!;
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
