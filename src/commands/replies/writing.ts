import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replySchema, type ReplyData, type WaitingReply } from '../../model/replies/replies.ts';
import { refuse } from '../options.ts';

/**
 * Opens a reply in the editor program: the name, a line `---`, then the text. Resolves to both as
 * edited; ends the command if they are invalid or no editor is set.
 */
export async function edited({ name, body }: WaitingReply): Promise<Partial<ReplyData>> {
	const editor = process.env['VISUAL'] ?? process.env['EDITOR'];
	if (!editor) refuse('Name your editor with EDITOR, such as EDITOR=nano.', 1);
	const folder = await mkdtemp(join(tmpdir(), 'reply-'));
	const file = join(folder, 'reply.md');
	try {
		await writeFile(file, `${name}\n---\n${body}`, { mode: 0o600 });
		const { status } = spawnSync(`${editor} "${file}"`, { shell: true, stdio: 'inherit' });
		if (status !== 0) refuse('The editor program failed; nothing was approved.', 1);
		const [first = '', ...rest] = (await readFile(file, 'utf8')).split('\n---\n');
		const right = replySchema
			.pick({ name: true, body: true })
			.safeParse({ name: first, body: rest.join('\n---\n') });
		if (!right.success)
			refuse('The first line is the name, then ---, then the text. Nothing was approved.', 1);
		return right.data;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Returns the validated reply; ends the command with an error if a field is invalid. */
export function checked(reply: ReplyData): ReplyData {
	const { success, data, error } = replySchema.safeParse(reply);
	if (success) return data;
	const [issue] = error.issues;
	return refuse(`${issue?.path.join('.')} ${issue?.message}.`, 1);
}
