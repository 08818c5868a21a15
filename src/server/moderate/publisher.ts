import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Runs the publish command after editors have changed the content. */
export interface Publisher {
	/** Writes the marker. Call it before a change, so that a crash loses no publication. */
	mark(): Promise<void>;
	/** Requests a run of the command. Several requests in a short time (debounce) cause one run. */
	request(): Promise<void>;
	/** The output of the last run if it failed; `undefined` if it succeeded. */
	readonly failure: string | undefined;
	/** Whether a run is planned or in progress. */
	readonly busy: boolean;
	/** Resolves when no run is planned or in progress. */
	settle(): Promise<void>;
	/** Starts no more runs. Resolves when the current run ends. */
	close(): Promise<void>;
}

export interface PublisherOptions {
	/** The shell command that publishes the site. */
	readonly command: string;
	/** The marker: a file that exists while a publication is due, even when no server runs. */
	readonly marker: string;
	/** The debounce time for requests, in milliseconds. */
	readonly pause?: number;
}

/** Creates a publisher. If the marker exists, it runs the command at once. */
export function createPublisher({ command, marker, pause = 5000 }: PublisherOptions): Publisher {
	let failure: string | undefined;
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> | undefined;
	let closed = false;
	/** The number of requests so far, and of those that the latest run covers (`begun`). */
	let wanted = existsSync(marker) ? 1 : 0;
	let begun = 0;
	/** A queue: the marker is written and removed in the order of the calls. */
	let marked: Promise<void> = Promise.resolve();

	const publish = async () => {
		begun = wanted;
		failure = await run(command);
		if (failure !== undefined) return;
		await inTurn(() => (wanted === begun ? rm(marker, { force: true }) : Promise.resolve()));
	};
	const inTurn = (step: () => Promise<void>): Promise<void> =>
		(marked = marked.catch(() => undefined).then(step));
	const fail = (error: unknown) => void (failure = (error as Error).message);
	const start = () => {
		timer = undefined;
		// The end of the current run starts the next one.
		if (running) return;
		running = publish()
			.catch(fail)
			.finally(() => {
				running = undefined;
				if (wanted > begun && !timer) soon(0);
			});
	};
	const soon = (milliseconds: number) => {
		if (closed) return;
		clearTimeout(timer);
		timer = setTimeout(start, milliseconds);
	};
	const mark = () => inTurn(() => writeMarker(marker));
	if (wanted > 0) soon(0);
	const settle = async () => {
		while (timer ?? running) {
			await running;
			if (timer) await new Promise((resolve) => setTimeout(resolve, 20));
		}
	};
	return {
		mark,
		async request() {
			wanted++;
			await mark().catch(fail);
			soon(pause);
		},
		get failure() {
			return failure;
		},
		get busy() {
			return Boolean(timer ?? running);
		},
		settle,
		async close() {
			closed = true;
			clearTimeout(timer);
			timer = undefined;
			await running;
		},
	};
}

/** Writes the file `marker`: a publication is due. */
export async function writeMarker(marker: string): Promise<void> {
	await mkdir(dirname(marker), { recursive: true });
	await writeFile(marker, '', { flush: true });
}

/** Runs a shell command. Resolves to its output if it fails, to `undefined` if it succeeds. */
export function run(command: string): Promise<string | undefined> {
	return new Promise((resolve) => {
		const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
		let said = '';
		// Registered first: without free file descriptors, the child has no streams.
		child.on('error', (error) => resolve(error.message));
		for (const stream of [child.stdout, child.stderr] as (typeof child.stdout | undefined)[])
			stream?.on('data', (data: Buffer) => void (said = (said + data.toString()).slice(-4000)));
		child.on('close', (status) =>
			resolve(status === 0 ? undefined : said || `It ended with ${status}.`),
		);
	});
}
