import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The content that is published: `CONTENT_DIR`, or `content/`. An absolute path. */
export const contentFolder = resolve(process.env['CONTENT_DIR'] || 'content');

/** Where the built site goes: `OUT_DIR`, or `dist/`. An absolute path. */
export const outFolder = real(resolve(process.env['OUT_DIR'] || 'dist'));

/** Files that are published as they are. */
export const publicFolder = resolve('public');

/** Where replies wait for an editor: `REPLIES_DIR`, or `var/replies/`. An absolute path. */
export const inboxFolder = resolve(process.env['REPLIES_DIR'] || 'var/replies');

/** Where an import keeps files of the old site: `DOWNLOADS_DIR`, or `var/import/`. An absolute path. */
export const downloadFolder = resolve(process.env['DOWNLOADS_DIR'] || 'var/import');

/** A link to a folder stays a link when a new site takes the folder's place. */
function real(path: string): string {
	return existsSync(path) ? realpathSync(path) : path;
}

/** One cache for each content folder and site, so that nothing of one shows up in another. */
export function cacheFolder({ address, drafts }: { address: string; drafts: boolean }): string {
	return cache(address, String(drafts));
}

/** Where Astro keeps what it has made for a site. */
export function astroCache(site: { address: string; drafts: boolean }): string {
	return join(cacheFolder(site), 'astro');
}

/** Where Astro writes for Vite which images and texts with code there are: one folder in a project. */
export const generatedFolder = resolve('.astro');

/** Where is kept what was parsed; drafts, which every command reads, are among that. */
export function parseCache({ address }: { address: string }): string {
	return join(cache(address, 'texts'), 'parts');
}

function cache(...parts: readonly string[]): string {
	const key = createHash('sha256')
		.update([contentFolder, ...parts].join('\n'))
		.digest('hex')
		.slice(0, 12);
	return resolve('node_modules/.astro', key);
}

/** A file as messages name it: relative to where the command runs. */
export function displayPath(path: string): string {
	return posix(relative('', path));
}

/** Addresses and messages have slashes, also where folders have not. */
export function posix(path: string): string {
	return path.split(sep).join('/');
}
