import postgres from 'postgres';
import { waitingSchema } from '../../model/replies/replies.ts';
import type { Box, Kept, Store } from './store.ts';

/**
 * Creates a store in a PostgreSQL database, which several servers can share. `url` has the form
 * `postgres://user:password@host/database`. Each statement is its own transaction: it resolves
 * after the commit to disk. Rejects if the database cannot be reached.
 */
export async function createPostgresStore(
	url: string,
): Promise<Store & { readonly close: () => Promise<void> }> {
	const sql = postgres(url, { onnotice: () => undefined, connect_timeout: 5 });
	await sql`
		CREATE TABLE IF NOT EXISTS replies (
			id text PRIMARY KEY,
			box text NOT NULL,
			reply jsonb NOT NULL
		)`;
	await sql`ALTER TABLE replies DROP CONSTRAINT IF EXISTS replies_box_check`;
	await sql`CREATE INDEX IF NOT EXISTS replies_box ON replies (box)`;
	return {
		async put(box, reply) {
			await sql`
				INSERT INTO replies (id, box, reply) VALUES (${reply.id}, ${box}, ${sql.json(reply)})
				ON CONFLICT (id) DO NOTHING`;
		},
		async list(box) {
			const rows = await sql<{ id: string }[]>`
				SELECT id FROM replies WHERE box = ${box} ORDER BY id COLLATE "C"`;
			return rows.map(({ id }) => id);
		},
		async get(id): Promise<Kept | undefined> {
			const [row] = await sql<{ box: Box; reply: unknown }[]>`
				SELECT box, reply FROM replies WHERE id = ${id}`;
			return row && { box: row.box, reply: waitingSchema.parse(row.reply) };
		},
		async move(id, from, to, reply) {
			const rows = to
				? await sql`
					UPDATE replies SET box = ${to}, reply = COALESCE(${reply ? sql.json(reply) : null}, reply)
					WHERE id = ${id} AND box = ${from} RETURNING id`
				: await sql`DELETE FROM replies WHERE id = ${id} AND box = ${from} RETURNING id`;
			return rows.length === 1;
		},
		close: () => sql.end({ timeout: 5 }),
	};
}
