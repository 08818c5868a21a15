import assert from 'node:assert/strict';
import { createBalance, type Row } from '../../../src/importing/plan/balance.ts';
import { decisionsSchema, usualNotes } from '../../../src/importing/plan/decisions.ts';
import type { Lists } from '../../../src/importing/plan/lists.ts';
import { plan } from '../../../src/importing/plan/plan.ts';
import type { FindCopy } from '../../../src/importing/plan/resolve.ts';
import type { Source } from '../../../src/importing/records.ts';
import { readWordpress } from '../../../src/importing/wordpress/read.ts';
import type { ReplyData } from '../../../src/model/replies/replies.ts';
import { wxr } from './wxr.ts';

/** What an import of a test would write. */
export interface Planned {
	/** The texts of files, or where they are copied from, by their paths. */
	readonly files: Readonly<Record<string, string>>;
	readonly lists: Lists;
	readonly waiting: readonly (ReplyData & { readonly email: string | null })[];
	readonly doubts: readonly string[];
	readonly rows: readonly Row[];
	readonly reasons: readonly string[];
	readonly faults: readonly string[];
	readonly missing: readonly string[];
}

const site = {
	address: 'https://new.example/',
	language: 'en',
	authors: [],
	isPublic: () => false,
};

/** Plans the import of a source, with decisions as in `import.yaml`. */
export async function planned(
	source: Source,
	decisions: object = {},
	findCopy: FindCopy = () => undefined,
	more: Partial<Parameters<typeof plan>[2]> = {},
): Promise<Planned> {
	const balance = createBalance();
	const made = plan(
		source,
		decisionsSchema.parse(decisions),
		{ ...site, ...more },
		findCopy,
		balance,
	);
	const files: Record<string, string> = {};
	const waiting: Planned['waiting'][number][] = [];
	let lists: Lists | undefined;
	for await (const piece of made.pieces()) {
		if (piece.kind === 'lists') lists = piece.lists;
		else if (piece.kind === 'waiting') waiting.push(piece.reply);
		else files[piece.file.path] = 'text' in piece.file ? piece.file.text : piece.file.from;
	}
	return {
		files,
		lists: lists!,
		waiting,
		doubts: made.arranged.doubts,
		rows: balance.rows(),
		reasons: balance.differences().map(({ kind, by, reason }) => `${by} ${kind}: ${reason}`),
		faults: balance.faults(),
		missing: [...made.missing],
	};
}

/** Reads an export of WordPress with these elements in its channel. It must be without faults. */
export async function wordpress(
	channel: string,
	options: Partial<Parameters<typeof readWordpress>[1]> = {},
): Promise<Source> {
	const bytes = new TextEncoder().encode(wxr(channel));
	const file = {
		name: 'export.xml',
		async *open() {
			yield bytes;
		},
	};
	const source = await readWordpress([file], {
		types: {},
		noteCodes: usualNotes,
		encodedTwice: false,
		anyway: false,
		...options,
	});
	assert.ok(!('refusal' in source), 'refusal' in source ? source.refusal : '');
	return source;
}

/** Fails if anything came in, and did not go out, without a reason. */
export function assertBalanced({ rows, faults }: Planned): void {
	assert.deepEqual(faults, []);
	assert.deepEqual(
		rows.filter(({ unexplained }) => unexplained !== 0),
		[],
	);
}
