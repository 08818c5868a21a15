import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { createRandom } from '../bench/random.ts';
import type { Manifest } from '../../src/model/replies/manifest.ts';
import { replySchema, waitingSchema, type WaitingReply } from '../../src/model/replies/replies.ts';
import { replyForm } from '../../src/model/replies/replyform.ts';
import { boxes } from '../../src/server/store/store.ts';
import { deskPassword } from '../browser/pages.ts';

/** A site of one post and a server for it, which can be killed and started again. */
export interface Inbox {
	readonly folder: string;
	readonly post: string;
	readonly start: (limit?: string) => Promise<Running>;
	/** The ids of what waits. */
	readonly waiting: () => readonly string[];
	/** Everything that is kept, in whichever box; an error if a file is not whole. */
	readonly kept: () => Map<string, WaitingReply>;
	/** What is published among the content; an error if a file is not whole. */
	readonly approved: () => Set<string>;
	/** What the last publication held. */
	readonly published: () => Set<string>;
}

export interface Running {
	readonly origin: string;
	readonly child: ChildProcess;
	readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
	/** What it wrote to its logs. */
	readonly said: () => string;
}

const post = '2019/one';

/** In `folder`, with its inbox in `inbox`. */
export function createInbox(
	folder = mkdtempSync(join(tmpdir(), 'inbox-')),
	inbox = join(folder, 'inbox'),
): Inbox {
	const site = join(folder, 'dist');
	const manifest: Manifest = {
		[post]: { path: `/${post}/`, language: 'en', title: 'One', authors: [], replies: [] },
	};
	mkdirSync(join(site, post), { recursive: true });
	const form = replyForm({ action: '/replies', language: 'en', post, replies: [] });
	writeFileSync(join(site, post, 'index.html'), `<html><body>${form}</body></html>`);
	writeFileSync(join(site, 'index.html'), 'home');
	writeFileSync(join(site, '404.html'), 'nothing');
	writeFileSync(join(site, 'replies.json'), JSON.stringify(manifest));
	const content = join(folder, 'content');
	mkdirSync(content, { recursive: true });

	const jsonIn = (box: string) => {
		const place = join(inbox, box);
		if (!existsSync(place)) return [];
		return readdirSync(place).map((name) =>
			waitingSchema.parse(JSON.parse(readFileSync(join(place, name), 'utf8'))),
		);
	};
	return {
		folder,
		post,
		waiting: () =>
			existsSync(join(inbox, 'pending'))
				? readdirSync(join(inbox, 'pending')).map((name) => name.replace('.json', ''))
				: [],
		kept: () =>
			new Map(boxes.flatMap((box) => jsonIn(box)).map((reply) => [reply.id, reply] as const)),
		approved() {
			const place = join(content, 'replies', post);
			const names = existsSync(place) ? readdirSync(place) : [];
			return new Set(
				names
					.filter((name) => name.endsWith('.yaml'))
					.map((name) => replySchema.parse(parse(readFileSync(join(place, name), 'utf8'))).id),
			);
		},
		published() {
			const file = join(folder, 'published.json');
			return new Set(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []);
		},
		async start(limit = '') {
			const script = resolve('tests/site/inbox-server.ts');
			const command = `${limit} exec "${process.execPath}" "${script}"`;
			const child = spawn('sh', ['-c', command], {
				env: { ...process.env, SITE: site, CONTENT: content, INBOX: inbox, FOLDER: folder },
				stdio: ['ignore', 'pipe', 'pipe'],
			});
			running.add(child);
			let said = '';
			for (const stream of [child.stdout, child.stderr])
				stream.on('data', (data: Buffer) => void (said += data.toString()));
			while (!/ready (\d+)/.test(said)) {
				if (child.exitCode !== null) throw new Error(`The server ended: ${said}`);
				await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
			}
			return {
				origin: `http://127.0.0.1:${/ready (\d+)/.exec(said)![1]}`,
				child,
				said: () => said,
				async kill(signal = 'SIGKILL') {
					if (child.exitCode !== null || child.signalCode !== null) return;
					child.kill(signal);
					await once(child, 'exit');
				},
			};
		},
	};
}

