import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until nobody else holds the lock at `path`, and takes it; call what is returned to let it go.
 * Whoever died with it does not hold it.
 */
export async function lock(path: string, onWaiting: () => void): Promise<() => Promise<void>> {
	await mkdir(dirname(path), { recursive: true });
	for (let round = 0; !(await take(path)); round++) {
		if (round === 0) onWaiting();
		await pause(200);
	}
	return () => rm(path, { force: true });
}

async function take(path: string): Promise<boolean> {
	try {
		await writeFile(path, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	const holder = await readFile(path, 'utf8').catch(() => '');
	if (!isAlive(Number(holder))) await rm(path, { force: true });
	return false;
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
