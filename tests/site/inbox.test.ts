import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createInbox, send, surviveKills, type Running } from './inbox.ts';

test('killed again and again in the midst of it, nothing that was acknowledged is lost', () =>
	surviveKills(6));

test('a thousand replies are kept as they are acknowledged, and pages are served meanwhile', async () => {
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
	kept += await post(500);
	assert.deepEqual([...(await pages)], [200]);
	assert.equal(inbox.kept().size, kept);
	assert.equal(kept, 1000);
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
