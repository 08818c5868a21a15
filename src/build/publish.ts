import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'astro';
import { now } from '../clock.ts';
import { contentFolder, outFolder } from '../folders.ts';
import { ledgerName, printLedger, record } from '../model/ledger.ts';
import { isError } from '../model/problems.ts';
import { formats, summary } from '../model/reports.ts';
import { createUrls } from '../model/urls.ts';
import { site } from '../site.ts';
import { createChecker, type Checked } from './check.ts';
import { errors } from './log.ts';
import { writeSchemas } from './schemas.ts';
import { buildSearchIndex } from './search.ts';
import { isReplaceable, nextTo, swap } from './swap.ts';

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
	errors.length = 0;
	const check = await createChecker(contentFolder, site);
	const checked = await check(time);
	const { problems } = checked;
	if (problems.length > 0) console.error(`${formats.text(problems)}\n\n${summary(problems)}`);
	if (problems.some(isError)) {
		console.error('Nothing was published.');
		return false;
	}

	await writeSchemas(contentFolder, checked.content);
	const next = nextTo(outFolder);
	await rm(next, { recursive: true, force: true });
	try {
		await buildInto(next);
		await swap(next, outFolder);
	} catch (error) {
		await rm(next, { recursive: true, force: true });
		console.error(`The site could not be built; what was published before is untouched.\n`);
		console.error(explain(error));
		return false;
	}
	if (!site.drafts && !(await keepLedger(checked))) return false;
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`Built the site in ${seconds} s: ${shown}/`);
	console.log(ending(checked));
	return true;
}

async function buildInto(folder: string): Promise<void> {
	await build({
		outDir: folder,
		logger: { entrypoint: new URL('log.ts', import.meta.url) },
	});
	if (errors.length > 0) throw new Error(errors.join('\n'));
	await buildSearchIndex(
		folder,
		contentFolder,
		site.language,
		createUrls(site.address).searchIndex,
	);
}

/** Adds what is published now to the list of published addresses; answers whether it could. */
async function keepLedger({ ledger, addresses }: Checked): Promise<boolean> {
	const file = join(contentFolder, ledgerName);
	const text = printLedger(record(ledger, addresses));
	if (existsSync(file) && (await readFile(file, 'utf8')) === text) return true;
	try {
		await writeFile(`${file}.new`, text);
		await rename(`${file}.new`, file);
		return true;
	} catch (error) {
		console.error(`The site is built, but the list of published addresses could not be written to
"${relative('', file)}": ${explain(error)}
Make the folder writable and build again, or addresses may be lost unnoticed.`);
		return false;
	}
}

/** What is published, and what is not. */
function ending({ addresses }: Checked): string {
	const posts = addresses.filter(({ kind }) => kind === 'post');
	const waiting = posts.filter(({ published }) => !published).length;
	const unpublished =
		waiting === 1 ? '1 draft or scheduled post' : `${waiting} drafts and scheduled posts`;
	if (site.drafts) return `It shows ${unpublished} as well: do not put this folder on the web.`;
	const published = posts.length - waiting;
	return `${published} ${published === 1 ? 'post' : 'posts'}${waiting ? `; not published: ${unpublished}` : ''}.`;
}

/** What an error says and where, without the stack unless it is all there is. */
function explain(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { loc, hint } = error as {
		loc?: { file?: string; line?: number; column?: number };
		hint?: string;
	};
	const place = loc?.file ? `${relative('', loc.file)}:${loc.line ?? 1}:${loc.column ?? 1}\n` : '';
	return place + (error.message || error.stack) + (hint ? `\n${hint}` : '');
}
