import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { named, posix } from '../folders.ts';
import type { Problem } from '../model/problems.ts';
import type { RenderedReply } from '../model/replies.ts';
import { noReadings, type Readings } from './readings.ts';

/** The published replies below `folder`, and what is wrong with their files. */
export interface ReadReplies {
	readonly replies: readonly (RenderedReply & { readonly file: string })[];
	readonly problems: readonly Problem[];
}

/** Reads `replies/<year>/<slug>/<id>.yaml` below a folder of content, if it is not in `readings`. */
export async function readReplies(
	folder: string,
	readings: Readings = noReadings,
): Promise<ReadReplies> {
	const root = join(folder, 'replies');
	const names = existsSync(root) ? await readdir(root, { recursive: true }) : [];
	const replies: ReadReplies['replies'][number][] = [];
	const problems: Problem[] = [];
	for (const name of names.filter((name) => /^[^.].*\.ya?ml$/.test(name)).sort()) {
		const file = named(join(root, name));
		const bytes = readFileSync(join(root, name));
		const path = posix(name).replace(/\.ya?ml$/, '');
		let reading = readings.find<RenderedReply>(file, 'replies', bytes);
		if (!reading) {
			// What cleans HTML takes a tenth of a second to load, for nothing if all is known.
			const { readReply } = await import('../markdown/reply.ts');
			const read = readReply(file, path, bytes.toString());
			reading = readings.add(file, 'replies', bytes, read);
		}
		const { data, problems: own } = reading;
		if (data.id !== undefined) replies.push({ ...(data as RenderedReply), file });
		problems.push(...own);
	}
	return { replies, problems };
}
