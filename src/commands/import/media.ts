import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesIn } from '../../disk.ts';
import type { FindCopy } from '../../importing/plan/resolve.ts';
import { decoded } from '../../model/publication/urls.ts';

/**
 * Returns a function that finds files of the old site in folders. The address ends in the name of the file
 * below the folder, such as `2012/03/map.pdf`, or the name ends in the path of the address. A file that is
 * no image although its name says so is not found.
 */
export function createFindCopy(folders: readonly string[]): FindCopy {
	/** The paths of files, by their names below their folder, and by the ends of these names. */
	const byName = new Map<string, string>();
	const byEnd = new Map<string, string | undefined>();
	for (const folder of folders)
		for (const name of filesIn(folder).filter((one) => !isSource(one))) {
			const key = name.normalize().toLowerCase();
			const path = join(folder, name);
			if (!byName.has(key)) byName.set(key, path);
			// What several files end in means none of them.
			for (const end of endsOf(key))
				byEnd.set(end, byEnd.has(end) && byEnd.get(end) !== path ? undefined : path);
		}
	const known = new Map<string, string | undefined>();
	return (url) => {
		if (byName.size === 0 || !URL.canParse(url)) return undefined;
		if (known.has(url)) return known.get(url);
		const path = decoded(new URL(url).pathname).normalize().toLowerCase().replace(/^\/+/, '');
		const found =
			byEnd.get(path) ??
			endsOf(path)
				.map((end) => byName.get(end))
				.find((one) => one !== undefined);
		const copy = found !== undefined && isAsNamed(found) ? found : undefined;
		known.set(url, copy);
		return copy;
	};
}

/** A path, and what is left of it without its first folders. */
function endsOf(path: string): string[] {
	const parts = path.split('/');
	return parts.map((_, from) => parts.slice(from).join('/'));
}

/** The sources of texts and settings are no files for readers. */
function isSource(name: string): boolean {
	return /\.(mdx?|markdown|ya?ml|toml|lock)$|(^|\/)(\.|_drafts\/)/i.test(name);
}

/** How files of images begin. */
const beginnings: Readonly<Record<string, RegExp>> = {
	jpg: /^\xff\xd8\xff/,
	jpeg: /^\xff\xd8\xff/,
	png: /^\x89PNG/,
	gif: /^GIF8/,
	webp: /^RIFF.{4}WEBP/s,
	avif: /^.{4}ftyp/s,
	svg: /</,
};

function isAsNamed(path: string): boolean {
	const beginning = beginnings[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];
	if (!beginning) return true;
	const file = openSync(path, 'r');
	const start = Buffer.alloc(64);
	const length = readSync(file, start, 0, start.length, 0);
	closeSync(file);
	return beginning.test(start.toString('latin1', 0, length));
}

/** The place of a download in a folder: host and path, without what leads out of it. */
function placeOf(folder: string, url: string): string {
	const { hostname, pathname } = new URL(url);
	const parts = decoded(pathname)
		.split('/')
		.filter((part) => part !== '' && !/^\.+$/.test(part))
		.map((part) => part.replace(/[\\:*?"<>|\0-\x1f]/g, '_'));
	return join(folder, hostname, ...parts);
}

/** The largest file that is downloaded, in bytes. */
const largest = 200_000_000;

/**
 * Downloads files into a folder, four at a time. One that is there already is not asked for again. Resolves
 * to a sentence for each that could not be had.
 */
export async function download(
	urls: readonly string[],
	folder: string,
	onProgress: (done: number) => void,
): Promise<string[]> {
	const failures: string[] = [];
	const waiting = [...urls];
	let done = 0;
	const work = async () => {
		for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
			const reason = await fetchOnce(url, placeOf(folder, url));
			if (reason !== undefined) failures.push(`${url}: ${reason}`);
			onProgress(++done);
		}
	};
	await Promise.all(Array.from({ length: 4 }, work));
	return failures.sort();
}

async function fetchOnce(url: string, path: string): Promise<string | undefined> {
	if (existsSync(path)) return undefined;
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
		if (!response.ok) return `the server answers ${response.status}`;
		if (Number(response.headers.get('content-length') ?? 0) > largest) return 'it is too large';
		const bytes = Buffer.from(await response.arrayBuffer());
		mkdirSync(dirname(path), { recursive: true });
		// An interrupted download is no file: it has another name until it is whole.
		await writeFile(`${path}.part`, bytes);
		renameSync(`${path}.part`, path);
		return undefined;
	} catch (error) {
		const { cause, message } = error as Error & { cause?: Error };
		return cause?.message ?? message;
	}
}
