import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { filesIn } from '../../disk.ts';

/*
 * All that this project uses of other programs without their promise to keep it. Tested with Pagefind
 * 1.6.0.
 *
 * 1. `lib/resolveBinary.js` names the program for this machine. Instead: the command `pagefind`, which
 *    starts Node to start the program, and cannot be stopped as easily.
 * 2. `_RJEM_MALLOC_CONF` sets how the program allocates memory. Without it, an index takes a third
 *    longer.
 * 3. The names of the files in an index. Without them, the site holds files that nobody asks for, and
 *    the search page does not name in advance those that it needs.
 */

const program = resolve('node_modules/pagefind/lib/resolveBinary.js');

/** Memory in large pieces, none given back while it runs: https://jemalloc.net/jemalloc.3.html#tuning */
const allocation = 'thp:always,narenas:2,dirty_decay_ms:-1,muzzy_decay_ms:-1';

/** The files that our search page asks for; Pagefind also writes an interface of its own. */
const needed =
	/^(pagefind\.js|pagefind-entry\.json|[^/]*\.(pf_\w+|pagefind)|(index|fragment|filter)\/.*)$/;

/** Left out of texts: references to notes, and the heading above the notes. */
const excluded = '[data-footnote-ref],[data-footnote-backref],#footnote-label';

/**
 * Makes one index, for a search page in `language`, of the HTML files in the folder `input`, and writes
 * it into `output`. Resolves to the names of the files that are needed. Rejects with what Pagefind says.
 *
 * Through Pagefind's interface for Node, files are read one after the other and each index is made
 * twice (1.6.0).
 */
export async function runPagefind(
	input: string,
	output: string,
	language: string,
): Promise<readonly string[]> {
	const { resolveBinaryPath } = createRequire(import.meta.url)(program) as {
		resolveBinaryPath: (names: readonly string[]) => string;
	};
	const options = [
		'--quiet',
		...['--site', input],
		...['--output-path', output],
		...['--force-language', language],
		...['--exclude-selectors', excluded],
	];
	// The working folder is one in which no settings of Pagefind's lie.
	const child = spawn(resolveBinaryPath(['pagefind_extended', 'pagefind']), options, {
		cwd: input,
		env: { ...process.env, _RJEM_MALLOC_CONF: allocation },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const stop = () => void child.kill();
	process.once('exit', stop);
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (data: Buffer) => void (said += data.toString()));
	const failure = await new Promise<string | undefined>((resolve) => {
		child.on('error', (error) => resolve(error.message));
		child.on('close', (status) => resolve(status === 0 ? undefined : `It ended with ${status}.`));
	});
	process.off('exit', stop);
	// A file that it cannot read is left out, which it only tells.
	if (failure !== undefined || said !== '')
		throw new Error(`The search index could not be built: ${said.trim() || failure}`);
	return filesIn(output).filter((name) => needed.test(name));
}

/** The names of the files in an index that every search needs. */
export function filesOfEverySearch(index: string): string[] {
	const entry = JSON.parse(readFileSync(join(index, 'pagefind-entry.json'), 'utf8')) as {
		languages: Readonly<Record<string, { readonly wasm: string | null }>>;
	};
	const wasm = `wasm.${Object.values(entry.languages)[0]?.wasm ?? 'unknown'}.pagefind`;
	return readdirSync(index).filter((name) => name === wasm || /\.pf_meta$/.test(name));
}
