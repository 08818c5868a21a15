import { existsSync, readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { replaceFile } from '../../disk.ts';
import { digest } from '../output/digest.ts';

/** What is known of content files, by a digest of all it depends on; kept in one file. */
export interface ParseCache {
	/** Whether what was kept is damaged, and cannot be used. */
	readonly damaged: boolean;
	get(key: string): string | undefined;
	set(key: string, value: string): void;
	/** Records what was got or set since the last time, and forgets the rest. */
	save(): void;
}

/**
 * The cache in `file`; without one, nothing is kept. What other code than that of `version` made is not
 * used.
 */
export function openParseCache(version: string, file?: string): ParseCache {
	const kept = file !== undefined && existsSync(file) ? read(file) : undefined;
	let values = kept !== 'damaged' && kept?.version === version ? kept.values : new Map();
	let added = values !== (kept as Kept | undefined)?.values;
	let used = new Set<string>();
	return {
		damaged: kept === 'damaged',
		get(key) {
			const value = values.get(key);
			if (value !== undefined) used.add(key);
			return value;
		},
		set(key, value) {
			values.set(key, value);
			used.add(key);
			added = true;
		},
		save() {
			if (file !== undefined && (added || used.size < values.size)) {
				values = new Map([...used].map((key) => [key, values.get(key)!]));
				const bytes = serialize({ version, values } satisfies Kept);
				replaceFile(file, Buffer.concat([Buffer.from(digest(bytes)), bytes]));
			}
			[used, added] = [new Set(), false];
		},
	};
}

interface Kept {
	readonly version: string;
	readonly values: Map<string, string>;
}

/** The digest of what is kept, 32 characters, stands before it. */
function read(file: string): Kept | 'damaged' {
	const bytes = readFileSync(file);
	const content = bytes.subarray(32);
	if (bytes.subarray(0, 32).toString() !== digest(content)) return 'damaged';
	return deserialize(content) as Kept;
}
