import { isUtf8 } from 'node:buffer';
import { existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'astro/zod';
import { checkBody, parseBody } from '../markdown/body.ts';
import { idOf, parseSource, parseYaml, type Source } from '../markdown/source.ts';
import { parseFields, type Fields, type Schema } from '../model/fields.ts';
import { placesSchema } from '../model/places.ts';
import { finding, type Finding } from '../model/problems.ts';
import { idPattern } from '../model/schema.ts';

/** A piece of content as it lies on the disk: what its fields say, and what is wrong with it. */
export interface Document<Data> extends Fields<Data> {
	readonly id: string;
	/** As messages name it: relative to where the command runs. */
	readonly file: string;
	readonly source: Source;
}

/** A kind of MDX file, and where it belongs below its folder. */
export interface Kind<Data> {
	readonly schema: Schema<Data>;
	readonly pattern: RegExp;
	/** The pattern in words. */
	readonly place: string;
}

const publicFolder = resolve('public');

/** Reads the MDX files below `folder`. `components` may be used in a text without an import. */
export async function readDocuments<Data>(
	folder: string,
	kind: Kind<Data>,
	components: readonly string[],
): Promise<Document<Data>[]> {
	const entries = existsSync(folder)
		? await readdir(folder, { recursive: true, withFileTypes: true })
		: [];
	return Promise.all(
		entries
			.filter((entry) => entry.isFile() && /^[^.].*\.(mdx?|markdown)$/i.test(entry.name))
			.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
			.sort()
			.map(async (path) => {
				const file = relative('', join(folder, path));
				const bytes = await readFile(join(folder, path));
				const source = parseSource(file, bytes.toString());
				const fields = readFields(file, source, kind.schema);
				return {
					id: idOf(path),
					file,
					source,
					data: fields.data,
					findings: [
						...checkName(file, path, kind),
						...(isUtf8(bytes) ? [] : [finding('not-utf-8', file, { line: 1, column: 1 })]),
						...fields.findings,
						...checkLeadImage(file, source.data),
						...checkText(file, source, components),
					],
				};
			}),
	);
}

/** Reads a YAML file that lists objects with an `id`; each is a document of that file. */
export async function readList<Data>(path: string, schema: Schema<Data>) {
	const file = relative('', path);
	const source = parseYaml(file, existsSync(path) ? await readFile(path, 'utf8') : '[]');
	const { data, findings } = readFields(file, source, z.array(z.unknown()).nullable());
	return {
		file,
		source,
		findings,
		items: (data ?? []).map((raw, index) => ({ raw, ...parseFields(file, raw, schema, [index]) })),
	};
}

/** Reads the spellings of places, of which a publication may have none. */
export async function readPlaces(path: string) {
	const file = relative('', path);
	const source = parseYaml(file, existsSync(path) ? await readFile(path, 'utf8') : '[]');
	const { data, findings } = readFields(file, source, placesSchema);
	return { file, source, places: data ?? [], findings };
}

function readFields<Data>(file: string, source: Source, schema: Schema<Data>): Fields<Data> {
	if (source.findings.length > 0) return { data: undefined, findings: source.findings };
	return parseFields(file, source.data, schema);
}

function checkName<Data>(file: string, path: string, { pattern, place }: Kind<Data>): Finding[] {
	const start = { line: 1, column: 1 };
	const bad = path
		.replace(/\.[a-z]+$/i, '')
		.split('/')
		.find((part) => !idPattern.test(part));
	if (bad !== undefined) return [finding('bad-file-name', file, start, bad)];
	return pattern.test(path) ? [] : [finding('misplaced-file', file, start, place)];
}

function checkLeadImage(file: string, data: unknown): Finding[] {
	const src = (data as { image?: { src?: unknown } } | null | undefined)?.image?.src;
	if (typeof src !== 'string' || isImage(join(dirname(file), src))) return [];
	return [finding('missing-image', file, ['image', 'src'], src)];
}

function checkText(file: string, { body }: Source, components: readonly string[]): Finding[] {
	const tree = parseBody(file, body);
	if ('code' in tree) return [tree];
	return checkBody(file, body, tree, components, (path) =>
		isImage(path.startsWith('/') ? join(publicFolder, path) : join(dirname(file), path)),
	);
}

function isImage(path: string): boolean {
	const stats = statSync(path, { throwIfNoEntry: false });
	return Boolean(
		stats?.isFile() && stats.size > 0 && /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(path),
	);
}

/** The names of the components that texts may use: the files of a folder. */
export async function componentNames(folder: string): Promise<string[]> {
	return (await readdir(folder)).map((name) => basename(name, '.astro'));
}
