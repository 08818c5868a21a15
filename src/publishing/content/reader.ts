import { join } from 'node:path';
import { withReadableLanguage, type Settings } from '../../model/publication/site.ts';
import { codeVersion } from '../output/digest.ts';
import { readDocuments } from './documents.ts';
import { createImageReader } from './images.ts';
import { createKinds, type Kind, type KindOptions } from './kinds.ts';
import { openParseCache } from './parsecache.ts';
import { createPositionReader } from './positions.ts';
import { readReplies } from './replies.ts';

/** Reads the files of a publication as often as asked; only what has changed is parsed again. */
export type Reader = ReturnType<typeof createReader>;

/** A reader of the content in `folder`. What it parses is kept in the folder `cached`, if given. */
export function createReader(folder: string, site: Settings, cached?: string) {
	const { language } = withReadableLanguage(site);
	const options: KindOptions = [new URL(site.address).pathname, language, site.quotes];
	const kinds = createKinds(...options);
	const cache = openParseCache(codeVersion(), cached);
	const read = <Fields>(kind: Kind<Fields>) =>
		readDocuments(join(folder, kind.name), kind, options, cache);
	return {
		isCacheDamaged: cache.damaged,
		posts: () => read(kinds.posts),
		authors: () => read(kinds.authors),
		pages: () => read(kinds.pages),
		replies: () => readReplies(folder, cache),
		images: createImageReader(folder, cache),
		positions: createPositionReader(join(folder, 'files'), cache),
		/** Records what was read, for the next run, and forgets what was not. */
		keep: () => cache.save(),
	};
}
