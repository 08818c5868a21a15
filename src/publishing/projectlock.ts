import { join } from 'node:path';
import { generatedFolder } from '../folders.ts';
import { lock } from './lock.ts';

/** In milliseconds: Astro writes half a second after it was given something. */
const delay = 1000;

const holders = new Set<object>();
let held: ReturnType<typeof lock> | undefined;
let ending: NodeJS.Timeout | undefined;

/**
 * Waits until no other process has Astro write into its folder in this project, and says for whom.
 * Resolves to what lets the folder go, a little after the last who holds it in this process.
 */
export async function holdProject(): Promise<() => void> {
	const holder = {};
	holders.add(holder);
	clearTimeout(ending);
	held ??= lock(join(generatedFolder, 'lock'), (other) => console.log(`Waiting for ${other}.`));
	const unlock = await held;
	return () => {
		if (!holders.delete(holder) || holders.size > 0) return;
		ending = setTimeout(() => {
			held = undefined;
			unlock();
		}, delay).unref();
	};
}

/** Whether this process holds the project, or waits to. */
export function holdsProject(): boolean {
	return held !== undefined;
}
