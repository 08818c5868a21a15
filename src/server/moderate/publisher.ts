import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Publishes the content again after editors have changed it. */
export interface Publisher {
	/** Notes that there is something to publish, before it is there: whatever happens, it will be. */
	mark(): Promise<void>;
	/** Asks for it; several times in a short time are one. */
	request(): Promise<void>;
	/** What went wrong the last time, in the command's own words. */
	readonly failure: string | undefined;
	/** Whether something waits to be published, or is being so. */
	readonly busy: boolean;
	/** Waits until nothing is being published. */
	settle(): Promise<void>;
	/** Begins no more, and waits for the end of what has begun. */
	close(): Promise<void>;
}

export interface PublisherOptions {
	/** What publishes, as a shell takes it. */
	readonly command: string;
	/** A file that is there as long as something waits to be published, also when nobody runs. */
	readonly marker: string;
	/** Milliseconds in which further requests are taken together. */
	readonly pause?: number;
}

/** One that takes up what an earlier run left undone. */
export function createPublisher({ command, marker, pause = 5000 }: PublisherOptions): Publisher {
	let failure: string | undefined;
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> | undefined;
	let closed = false;
	/** Requests so far, and how many of them what runs now will fulfil. */
	let wanted = existsSync(marker) ? 1 : 0;
	let begun = 0;
	/** The marker is written and removed in the order in which that is asked for. */
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
		// Once more when this is over.
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

/** Notes on the disk, in the file `marker`, that something waits to be published. */
export async function writeMarker(marker: string): Promise<void> {
	await mkdir(dirname(marker), { recursive: true });
	await writeFile(marker, '', { flush: true });
}

/** Runs a command. Resolves to what it says if it fails. */
export function run(command: string): Promise<string | undefined> {
	return new Promise((resolve) => {
		const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
		let said = '';
		// First, for where no more files can be opened there are no streams.
		child.on('error', (error) => resolve(error.message));
		for (const stream of [child.stdout, child.stderr] as (typeof child.stdout | undefined)[])
			stream?.on('data', (data: Buffer) => void (said = (said + data.toString()).slice(-4000)));
		child.on('close', (status) =>
			resolve(status === 0 ? undefined : said || `It ended with ${status}.`),
		);
	});
}
