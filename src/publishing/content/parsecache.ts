import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { filesIn, replaceFile } from '../../disk.ts';
import { digest } from '../output/digest.ts';

/** What is known of content files, each by a digest of all it depends on. */
export interface ParseCache {
	/** Whether something that was kept is damaged, and cannot be used. */
	readonly damaged: boolean;
	get(key: string): string | undefined;
	set(key: string, value: string): void;
	/** Records what was got or set since the last time, and forgets the rest. */
	save(): void;
}

/**
 * The cache in `folder`; without one, nothing is kept. What other code than that of `version` made is
 * not used.
 */
export function openParseCache(version: string, folder?: string): ParseCache {
	/** By the first character of their keys, in a file each: a change rewrites one or two of them. */
	const parts = new Map<string, Map<string, string>>();
	let damaged = false;
	const names = folder === undefined ? [] : filesIn(folder);
	// What an interrupted run left has longer names.
	for (const name of names.filter(({ length }) => length === 1)) {
		const kept = read(join(folder!, name));
		if (!kept) damaged = true;
		else if (kept.version === version) parts.set(name, kept.values);
	}
	let [used, changed] = [new Set<string>(), new Set<string>()];
	return {
		damaged,
		get(key) {
			const value = parts.get(key[0]!)?.get(key);
			if (value !== undefined) used.add(key);
			return value;
		},
		set(key, value) {
			const name = key[0]!;
			parts.set(name, (parts.get(name) ?? new Map<string, string>()).set(key, value));
			used.add(key);
			changed.add(name);
		},
		save() {
			for (const [name, values] of parts) {
				const size = values.size;
				for (const key of values.keys()) if (!used.has(key)) values.delete(key);
				if (folder !== undefined && (changed.has(name) || values.size < size))
					write(join(folder, name), { version, values });
			}
			[used, changed] = [new Set(), new Set()];
		},
	};
}

/** What a file of the cache says. */
interface Kept {
	readonly version: string;
	readonly values: Map<string, string>;
}

/** A digest, 32 characters, and then what is kept. */
function write(file: string, kept: Kept): void {
	const bytes = serialize(kept);
	replaceFile(file, Buffer.concat([Buffer.from(digest(bytes)), bytes]));
}

/** Returns `undefined` if the file is damaged. */
function read(file: string): Kept | undefined {
	const bytes = readFileSync(file);
	const content = bytes.subarray(32);
	return bytes.subarray(0, 32).toString() === digest(content)
		? (deserialize(content) as Kept)
		: undefined;
}
