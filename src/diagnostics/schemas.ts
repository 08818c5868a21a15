import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Content } from '../model/checks/content.ts';
import { editorSchemas } from '../model/content/editorschemas.ts';

/**
 * The folder in which Astro's language server looks for schemas. `collections.json` maps the URL of
 * each file, in lower case, to a schema. The names differ from those of Astro's own schemas.
 */
const schemaFolder = resolve('.astro/collections');

/**
 * Writes the schemas of `content` for editor programs, if `folder` is the project's own content
 * folder. Ignores missing write permission: nobody edits on such a machine.
 */
export async function writeSchemas(folder: string, content: Content): Promise<void> {
	if (folder !== resolve('content')) return;
	try {
		await writeAll(content);
	} catch (error) {
		if (!/^(EACCES|EPERM|EROFS)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
	}
}

async function writeAll(content: Content): Promise<void> {
	const schemas = editorSchemas(content);
	const kinds = { post: content.posts, author: content.authors, page: content.pages };
	const entries = Object.entries(kinds).flatMap(([name, items]) =>
		items.map(({ file }) => [pathToFileURL(resolve(file)).href.toLowerCase(), name] as const),
	);
	await mkdir(schemaFolder, { recursive: true });
	await write('collections', {
		collections: Object.keys(kinds).map((name) => ({ name, hasSchema: true })),
		entries: Object.fromEntries(entries),
	});
	for (const [name, schema] of Object.entries(schemas)) await write(`${name}.schema`, schema);
}

/** Writes a file only if it differs: editor programs reload changed files. */
async function write(name: string, value: unknown): Promise<void> {
	const path = join(schemaFolder, `${name}.json`);
	const text = `${JSON.stringify(value, null, '\t')}\n`;
	if (existsSync(path) && (await readFile(path, 'utf8')) === text) return;
	await writeFile(path, text);
}
