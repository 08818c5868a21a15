import { join } from 'node:path';
import { publicFolder } from '../folders.ts';
import { isPublished, type PartialDate } from '../model/dates.ts';
import type { Site } from '../model/site.ts';
import { digest, digestOfCode } from './digest.ts';
import { versionsIn } from './disk.ts';
import type { Document } from './documents.ts';
import { kindNames, type KindName } from './kinds.ts';
import { sharedReader } from './shared.ts';

/** Documents of which Astro has something to compile: images, or a text with code of its own. */
export type Compiled = ReadonlyMap<KindName, readonly Document<unknown>[]>;

/** Those that are published, as the checks have read them, even if one was saved since. */
export async function compiled(site: Site, now: Date): Promise<Compiled> {
	const reader = await sharedReader();
	const found = new Map<KindName, Document<unknown>[]>();
	for (const kind of kindNames) {
		const documents = await reader.last(kind);
		found.set(
			kind,
			documents.filter((one) => needsAstro(one) && isPublic(one, site, now)),
		);
	}
	return found;
}

/** A digest of all that Astro compiles. */
export function compiledVersion(documents: Compiled, code: string, attachments: string): string {
	const parts = [...documents].flatMap(([kind, those]) =>
		those.map(({ id, raw, text }) => {
			const { image } = raw as { image?: { src?: unknown } };
			return [kind, id, image?.src, text!.facts.images, text!.facts.code];
		}),
	);
	return digest(code, attachments, JSON.stringify(parts));
}

/** A digest of all code that makes pages. */
export function codeVersion(): string {
	return digestOfCode('src/**/*.*', 'astro.config.ts', 'tsconfig.json', '.env*');
}

/** A digest of what texts show of files: those beside them, and those in `public/`. */
export function attachmentsVersion(folder: string): string {
	const folders = [...kindNames.map((name) => join(folder, name)), publicFolder];
	const files = folders.map((folder) =>
		[...versionsIn(folder)].filter(([path]) => !path.endsWith('.mdx')),
	);
	return digest(JSON.stringify(files));
}

function needsAstro({ raw, text }: Document<unknown>): boolean {
	if (!raw || !text) return false;
	const { body, images } = text.facts;
	return body === undefined || images.length > 0 || 'image' in (raw as object);
}

/** Astro copies images into the site as soon as it sees them. */
function isPublic({ data }: Document<unknown>, site: Site, now: Date): boolean {
	const { draft = false, date } = data as { draft?: boolean; date?: PartialDate };
	return site.drafts || !date || isPublished({ draft, date }, now, site.timeZone);
}
