import { contentFolder, textFolder } from '../folders.ts';
import { site } from '../site.ts';
import { createReader, type Reader } from './reader.ts';

let shared: Promise<Reader> | undefined;

/** The reader of the content that is published: all parts of a command see what one has read. */
export function sharedReader(): Promise<Reader> {
	return (shared ??= createReader(contentFolder, site, textFolder(site)));
}
