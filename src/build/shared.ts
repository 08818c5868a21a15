import { contentFolder, textFolder } from '../folders.ts';
import { site } from '../site.ts';
import type { Checked } from './check.ts';
import type { Compiled } from './compiled.ts';
import { createReader, type Reader } from './reader.ts';

let reader: Promise<Reader> | undefined;

/** The reader of the content that is published: all parts of a command see what one has read. */
export function sharedReader(): Promise<Reader> {
	return (reader ??= createReader(contentFolder, site, textFolder(site)));
}

/** What a build publishes. */
export interface Published extends Checked {
	/** What Astro is given of it. */
	readonly compiled: Compiled;
	/** A digest of the files that were compiled, which texts with code of their own may show. */
	readonly inputs: string;
}

let published: Published | undefined;

/** Gives what is published to the code that Astro loads or compiles: it can only ask for it. */
export function share(content: Published): void {
	published = content;
}

/** What is being published; nothing while editing. */
export function shared(): Published | undefined {
	return published;
}
