import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { lock } from '../../src/lock.ts';

const scratch = () => join(mkdtempSync(join(tmpdir(), 'lock-')), 'lock');
const nobody = () => assert.fail('Nobody holds the lock.');

test('a lock is held by one at a time, and whoever waits is told for whom', async () => {
	const path = scratch();
	const told: string[] = [];
	const unlock = await lock(path, nobody);
	const second = lock(path, (holder) => told.push(holder)).then((letGo) => {
		told.push('taken');
		return letGo;
	});
	await new Promise((resolve) => setTimeout(resolve, 50));
	assert.equal(told.length, 1);
	assert.match(told[0]!, new RegExp(`^process ${process.pid} on \\S+, which holds ".*lock"$`));
	unlock();
	(await second)();
	assert.deepEqual(told.slice(1), ['taken']);
	assert.deepEqual(readdirSync(dirname(path)), [], 'nothing is left');
});

test('of many that want it at once, each has it once', async () => {
	const path = scratch();
	let holders = 0;
	await Promise.all(
		Array.from({ length: 8 }, async () => {
			const unlock = await lock(path, () => undefined);
			assert.equal(++holders, 1);
			await new Promise((resolve) => setTimeout(resolve, 5));
			holders--;
			unlock();
		}),
	);
});

/** What a lock of this process says. */
async function ownText(): Promise<{ pid: number; begun: string; machine: string }> {
	const path = scratch();
	const unlock = await lock(path, nobody);
	const text = readFileSync(path, 'utf8');
	unlock();
	return JSON.parse(text) as { pid: number; begun: string; machine: string };
}

test('a lock counts for nothing if its holder has ended', { timeout: 5000 }, async () => {
	const own = await ownText();
	const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
	const stale: Record<string, string> = {
		'of a process that is gone': JSON.stringify({ ...own, pid: 999_999_999 }),
		'of an earlier process with our number, as in a container': JSON.stringify({
			...own,
			begun: '1',
		}),
		'of an earlier process with the number of a living stranger': JSON.stringify({
			...own,
			pid: stranger.pid,
			begun: '1',
		}),
		'written by a disk that was full': '',
		'cut short': JSON.stringify(own).slice(0, 20),
		'of an older version': '12345',
	};
	for (const text of Object.values(stale)) {
		const path = scratch();
		writeFileSync(path, text);
		(await lock(path, nobody))();
	}
	stranger.kill();
});

test(
	'the lock of another machine counts as long as it shows that it lives',
	{ timeout: 5000 },
	async () => {
		const path = scratch();
		const theirs = JSON.stringify({ ...(await ownText()), machine: 'elsewhere 1' });
		writeFileSync(path, theirs);
		let waits = false;
		const taken = lock(path, () => (waits = true));
		await new Promise((resolve) => setTimeout(resolve, 300));
		assert.ok(waits);
		utimesSync(path, 1, 1);
		(await taken)();
	},
);