/** A test that fails leaves nobody behind. */
const running = new Set<ChildProcess>();
after(() => running.forEach((child) => child.kill('SIGKILL')));

let sent = 0;

/** Sends a reply as if from another reader each time; answers the status, or 0 if there was no answer. */
export async function send(
	origin: string,
	fields: Record<string, string> = {},
	headers: Record<string, string> = {},
): Promise<number> {
	const number = ++sent;
	try {
		const response = await fetch(`${origin}/replies`, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				'sec-fetch-site': 'same-origin',
				'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
				...headers,
			},
			body: new URLSearchParams({
				post,
				name: 'Odile',
				email: 'odile@reader.example',
				body: `Reply ${number}`,
				...fields,
			}),
			signal: AbortSignal.timeout(20_000),
		});
		await response.arrayBuffer();
		return response.status;
	} catch {
		return 0;
	}
}

/** What an editor does at the desk; answers the status, or 0 if there was no answer. */
async function decide(origin: string, act: string, id: string, body: string) {
	try {
		const response = await fetch(`${origin}/desk/`, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				authorization: `Basic ${Buffer.from(`ann:${deskPassword}`).toString('base64')}`,
				'sec-fetch-site': 'same-origin',
			},
			body: new URLSearchParams({ act, id, name: 'Odile', body }),
			signal: AbortSignal.timeout(20_000),
		});
		await response.arrayBuffer();
		return response.status;
	} catch {
		return 0;
	}
}

/**
 * Kills a server many times while readers send and an editor decides, and checks that nothing that was
 * acknowledged is lost.
 */
export async function surviveKills(rounds: number): Promise<void> {
	const inbox = createInbox();
	const random = createRandom(7);
	const acknowledged = new Set<string>();
	let approvals = 0;
	for (let round = 0; round < rounds; round++) {
		const running = await inbox.start();
		let alive = true;
		const before = acknowledged.size;
		const readers = Array.from({ length: 3 }, async (_, reader) => {
			for (let turn = 0; alive; turn++) {
				const body = `Round ${round}, reader ${reader}, turn ${turn}`;
				if ((await send(running.origin, { body })) === 303) acknowledged.add(body);
			}
		});
		const editor = (async () => {
			while (alive) {
				const waiting = inbox.waiting();
				const id = waiting[random.between(0, Math.max(0, waiting.length - 1))];
				if (id === undefined) await pause(5);
				else if ((await decide(running.origin, 'approve', id, 'Approved.')) === 303) approvals++;
			}
		})();
		await pause(random.between(10, 150));
		// On a busy machine it takes longer until one is acknowledged; half of the kills wait for that.
		for (let i = 0; round % 2 === 1 && acknowledged.size === before && i < 500; i++)
			await pause(10);
		await running.kill();
		alive = false;
		await Promise.all([...readers, editor]);
		// Every file is whole, or reading it throws.
		const approved = inbox.approved();
		for (const id of inbox.published()) assert.ok(approved.has(id), `round ${round}`);
	}
	const running = await inbox.start();
	await pause(300);
	const bodies = new Set([...inbox.kept().values()].map(({ body }) => body));
	const lost = [...acknowledged].filter((body) => !bodies.has(body));
	assert.deepEqual(lost, []);
	assert.ok(acknowledged.size > 0, `${acknowledged.size} acknowledged`);
	assert.ok(approvals > 0 || rounds < 50, `${approvals} approvals`);
	// What was approved gets published in the end, and waits no more.
	for (let i = 0; i < 100 && inbox.published().size < inbox.approved().size; i++) await pause(100);
	assert.deepEqual([...inbox.published()].sort(), [...inbox.approved()].sort());
	const approved = inbox.approved();
	for (const [id, { decided }] of inbox.kept()) if (approved.has(id)) assert.ok(decided, id);
	await running.kill('SIGTERM');
}
