import { readFileSync, type Stats } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Reading } from '../markdown/reading.ts';
import type { Body } from '../model/body.ts';
import { digest, digestOfCode } from './digest.ts';
import { replaceFile } from './disk.ts';
import { openSeen } from './seen.ts';

/** A reading as it is kept: its body lies in a file of its own. */
export interface Kept<Data> extends Omit<Reading<Data>, 'body'> {
	/** Of all that the reading depends on. */
	readonly digest: string;
}

/** What was read of files before, by a digest of all that it depends on. */
export interface Readings {
	/** What was read of a file of this name and kind, if it has not been written since. */
	at<Data>(name: string, kind: string, stats: Stats): Kept<Data> | undefined;
	/** Notes that `kept` is what was read of it, so that the next time it need not be opened. */
	note(name: string, kind: string, stats: Stats, kept: Kept<unknown>): void;
	/** What was read of a file of this name and kind with these bytes. */
	find<Data>(name: string, kind: string, bytes: Buffer): Kept<Data> | undefined;
	add<Data>(name: string, kind: string, bytes: Buffer, reading: Reading<Data>): Kept<Data>;
	/** Writes down what was asked for since the beginning, and forgets the rest. */
	keep(): Promise<void>;
}

/** The readings in `folder`, as far as they were made by this very code, for a site like this. */
export async function openReadings(folder: string, site: readonly string[]): Promise<Readings> {
	const version = digest(codeVersion(), ...site);
	const file = join(folder, 'readings');
	const bodies = new Set(await readdir(join(folder, 'bodies')).catch(() => []));
	const old = await readKept(file, version);
	const used = new Map<string, Kept<unknown>>();
	const seen = openSeen(join(folder, 'seen.json'));
	const get = (key: string) => {
		const known = used.get(key) ?? old.get(key);
		const body = known?.text?.facts.body;
		if (!known || (body !== undefined && !bodies.has(body))) return undefined;
		used.set(key, known);
		return known;
	};
	return {
		at<Data>(name: string, kind: string, stats: Stats) {
			const known = seen.at(`${kind} ${name}`, stats);
			return known === undefined ? undefined : (get(known) as Kept<Data> | undefined);
		},
		note: (name, kind, stats, { digest }) => seen.note(`${kind} ${name}`, stats, digest),
		find: <Data>(name: string, kind: string, bytes: Buffer) =>
			get(digest(version, name, kind, bytes)) as Kept<Data> | undefined,
		add(name, kind, bytes, { body, ...reading }) {
			const kept = { ...reading, digest: digest(version, name, kind, bytes) };
			if (body) {
				const id = reading.text!.facts.body!;
				if (!bodies.has(id)) replaceFile(bodyFile(folder, id), JSON.stringify(body));
				bodies.add(id);
			}
			used.set(kept.digest, kept);
			return kept;
		},
		async keep() {
			seen.keep();
			if (used.size === old.size && [...used.keys()].every((key) => old.has(key))) return;
			replaceFile(file, serialize({ version, readings: used }));
			const needed = new Set([...used.values()].map(({ text }) => text?.facts.body));
			for (const id of bodies) if (!needed.has(id)) await rm(bodyFile(folder, id), { force: true });
		},
	};
}

/** Readings that are not kept. */
export const noReadings: Readings = {
	at: () => undefined,
	note: () => undefined,
	find: () => undefined,
	add: (_name, _kind, _bytes, { body: _, ...reading }) => ({ ...reading, digest: '' }),
	keep: async () => undefined,
};

/** The body of a text that was read before. */
export function readBody(folder: string, id: string): Body {
	return JSON.parse(readFileSync(bodyFile(folder, id), 'utf8')) as Body;
}

function bodyFile(folder: string, id: string): string {
	return join(folder, 'bodies', id);
}

async function readKept(
	file: string,
	version: string,
): Promise<ReadonlyMap<string, Kept<unknown>>> {
	try {
		const kept = deserialize(await readFile(file)) as {
			version: string;
			readings: ReadonlyMap<string, Kept<unknown>>;
		};
		return kept.version === version ? kept.readings : new Map();
	} catch {
		return new Map();
	}
}

/** Everything that decides how a text is read, besides the text: our code and what it uses. */
function codeVersion(): string {
	return digestOfCode('src/{markdown,model}/**/*.ts', 'src/components/prose/*.astro');
}
