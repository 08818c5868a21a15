import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { copyFile, linkFile, momentOf, versionsIn } from './disk.ts';

/** Files that a site is put together of. */
export interface Part {
	readonly folder: string;
	/** The folder of the site in which they lie; none is its root. */
	readonly below?: string;
	/** Of each file, by its path in `folder`; without them, all that lies there. */
	readonly versions?: ReadonlyMap<string, string>;
	/** Whether they are copied, so that nothing that is written into the site reaches them. */
	readonly copied?: boolean;
}

/** Makes `to` hold these files and nothing else. Of two with the same path, the later part's counts. */
export interface Copying {
	readonly parts: readonly Part[];
	readonly to: string;
}

parentPort!.on('message', (copying: Copying) => {
	copy(copying);
	parentPort!.postMessage(undefined);
});

function copy({ parts, to }: Copying): void {
	const sources = new Map(parts.flatMap(sourcesIn));
	const folders = new Set<string>();
	for (const path of sources.keys())
		for (let up = dirname(path); !folders.has(up); up = dirname(up)) folders.add(up);
	const present = new Set<string>();

	const tidy = (folder: string) => {
		for (const entry of readdirSync(join(to, folder), { withFileTypes: true })) {
			const path = join(folder, entry.name);
			if (entry.isDirectory() && folders.has(path)) tidy(path);
			else if (entry.isFile() && isCopy(join(to, path), sources.get(path))) present.add(path);
			else rmSync(join(to, path), { recursive: true });
		}
	};
	mkdirSync(to, { recursive: true });
	tidy('.');
	for (const [path, source] of sources) {
		if (present.has(path)) continue;
		const target = join(to, path);
		mkdirSync(dirname(target), { recursive: true });
		source.put(source.path, target);
	}
}

interface Source {
	readonly path: string;
	readonly moment: number;
	readonly size: number;
	readonly put: (from: string, to: string) => void;
}

function sourcesIn({ folder, below = '', versions, copied = false }: Part): [string, Source][] {
	return [...(versions ?? versionsIn(folder))].map(([path, version]) => {
		const [mtimeMs, size] = version.split(' ').map(Number) as [number, number];
		const source: Source = {
			path: join(folder, path),
			moment: +momentOf({ mtimeMs }),
			size,
			put: copied ? copyFile : linkFile,
		};
		return [join(below, path), source];
	});
}

/** Whoever changes a file changes its size or its time. */
function isCopy(path: string, source: Source | undefined): boolean {
	if (!source) return false;
	const mine = statSync(path);
	return mine.size === source.size && +momentOf(mine) === source.moment;
}
