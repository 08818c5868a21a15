import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { displayPath, posix } from '../../folders.ts';
import type { ReplyReading } from '../../markdown/render/reply.ts';
import type { Problem } from '../../model/checks/problems.ts';
import type { RenderedReply } from '../../model/replies/replies.ts';
import { digest } from '../output/digest.ts';
import type { ParseCache } from './parsecache.ts';

/** The published replies below a folder of content, and what is wrong with their files. */
export interface ReadReplies {
	readonly replies: readonly (RenderedReply & { readonly file: string })[];
	readonly problems: readonly Problem[];
}

/** Reads `replies/<year>/<slug>/<id>.yaml` below `folder`, or takes it from the `cache`. */
export async function readReplies(folder: string, cache: ParseCache): Promise<ReadReplies> {
	const root = join(folder, 'replies');
	const names = existsSync(root) ? readdirSync(root, { recursive: true }).map(String) : [];
	const replies: ReadReplies['replies'][number][] = [];
	const problems: Problem[] = [];
	for (const name of names.filter((name) => /^[^.].*\.ya?ml$/.test(name)).sort()) {
		const file = displayPath(join(root, name));
		const { data, problems: own } = await readOne(join(root, name), file, posix(name), cache);
		if (data.id !== undefined) replies.push({ ...(data as RenderedReply), file });
		problems.push(...own);
	}
	return { replies, problems };
}

async function readOne(
	path: string,
	file: string,
	below: string,
	cache: ParseCache,
): Promise<ReplyReading> {
	const bytes = readFileSync(path);
	const key = digest('replies', file, bytes);
	const kept = cache.get(key);
	if (kept) return JSON.parse(kept) as ReplyReading;
	// The library that cleans HTML takes a tenth of a second to load.
	const { readReply } = await import('../../markdown/render/reply.ts');
	const reading = readReply(file, below.replace(/\.ya?ml$/, ''), bytes.toString());
	cache.set(key, JSON.stringify(reading));
	return reading;
}
