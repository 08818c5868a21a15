import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isPublished, type PartialDate } from '../model/dates.ts';
import type { Site } from '../model/site.ts';
import { digest, digestOfCode } from './digest.ts';
import { filesIn } from './disk.ts';
import type { Document } from './documents.ts';
import { kindNames, type KindName } from './kinds.ts';
import { openSeen } from './seen.ts';
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

/** A digest of the files beside the texts in `folder`; what they are is noted in `cache`. */
export function attachmentsVersion(folder: string, cache: string): string {
	const seen = openSeen(join(cache, 'attachments.json'));
	const files = kindNames.flatMap((kind) =>
		filesIn(join(folder, kind))
			.filter((path) => !path.endsWith('.mdx'))
			.map((path) => {
				const [name, file] = [join(kind, path), join(folder, kind, path)];
				const stats = statSync(file);
				let version = seen.at(name, stats);
				if (version === undefined) seen.note(name, stats, (version = digest(readFileSync(file))));
				return [name, version];
			}),
	);
	seen.keep();
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
