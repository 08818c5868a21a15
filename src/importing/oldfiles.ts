import { decoded } from '../model/publication/urls.ts';
import type { ExportedFile } from './records.ts';

/** Finds the file that an address of the old site means, in whatever size and form it is written. */
export type FindFile = (url: string, id?: string) => ExportedFile | undefined;

/**
 * Returns a function that finds files. `addresses` are those of the old site. A file is known by its id,
 * by its address with any scheme, or by that of a smaller or edited copy.
 */
export function createFindFile(
	files: readonly ExportedFile[],
	addresses: readonly string[],
): FindFile {
	const hosts = new Set(addresses.flatMap((address) => hostOf(address) ?? []));
	const byId = new Map(files.map((file) => [file.id, file]));
	const byKey = new Map<string, ExportedFile>();
	const add = (key: string | undefined, file: ExportedFile) => {
		if (key !== undefined && !byKey.has(key)) byKey.set(key, file);
	};
	const keyOf = (url: string) => keyIn(url, hosts);
	for (const file of files) add(keyOf(file.url), file);
	for (const file of files)
		for (const name of file.sizes) add(keyOf(file.url.replace(/[^/]*$/, name)), file);
	return (url, id) => {
		const known = id === undefined ? undefined : byId.get(id);
		const key = keyOf(url);
		if (known || key === undefined) return known;
		const [whole, ...rest] = originals(key);
		return [whole!, ...rest].map((name) => byKey.get(name)).find(Boolean);
	};
}

/** The names that a file may have had before WordPress scaled, turned or edited it. */
function originals(key: string): string[] {
	const plain = key.replace(/-\d+x\d+(?=\.\w+$)/, '');
	const unedited = plain.replace(/-(scaled|rotated|e\d{10,13})(?=\.\w+$)/, '');
	const scaled = unedited.replace(/(?=\.\w+$)/, '-scaled');
	return [...new Set([key, plain, unedited, scaled])];
}

/**
 * Returns what all forms of an address of a file have in common; `undefined` if it is none. The image
 * servers of WordPress.com have the address in their path: `i0.wp.com/host/path`.
 */
function keyIn(url: string, hosts: ReadonlySet<string>): string | undefined {
	const whole = url.startsWith('//') ? `https:${url}` : url;
	const [own = 'site'] = hosts;
	if (!URL.canParse(whole, `https://${own}`)) return undefined;
	const { protocol, hostname, pathname } = new URL(whole, `https://${own}`);
	if (!/^https?:$/.test(protocol)) return undefined;
	const path = decoded(pathname).normalize();
	if (/^i\d\.wp\.com$/.test(hostname)) return keyIn(`https:/${pathname}`, hosts);
	const host = bare(hostname);
	// An old site may have had several hosts, and its files are the same on each.
	return hosts.has(host) ? `${own}${path}` : host + path;
}

/** The host of an address, without `www.`; `undefined` if it is none. */
export function hostOf(address: string): string | undefined {
	return URL.canParse(address) ? bare(new URL(address).hostname) : undefined;
}

function bare(host: string): string {
	return host.toLowerCase().replace(/^www\./, '');
}
