import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generatedFolder } from './folders.ts';

/** Who holds a lock. */
interface Holder {
	readonly pid: number;
	/** When the process began, in ticks since the start of the machine; empty where that is unknown. */
	readonly begun: string;
	/** The machine, and since when it runs. */
	readonly machine: string;
}

/** In milliseconds: how often a holder shows that it lives, and after what silence it does not. */
const [beat, silence] = [10_000, 120_000];

/**
 * Waits until nobody holds the lock at `path`, and takes it. Calls `onWaiting` once, with the holder in
 * words, if it has to wait. Resolves to what lets the lock go; so does the end of the process. A lock
 * whose holder was killed counts for nothing: not even if another process has its number now.
 */
export async function lock(path: string, onWaiting: (holder: string) => void): Promise<() => void> {
	await mkdir(dirname(path), { recursive: true });
	const self: Holder = {
		pid: process.pid,
		begun: await beginOf(process.pid),
		machine: await machine(),
	};
	for (let told = false; !(await take(path, self)); await pause(200)) {
		const text = await readFile(path, 'utf8').catch(() => undefined);
		if (text === undefined) continue;
		const holder = parse(text);
		if (!holder || !(await isAlive(holder, path, self))) await remove(path, text);
		else if (!told) {
			onWaiting(`process ${holder.pid} on ${holder.machine.split(' ')[0]}, which holds "${path}"`);
			told = true;
		}
	}
	const timer = setInterval(() => {
		const now = new Date();
		utimes(path, now, now).catch(() => undefined);
	}, beat).unref();
	const leave = () => rmSync(path, { force: true });
	process.once('exit', leave);
	return () => {
		clearInterval(timer);
		process.off('exit', leave);
		leave();
	};
}

/** Puts a whole lock in its place, if there is none. */
async function take(path: string, self: Holder): Promise<boolean> {
	const draft = `${path}.${randomUUID()}`;
	try {
		await writeFile(draft, JSON.stringify(self));
		await link(draft, path);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	} finally {
		await rm(draft, { force: true });
	}
}

/** Removes a lock that says `text`; not one that somebody else has taken meanwhile. */
async function remove(path: string, text: string): Promise<void> {
	const aside = `${path}.${randomUUID()}`;
	try {
		await rename(path, aside);
	} catch {
		return;
	}
	const taken = await readFile(aside, 'utf8');
	if (taken !== text) await link(aside, path).catch(() => undefined);
	await rm(aside, { force: true });
}

/** The holder that a lock names; nobody if it was written by a disk that was full. */
function parse(text: string): Holder | undefined {
	try {
		const holder = JSON.parse(text) as Partial<Holder>;
		return typeof holder.machine === 'string' ? (holder as Holder) : undefined;
	} catch {
		return undefined;
	}
}

async function isAlive(holder: Holder, path: string, self: Holder): Promise<boolean> {
	if (holder.machine === self.machine) {
		if (holder.begun !== '') return (await beginOf(holder.pid)) === holder.begun;
		if (holder.pid === self.pid || !exists(holder.pid)) return false;
	}
	const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
	return Date.now() - mtimeMs < silence;
}

function exists(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Field 22 of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; empty on other systems. */
async function beginOf(pid: number): Promise<string> {
	const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

async function machine(): Promise<string> {
	const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
	return `${hostname()} ${boot}`.trim();
}

/** In milliseconds: Astro writes half a second after it was given something. */
const delay = 1000;

const holders = new Set<object>();
let held: ReturnType<typeof lock> | undefined;
let ending: NodeJS.Timeout | undefined;

/**
 * Waits until no other process has Astro write into its folder in this project, and says for whom.
 * Resolves to what lets the folder go, a little after the last who holds it in this process.
 */
export async function holdProject(): Promise<() => void> {
	const holder = {};
	holders.add(holder);
	clearTimeout(ending);
	held ??= lock(join(generatedFolder, 'lock'), (other) => console.log(`Waiting for ${other}.`));
	const unlock = await held;
	return () => {
		if (!holders.delete(holder) || holders.size > 0) return;
		ending = setTimeout(() => {
			held = undefined;
			unlock();
		}, delay).unref();
	};
}

/** Whether this process holds the project, or waits to. */
export function holdsProject(): boolean {
	return held !== undefined;
}
