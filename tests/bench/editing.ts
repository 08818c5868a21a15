import { spawn, spawnSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns the median times of `check` over the content in `folder`, in milliseconds: of the first
 * run and of the second.
 */
export function measureCheck(folder: string, rounds: number): { cold: number; again: number } {
	const time = (content: string) => {
		const started = performance.now();
		const { status } = spawnSync(process.execPath, ['src/commands/run.js', 'check'], {
			env: { ...process.env, CONTENT_DIR: content },
		});
		if (status !== 0) throw new Error('The generated publication has errors.');
		return performance.now() - started;
	};
	const times = Array.from({ length: rounds }, (_, round) => {
		// A new folder has no cache.
		const content = `${folder}-${round}`;
		cpSync(folder, content, { recursive: true });
		return { cold: time(content), again: time(content) };
	});
	return {
		cold: median(times.map(({ cold }) => cold)),
		again: median(times.map(({ again }) => again)),
	};
}

/**
 * Returns the median time between saving a post and its page showing the change, in milliseconds.
 */
export async function measureEdit(folder: string, rounds: number): Promise<number> {
	const port = 4390;
	const server = spawn(process.execPath, ['src/commands/run.js', 'dev'], {
		env: { ...process.env, CONTENT_DIR: folder, PORT: String(port), ASTRO_DEV_BACKGROUND: '0' },
		stdio: 'ignore',
	});
	try {
		const [file] = globSync('posts/*/*.mdx', { cwd: folder });
		const path = join(folder, file!);
		const address = `http://localhost:${port}/${file!.replace(/^posts\/(.*)\.mdx$/, '$1')}/`;
		const text = readFileSync(path, 'utf8');
		const shows = async (words: string) => {
			const response = await fetch(address).catch(() => undefined);
			return ((await response?.text()) ?? '').includes(words);
		};
		await until(() => shows('</article>'), 200);
		const times: number[] = [];
		for (let round = 0; round < rounds; round++) {
			// The server idles for a while, as between two saves of an editor.
			await new Promise((resolve) => setTimeout(resolve, 2000));
			const started = performance.now();
			writeFileSync(path, `${text}\nEdited ${round}.\n`);
			await until(() => shows(`Edited ${round}.`), 20);
			times.push(performance.now() - started);
		}
		return median(times);
	} finally {
		server.kill();
	}
}

async function until(holds: () => Promise<boolean>, pause: number): Promise<void> {
	while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, pause));
}

function median(values: number[]): number {
	return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!);
}
