import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { build, type AstroIntegration } from 'astro';
import config from '../../astro.config.ts';
import { now } from '../clock.ts';
import { cacheFolder, contentFolder, fontFolder, outFolder, textFolder } from '../folders.ts';
import type { Collections } from '../model/collections.ts';
import { ledgerName, printLedger, record } from '../model/ledger.ts';
import { isError } from '../model/problems.ts';
import { assemble, type Publication } from '../model/publication.ts';
import { formats, summary } from '../model/reports.ts';
import { createUrls } from '../model/urls.ts';
import { site } from '../site.ts';
import { replaceFile, statOf } from './disk.ts';
import { makeBeside } from './beside.ts';
import type { Copied } from './copier.ts';
import { createChecker, type Checked } from './check.ts';
import { lock } from './lock.ts';
import { errors, listeners } from './log.ts';
import { openMade } from './made.ts';
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
	const pages = await openPages(cacheFolder(site));
	let indexing: Indexing | undefined;
	try {
		progress.begin('checking');
		const check = await createChecker(contentFolder, site, sharedReader());
		const checked = await check(time);
		progress.end();
		if (!tellProblems(checked)) return false;
		await writeSchemas(contentFolder, checked.content);
		await begin(outFolder);
		const made = await openMade(cacheFolder(site));
		const restored = pages.restore(nextTo(outFolder), made.folder);
		// It has passed the checks; only Astro would know more of its images than their paths.
		const content = { ...checked.content, replies: checked.replies } as unknown as Collections;
		const publication = assemble(content, site, time, checked.ledger);
		indexing = index(publication, checked, pages);
		await indexing.given;
		const work = { pages, restored, indexing, progress };
		const built = await replaceSite(work, async () =>
			makeBeside(publication, made, {
				site: { folder: nextTo(outFolder), files: await restored },
				pages: pages.folder,
				cache: cacheFolder(site),
				fonts: fontFolder,
			}),
		);
		if (!built) return false;
		if (!site.drafts && !(await keepLedger(checked))) return false;
		const times = progress.end();
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		console.log(`Built the site in ${seconds} s (${times}): ${shown}/`);
		console.log(ending(checked, built));
		return true;
	} finally {
		progress.end();
		await indexing?.close();
		await unlock();
	}
}

/** Begins the search index. */
function index(publication: Publication, { content, places }: Checked, pages: KeptPages): Indexing {
	const files = new Map(content.posts.map(({ id, file }) => [id, file]));
	return startIndexing(publication, places, nextTo(outFolder), {
		kept: pages.folder,
		isNewer: ({ id }) => (statOf(files.get(id)!)?.mtimeMs ?? Infinity) > pages.builtAt,
		bodyOf: async ({ text: { body } }) =>
			body === undefined ? undefined : readBody(textFolder(site), body),
	});
}

/** Answers whether the content may be published. */
function tellProblems({ problems }: Checked): boolean {
	if (problems.length > 0) console.error(`${formats.text(problems)}\n\n${summary(problems)}`);
	if (!problems.some(isError)) return true;
	console.error('Nothing was published.');
	return false;
}

/** The parts of a build that are under way. */
interface Work {
	readonly pages: KeptPages;
	readonly restored: Promise<Copied>;
	readonly indexing: Indexing;
	readonly progress: Progress;
}

async function replaceSite(work: Work, addBeside: () => Promise<void>): Promise<Built | undefined> {
	const { indexing, progress } = work;
	try {
		progress.begin('building');
		const made = await buildInto(nextTo(outFolder), work);
		progress.begin('feeds and cards');
		await addBeside();
		progress.begin('indexing');
		const index = await indexing.finish(createUrls(site.address).searchIndex);
		await swap(outFolder);
		return { ...made, index };
	} catch (error) {
		await indexing.close();
		await abandon(outFolder);
		progress.end();
		console.error(`The site could not be built; what was published before is untouched.\n`);
		console.error(explain(error));
		return undefined;
	}
}

async function buildInto(folder: string, { pages, restored, progress }: Work) {
	errors.length = 0;
	const made = new Set<string>();
	let count = 0;
	listeners.push(() => ++count % 50 === 0 && progress.show(`${count} pages`));
	try {
		await build({
			// Vite need not compile the configuration, as it would have to if Astro read it itself.
			...config,
			configFile: false,
			integrations: [...(config.integrations ?? []), withPages(restored, made)],
			outDir: folder,
			logger: { entrypoint: new URL('log.ts', import.meta.url) },
		});
	} finally {
		await restored;
	}
	if (errors.length > 0) throw new Error(errors.join('\n'));
	return { pages: made.size, changed: await pages.end(folder, made) };
}

/** Lets Astro render when pages are `restored`; adds to `files` each page, as its file lies in the site. */
function withPages(restored: Promise<unknown>, files: Set<string>): AstroIntegration {
	return {
		name: 'pages',
		hooks: {
			'astro:build:setup': async () => void (await restored),
			'astro:build:done': ({ pages }) =>
				pages.forEach(({ pathname }) => files.add(`${pathname}index.html`)),
		},
	};
}

/** Adds what is published now to the list of published addresses; answers whether it could. */
async function keepLedger({ ledger, addresses }: Checked): Promise<boolean> {
	const file = join(contentFolder, ledgerName);
	const text = printLedger(record(ledger, addresses));
	if (existsSync(file) && (await readFile(file, 'utf8')) === text) return true;
	try {
		await replaceFile(file, text);
		return true;
	} catch (error) {
		console.error(`The site is built, but the list of published addresses could not be written to
"${relative('', file)}": ${explain(error)}
Make the folder writable and build again, or addresses may be lost unnoticed.`);
		return false;
	}
}
