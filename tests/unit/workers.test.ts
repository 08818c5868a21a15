import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { mapInWorkers } from '../../src/workers.ts';

const script = join(mkdtempSync(join(tmpdir(), 'workers-')), 'doubling.mjs');
writeFileSync(
	script,
	`import { parentPort, workerData } from 'node:worker_threads';
	parentPort.on('message', (numbers) => {
		if (numbers.includes(13)) throw new Error('Thirteen is not doubled.');
		parentPort.postMessage(numbers.map((number) => number * workerData.factor));
	});`,
);
const double = (numbers: readonly number[], take: (result: number, index: number) => void) =>
	mapInWorkers(3, pathToFileURL(script), { factor: 2 }, numbers, take);

test('each result comes with the index of its item', async () => {
	const numbers = Array.from({ length: 90 }, (_, index) => 100 + index);
	const results: number[] = [];
	await double(numbers, (result, index) => (results[index] = result));
	assert.deepEqual(
		results,
		numbers.map((number) => 2 * number),
	);
});

test('nothing is asked where there is nothing to do', () =>
	double([], () => assert.fail('Nobody was asked.')));

test('an error in a worker is thrown, and there is no result', () =>
	assert.rejects(
		double(
			Array.from({ length: 200 }, () => 13),
			() => assert.fail('There is no result.'),
		),
		/Thirteen is not doubled/,
	));
