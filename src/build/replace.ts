import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
	cacheFolder,
	contentFolder,
	fontFolder,
	outFolder,
	publicFolder,
	textFolder,
} from '../folders.ts';
import type { Publication } from '../model/publication.ts';
import { site } from '../site.ts';
import { makeBeside } from './beside.ts';
import type { Checked } from './check.ts';
import { codeVersion, compiled, compiledVersion } from './compiled.ts';
import type { Copying, Part } from './copier.ts';
import { digest } from './digest.ts';
import { ask, statOf } from './disk.ts';
import { openMade, type Made } from './made.ts';
import { openPages, type Pages, type Printed } from './pages.ts';
import type { Progress } from './progress.ts';
import { readBody } from './readings.ts';
import type { Inputs, Printer } from './printer.ts';
import { createRenderer, type Renderer } from './renderer.ts';
import { startIndexing, type Indexing } from './search.ts';
import { share } from './shared.ts';
import { explain, type Built } from './summing.ts';
import { abandon, begin, nextTo, swap } from './swap.ts';

/** Builds the site and puts it in the place of the old one, if all goes well. */
export async function replaceSite(
	publication: Publication,
	checked: Checked,
	progress: Progress,
): Promise<Built | undefined> {
	const [next, cache] = [nextTo(outFolder), cacheFolder(site)];
	let indexing: Indexing | undefined;
	let together: Promise<void> | undefined;
	let finishing: Promise<number> | undefined;
	try {
		const pages = openPages(cache);
		await begin(outFolder);
		// First of all: it takes longest, and is at work beside us.
		indexing = await beginIndex(publication, checked, pages);
		progress.begin('building');
		const code = codeVersion();
		const documents = await compiled(publication);
		const shareWith = (inputs: Inputs) =>
			share({ ...checked, compiled: documents, inputs: digest(JSON.stringify(inputs)) });
		// What Astro loads asks for it before anything is compiled.
		shareWith({});
		const renderer = createRenderer(cache, site, compiledVersion(documents, code));
		const { made, ...printed } = await print(renderer, (printer) => {
			shareWith(printer.inputs);
			return pages.print(printer, code, (count) => {
				if (count % 50 === 0) progress.show(`${count} pages`);
			});
		});
		progress.begin('feeds and cards');
		const beside = openMade(join(cache, 'beside'));
		together = makeBeside(publication, beside, {
			pages: made,
			cache,
			fonts: fontFolder,
		}).then(() =>
			putTogether(next, [
				{ folder: renderer.assets, copied: true },
				partOf(made),
				partOf(beside),
				{ folder: join(contentFolder, 'files'), below: 'files', copied: true },
				{ folder: publicFolder, copied: true },
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

function partOf({ folder, versions }: Made): Part {
	return { folder, versions };
}

/** Makes the new site hold what all its parts have, beside us: Pagefind may be at work as well. */
async function putTogether(to: string, parts: readonly Part[]): Promise<void> {
	const copier = new Worker(new URL('copier.ts', import.meta.url));
	await ask<void>(copier, { parts, to } satisfies Copying).finally(() => copier.terminate());
}

/** Prints the pages with what was compiled before or, if that will not do, has it compiled. */
async function print(
	renderer: Renderer,
	use: (printer: Printer) => Promise<Printed | undefined>,
): Promise<Printed> {
	let printed: Printed | undefined;
	try {
		const kept = await renderer.open();
		printed = kept && (await use(kept));
	} catch {
		// If what is wrong is not what was kept, Astro says it again, and where.
	}
	if (!printed) await renderer.compile(async (printer) => void (printed = await use(printer)));
	return printed!;
}
