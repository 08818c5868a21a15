import { join } from 'node:path';
import type { Site } from '../model/site.ts';
import { readDocuments, type Document, type Memory } from './documents.ts';
import { createKinds, type Kind, type KindName, type KindOptions } from './kinds.ts';
import { noReadings, openReadings } from './readings.ts';
import { readReplies } from './replies.ts';

/** The MDX files of a publication, read as often as asked for; only what has changed is read anew. */
export type Reader = Awaited<ReturnType<typeof createReader>>;

/**
 * Reads the content in `folder`. `cache` is a folder that keeps what was read, for the next time
 * and for Astro; without one, nothing is kept.
 */
export async function createReader(folder: string, site: Site, cache?: string) {
	const options: KindOptions = [new URL(site.address).pathname, site.language];
	const kinds = await createKinds(...options);
	const readings = cache ? await openReadings(cache, options) : noReadings;
	const memory: Memory = { readings, options, documents: new Map() };
	const last = new Map<KindName, readonly Document<unknown>[]>();
	const read = async <Data>(kind: Kind<Data>): Promise<Document<Data>[]> => {
		const documents = await readDocuments(join(folder, kind.name), kind, memory);
		last.set(kind.name, documents);
		return documents;
	};
	return {
		posts: () => read(kinds.posts),
		authors: () => read(kinds.authors),
		pages: () => read(kinds.pages),
		replies: () => readReplies(folder, readings),
		/** The documents in a folder as they were read last. */
		last: (name: KindName) => last.get(name) ?? read<unknown>(kinds[name]),
		/** Writes down what was read. */
		keep: readings.keep,
	};
}
