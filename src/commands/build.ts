import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { checkContent } from '../build/check.ts';
import { errors } from '../build/log.ts';
import { buildSearchIndex } from '../build/search.ts';
import { isReplaceable, nextTo, swap } from '../build/swap.ts';
import { contentFolder, outFolder } from '../folders.ts';
import { formatProblems } from '../model/problems.ts';
import { createUrls } from '../model/urls.ts';
import { site } from '../site.ts';
import { settings } from './settings.ts';

settings();

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const { build } = await import('astro');

process.exitCode = (await publish()) ? 0 : 1;

/** Builds the site and puts it in the place of the old one, which stays if anything is wrong. */
async function publish(): Promise<boolean> {
	const shown = relative('', outFolder) || '.';
	if (!(await isReplaceable(outFolder))) {
		console.error(`The folder "${shown}" holds something that is not a built site.
Choose another one with OUT_DIR, or empty it yourself.`);
		return false;
	}

	const problems = await checkContent(contentFolder, site.address, new Date());
	if (problems.length > 0) {
		console.error(formatProblems(problems));
		return false;
	}

	const started = performance.now();
	const next = nextTo(outFolder);
	await rm(next, { recursive: true, force: true });
	try {
		await build({
			outDir: next,
			logger: { entrypoint: new URL('../build/log.ts', import.meta.url) },
		});
		if (errors.length > 0) throw new Error(errors.join('\n'));
		await buildSearchIndex(
			next,
			contentFolder,
			site.language,
			createUrls(site.address).searchIndex,
		);
	} catch (error) {
		await rm(next, { recursive: true, force: true });
		console.error(`The site could not be built; what was published before is untouched.\n`);
		console.error(explain(error));
		return false;
	}
	await swap(next, outFolder);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`Built the site in ${seconds} s: ${shown}/`);
	return true;
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
