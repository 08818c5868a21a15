import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../disk.ts';
import { astroCache, cacheFolder, contentFolder, displayPath } from '../folders.ts';
import { ledgerName, printLedger, record } from '../model/publication/ledger.ts';
import { isError } from '../model/checks/problems.ts';
import { formats, summary } from '../model/checks/reports.ts';
import { site } from '../site.ts';
import type { Checked } from './content/check.ts';
import type { OpenEdition } from './edition.ts';
import { makeDerived } from './output/derived.ts';
import { codeVersion, templateVersion } from './output/digest.ts';
import { createPages, type Pages } from './output/pages.ts';
import { createSearchIndex } from './output/searchindex.ts';
import { openSealed, openOutputCache, seal } from './output/outputcache.ts';
import { all, removeInBackground } from '../workers.ts';

/** What a build does before and after Astro makes the pages. */
export interface Build {
	/**
	 * Reads and checks the content, prints what is wrong with it, and begins with what needs no page.
	 * Asked again, it does nothing. Rejects with a {@link PublishingError} if there are errors.
	 */
	begin(): Promise<void>;
	/** Which pages Astro prints; there after {@link begin}. */
	readonly pages: Pages;
	/**
	 * Adds to the pages in the folder `site` all that a site has besides. Resolves to sentences about
	 * what could not be used of earlier builds.
	 */
	finish(site: string): Promise<readonly string[]>;
}

/** Why nothing is published, in words that need no stack trace. */
export class PublishingError extends Error {
	constructor(message: string) {
		super(message);
		// Astro prints the stack of an error that has one.
		this.stack = '';
	}
}

/** A build of an edition. */
export function createBuild(edition: OpenEdition): Build {
	let beginning: ReturnType<typeof begin> | undefined;
	let begun: Awaited<ReturnType<typeof begin>> | undefined;
	return {
		async begin() {
			begun = await (beginning ??= begin(edition));
		},
		get pages() {
			return begun!.pages;
		},
		async finish(folder) {
			const { damaged, cache, pages, index, tidied } = begun!;
			const digests = pages.finish(folder);
			const derived = makeDerived(edition.publication, cache, folder, digests);
			await all([derived, index.finish(folder), tidied]);
			cache.close();
			seal(astroCache(site));
			if (!site.drafts) keepLedger(edition.checked);
			const lost = damaged + cache.damaged + Number(edition.isCacheDamaged);
			return [
				...(cache.emptied ? [`Everything was made anew: ${cache.emptied}.`] : []),
				...(lost > 0 ? [`Kept files that were damaged, and were made anew: ${lost}.`] : []),
			];
		},
	};
}

async function begin(edition: OpenEdition) {
	await edition.load();
	const { publication, checked, bodyOf } = edition;
	tellProblems(checked);
	const cache = openOutputCache(join(cacheFolder(site), 'outputs'), codeVersion());
	const scratch = join(cacheFolder(site), 'scratch');
	mkdirSync(scratch, { recursive: true });
	const tidied = removeInBackground(readdirSync(scratch).map((name) => join(scratch, name)));
	const { places } = checked;
	const index = createSearchIndex(publication, { places, cache, scratch, bodyOf });
	index.begin();
	const pages = createPages(cache, templateVersion());
	return { cache, index, pages, tidied, damaged: openSealed(astroCache(site)) };
}

/** Prints what is wrong with the content. Throws if it may not be published. */
function tellProblems({ problems }: Checked): void {
	if (problems.length > 0) console.error(`${formats.text(problems)}\n\n${summary(problems)}`);
	if (problems.some(isError)) throw new PublishingError('Nothing was published.');
}

/** Adds what is published now to the ledger. Throws if it cannot be written. */
function keepLedger({ ledger, addresses }: Checked): void {
	const file = join(contentFolder, ledgerName);
	const text = printLedger(record(ledger, addresses));
	if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
	try {
		replaceFile(file, text);
	} catch (error) {
		throw new PublishingError(`The list of published addresses could not be written to
"${displayPath(file)}": ${(error as Error).message}
Make the folder writable and build again, or addresses may be lost unnoticed.`);
	}
}
