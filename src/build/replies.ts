import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { named, posix } from '../folders.ts';
import { parseYaml, place, type Locator } from '../markdown/source.ts';
import { renderReply } from '../markdown/reply.ts';
import { parseFields } from '../model/fields.ts';
import { finding, type Finding, type Problem } from '../model/problems.ts';
import { replySchema, type RenderedReply } from '../model/replies.ts';
import { several } from './disk.ts';

/** The published replies below `folder`, and what is wrong with their files. */
export interface ReadReplies {
	readonly replies: readonly (RenderedReply & { readonly file: string })[];
	readonly problems: readonly Problem[];
}

/** Reads `replies/<year>/<slug>/<id>.yaml` below a folder of content. */
export async function readReplies(folder: string): Promise<ReadReplies> {
	const root = join(folder, 'replies');
	const names = existsSync(root) ? await readdir(root, { recursive: true }) : [];
	const paths = names.filter((name) => /^[^.].*\.ya?ml$/.test(name)).sort();
	const read = await several(paths, async (name) => {
		const file = named(join(root, name));
		// Its characters are the reader's, however odd.
		const source = parseYaml(file, await readFile(join(root, name), 'utf8'));
		const { success, data } = replySchema.safeParse(source.data);
		const fields =
			source.data === undefined ? undefined : parseFields(file, source.data, replySchema);
		const findings = [...source.findings, ...(fields?.findings ?? [])];
		const path = posix(relative(root, join(root, name))).replace(/\.ya?ml$/, '');
		const found = [...findings, ...(success ? misplaced(file, path, data) : [])];
		const right = success && found.length === 0;
		return {
			replies: right ? [{ ...data, html: renderReply(data.body), file }] : [],
			problems: placed(found, source),
		};
	});
	return {
		replies: read.flatMap(({ replies }) => replies),
		problems: read.flatMap(({ problems }) => problems),
	};
}

function misplaced(
	file: string,
	path: string,
	{ id, post }: Pick<RenderedReply, 'id' | 'post'>,
): Finding[] {
	return path === `${post}/${id}`
		? []
		: [finding('misplaced-reply', file, ['id'], `replies/${post}/${id}.yaml`)];
}

function placed(findings: readonly Finding[], source: Locator): Problem[] {
	return findings.map((found) => place(found, source));
}
