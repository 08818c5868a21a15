import type { Stats } from 'node:fs';
import { readJson, replaceFile } from './disk.ts';

/** What was made of files, found again without opening them as long as they are as they were. */
export interface Seen {
	/** The digest that was noted of the file called `name`. */
	at(name: string, stats: Stats): string | undefined;
	note(name: string, stats: Stats, digest: string): void;
	/** Writes down what was asked for or noted. */
	keep(): void;
}

interface Known {
	readonly state: string;
	readonly digest: string;
}

/** What is noted in the file `list`. */
export function openSeen(list: string): Seen {
	const before = readJson<Readonly<Record<string, Known>>>(list, {});
	const now: Record<string, Known> = {};
	return {
		at(name, stats) {
			const known = now[name] ?? before[name];
			if (known?.state !== stateOf(stats)) return undefined;
			now[name] = known;
			return known.digest;
		},
		note(name, stats, digest) {
			// Whatever is written right after could have the same time.
			if (Date.now() - Math.max(stats.mtimeMs, stats.ctimeMs) < 2000) return;
			now[name] = { state: stateOf(stats), digest };
		},
		keep() {
			const text = JSON.stringify(now);
			if (text !== JSON.stringify(before)) replaceFile(list, text);
		},
	};
}

/** By this Git, too, knows that a file is as it was. */
function stateOf({ mtimeMs, ctimeMs, size, ino }: Stats): string {
	return [mtimeMs, ctimeMs, size, ino].join(' ');
}
