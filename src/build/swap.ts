import { existsSync, statSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

/** Where a new site is built while the old one stands: on the same disk, so that it can be renamed. */
export function nextTo(folder: string): string {
	return join(dirname(folder), `.${basename(folder)}.next`);
}

function previousOf(folder: string): string {
	return join(dirname(folder), `.${basename(folder)}.previous`);
}

/** Puts the site back that a swap had taken away when it was interrupted. */
export async function recover(folder: string): Promise<void> {
	if (!existsSync(folder) && existsSync(previousOf(folder)))
		await rename(previousOf(folder), folder);
}

/** Puts the finished site in `next` in the place of `folder`, whose former content is deleted. */
export async function swap(next: string, folder: string): Promise<void> {
	const previous = previousOf(folder);
	await rm(previous, { recursive: true, force: true });
	if (existsSync(folder)) await rename(folder, previous);
	await rename(next, folder);
	await rm(previous, { recursive: true, force: true });
}

/** Whether `folder` may be replaced: it is absent, empty, or a site built before. */
export async function isReplaceable(folder: string): Promise<boolean> {
	if (!relative(folder, process.cwd()).startsWith('..')) return false;
	if (!existsSync(folder)) return true;
	if (!statSync(folder).isDirectory()) return false;
	const names = await readdir(folder);
	return (
		names.length === 0 || ['index.html', '_astro', '404.html'].every((name) => names.includes(name))
	);
}
