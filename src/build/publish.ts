import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { now } from '../clock.ts';
import { contentFolder, outFolder } from '../folders.ts';
import type { Collections } from '../model/collections.ts';
import { ledgerName, printLedger, record } from '../model/ledger.ts';
import { isError } from '../model/problems.ts';
import { assemble } from '../model/publication.ts';
import { formats, summary } from '../model/reports.ts';
import { site } from '../site.ts';
import { createChecker, type Checked } from './check.ts';
import { replaceFile } from './disk.ts';
import { lock } from './lock.ts';
import { createProgress } from './progress.ts';
import { replaceSite } from './replace.ts';
import { writeSchemas } from './schemas.ts';
import { sharedReader } from './shared.ts';
import { ending, explain } from './summing.ts';
import { isReplaceable, recover } from './swap.ts';

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

/** Answers whether the content may be published. */
function tellProblems({ problems }: Checked): boolean {
	if (problems.length > 0) console.error(`${formats.text(problems)}\n\n${summary(problems)}`);
	if (!problems.some(isError)) return true;
	console.error('Nothing was published.');
	return false;
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
