import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { shareOut } from '../../src/build/crew.ts';

const script = join(mkdtempSync(join(tmpdir(), 'crew-')), 'doubling.mjs');
writeFileSync(
	script,
	`import { parentPort, workerData } from 'node:worker_threads';
	parentPort.on('message', (numbers) => {
		if (numbers.includes(13)) throw new Error('Thirteen is not doubled.');
		parentPort.postMessage(numbers.map((number) => number * workerData.factor));
	});`,
);
const double = (numbers: readonly number[], take: (answer: number, at: number) => void) =>
	shareOut(3, pathToFileURL(script).href, { factor: 2 }, numbers, take);

test('each answer comes with the place of its item', async () => {
	const numbers = Array.from({ length: 90 }, (_, index) => 100 + index);
	const answers: number[] = [];
	await double(numbers, (answer, at) => (answers[at] = answer));
	assert.deepEqual(
		answers,
		numbers.map((number) => 2 * number),
	);
});

test('nothing is asked where there is nothing to do', () =>
	double([], () => assert.fail('Nobody was asked.')));

test('where workers fail, there is an error and no answer', () =>
	assert.rejects(
		double(
			Array.from({ length: 200 }, () => 13),
			() => assert.fail('Nobody could answer.'),
		),
		/Thirteen is not doubled/,
	));
