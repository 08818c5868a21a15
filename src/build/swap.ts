import { existsSync, statSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

/** Where a new site is built while the old one stands: on the same disk, so that it can be renamed. */
export function nextTo(folder: string): string {
	return beside(folder, 'next');
}

/** The site before this one: most of its files are those of the next. */
function spareOf(folder: string): string {
	return beside(folder, 'spare');
}

function previousOf(folder: string): string {
	return beside(folder, 'previous');
}

function beside(folder: string, name: string): string {
	return join(dirname(folder), `.${basename(folder)}.${name}`);
}

/** Puts the site back that a swap had taken away when it was interrupted. */
export async function recover(folder: string): Promise<void> {
	if (!existsSync(folder) && existsSync(previousOf(folder)))
		await rename(previousOf(folder), folder);
}

/** Begins a new site in {@link nextTo}, with whatever is left of an older one. */
export async function begin(folder: string): Promise<void> {
	if (!existsSync(nextTo(folder)) && existsSync(spareOf(folder)))
		await rename(spareOf(folder), nextTo(folder));
}

/** Puts the finished new site in the place of `folder`, which is kept to begin the next one with. */
export async function swap(folder: string): Promise<void> {
	const previous = previousOf(folder);
	await rm(previous, { recursive: true, force: true });
	if (existsSync(folder)) await rename(folder, previous);
	await rename(nextTo(folder), folder);
	if (existsSync(previous)) await setAside(previous, folder);
}

/** Gives up the new site. */
export async function abandon(folder: string): Promise<void> {
	if (existsSync(nextTo(folder))) await setAside(nextTo(folder), folder);
}

async function setAside(site: string, folder: string): Promise<void> {
	await rm(spareOf(folder), { recursive: true, force: true });
	await rename(site, spareOf(folder));
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
