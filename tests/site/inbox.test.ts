import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../bench/random.ts';
import { createInbox, decide, send, type Running } from './inbox.ts';

test('killed two hundred times in the midst of it, nothing that was acknowledged is lost', async () => {
	const inbox = createInbox();
	const random = createRandom(7);
	const acknowledged = new Set<string>();
	let approvals = 0;
	for (let round = 0; round < 200; round++) {
		const running = await inbox.start();
		let alive = true;
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
	assert.ok(acknowledged.size > 200, `${acknowledged.size} acknowledged`);
	assert.ok(approvals > 20, `${approvals} approvals`);
	// What was approved gets published in the end, and waits no more.
	for (let i = 0; i < 100 && inbox.published().size < inbox.approved().size; i++) await pause(100);
	assert.deepEqual([...inbox.published()].sort(), [...inbox.approved()].sort());
	const approved = inbox.approved();
	for (const [id, { decided }] of inbox.kept()) if (approved.has(id)) assert.ok(decided, id);
	await running.kill('SIGTERM');
});

test('three thousand replies are kept as they are acknowledged, and pages are served meanwhile', async () => {
	const inbox = createInbox();
	const running = await inbox.start();
	const post = async (count: number) => {
		const statuses: number[] = [];
		await Promise.all(
			Array.from({ length: 50 }, async () => {
				for (let i = 0; i < count / 50; i++) statuses.push(await send(running.origin));
			}),
		);
		return statuses.filter((status) => status === 303).length;
	};
	let kept = await post(500);
	const before = residentOf(running);
	const pages = (async () => {
		const statuses = new Set<number>();
		for (let i = 0; i < 100; i++) {
			statuses.add((await fetch(`${running.origin}/2019/one/`)).status);
			await pause(10);
		}
		return statuses;
	})();
	kept += await post(2500);
	assert.deepEqual([...(await pages)], [200]);
	assert.equal(inbox.kept().size, kept);
	assert.equal(kept, 3000);
	assert.ok(residentOf(running) < before + 150, `${before} to ${residentOf(running)} MB`);
	await running.kill('SIGTERM');
});

test('a flood from one reader leaves room for the others', async () => {
	const inbox = createInbox();
	const running = await inbox.start();
	const flood = { 'x-forwarded-for': '192.0.2.7' };
	const statuses = await Promise.all(
		Array.from({ length: 300 }, (_, i) => send(running.origin, { body: `Flood ${i}` }, flood)),
	);
	assert.ok(statuses.filter((status) => status === 303).length <= 20);
	assert.ok(statuses.includes(429));
	assert.equal(await send(running.origin), 303);
	await running.kill('SIGTERM');
});

test('a disk that is full, or may not be written to, is told honestly, and loses nothing', async (t) => {
	const disk = mkdtempSync(join(tmpdir(), 'disk-'));
	const mount = (...args: string[]) => spawnSync('mount', args).status === 0;
	if (!mount('-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk)) return t.skip('only root can mount');
	let running: Running | undefined;
	try {
		const inbox = createInbox(undefined, join(disk, 'inbox'));
		running = await inbox.start();
		const statuses = new Map<number, number>();
		for (let i = 0; i < 60; i++) {
			const status = await send(running.origin, { body: `${i} ${'long '.repeat(1500)}` });
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
		}
		assert.deepEqual([...statuses.keys()].sort(), [303, 503]);
		assert.equal(inbox.kept().size, statuses.get(303));
		assert.ok(mount('-o', 'remount,ro', disk));
		assert.equal(await send(running.origin, { body: 'Read-only' }), 503);
		assert.equal(inbox.kept().size, statuses.get(303));
	} finally {
		await running?.kill();
		spawnSync('umount', ['-l', disk]);
	}
	return undefined;
});

test('with too few files to open, what is acknowledged is kept', async () => {
	const inbox = createInbox();
	const running = await inbox.start('ulimit -n 48;');
	const bodies = Array.from({ length: 200 }, (_, i) => `Few files ${i}`);
	const statuses = await Promise.all(bodies.map((body) => send(running.origin, { body })));
	const acknowledged = bodies.filter((_, i) => statuses[i] === 303);
	const kept = new Set([...inbox.kept().values()].map(({ body }) => body));
	assert.deepEqual(
		acknowledged.filter((body) => !kept.has(body)),
		[],
	);
	await running.kill();
	const again = await inbox.start();
	assert.equal(await send(again.origin), 303);
	await again.kill('SIGTERM');
});

test('told to end while it writes, it ends cleanly, with all that it acknowledged', async () => {
	const inbox = createInbox();
	const running = await inbox.start();
	const bodies = Array.from({ length: 40 }, (_, i) => `Ending ${i}`);
	const statuses = Promise.all(bodies.map((body) => send(running.origin, { body })));
	await pause(15);
	await running.kill('SIGTERM');
	assert.equal(running.child.exitCode, 0);
	const kept = new Set([...inbox.kept().values()].map(({ body }) => body));
	for (const [i, status] of (await statuses).entries())
		if (status === 303) assert.ok(kept.has(bodies[i]!), bodies[i]);
});

/** Of the server, in MB. */
function residentOf({ child }: Running): number {
	const file = `/proc/${child.pid}/status`;
	if (!existsSync(file)) return 0;
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024;
}
