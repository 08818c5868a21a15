import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

/** Where a new site is built while the old one stands: on the same disk, so that it can be renamed. */
export function nextTo(folder: string): string {
	return join(dirname(folder), `.${basename(folder)}.next`);
}

/** Where the old site stays until the next build: to delete it would take time when all is done. */
export function previousOf(folder: string): string {
	return join(dirname(folder), `.${basename(folder)}.previous`);
}

/** Puts back the old site that an interrupted swap has moved aside. */
export async function recover(folder: string): Promise<void> {
	if (existsSync(previousOf(folder)) && !existsSync(folder))
		await rename(previousOf(folder), folder);
}

/** Puts the finished new site in the place of `folder`. There must be no previous site. */
export async function swap(folder: string): Promise<void> {
	const [next, previous] = [nextTo(folder), previousOf(folder)];
	if (!existsSync(folder)) await rename(next, folder);
	else if (exchange(next, folder)) await rename(next, previous);
	else {
		await rename(folder, previous);
		await rename(next, folder);
	}
}

/** The number of the system call `renameat2` of Linux, by processor. */
const renameat2: Partial<Record<NodeJS.Architecture, number>> = { x64: 316, arm64: 276 };

/**
 * Exchanges two folders in one step; returns whether it could. Linux can, but Node has no way to ask
 * for it, so Perl does, where it is there.
 */
export function exchange(one: string, other: string): boolean {
	const call = process.platform === 'linux' ? renameat2[process.arch] : undefined;
	if (call === undefined) return false;
	// The arguments: both paths below the working folder (-100), and RENAME_EXCHANGE (2).
	const script = 'exit(syscall($ARGV[0] + 0, -100, $ARGV[1], -100, $ARGV[2], 2) == 0 ? 0 : 1)';
	return spawnSync('perl', ['-e', script, String(call), one, other]).status === 0;
}

/** Whether `folder` may be replaced: it is absent, empty, or a site that Astro has built, even if half. */
export async function isReplaceable(folder: string): Promise<boolean> {
	if (!relative(folder, process.cwd()).startsWith('..')) return false;
	if (!existsSync(folder)) return true;
	if (!statSync(folder).isDirectory()) return false;
	const names = await readdir(folder);
	return names.length === 0 || names.includes('_astro');
}
