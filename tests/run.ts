import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser/browser.ts';
import { startPostgres } from './postgres.ts';
import { builtSite, siteNames } from './site/sites.ts';

/**
 * Runs formatting, types, unit, built site and browser tests. Names of kinds as arguments run only
 * those, and `long` the long ones. The last line counts what passed and failed over all of them.
 */
interface Count {
	readonly passed: number;
	readonly failed: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'broadside-'));
const wanted = process.argv.slice(2);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const kinds: Record<string, () => Count> = {
	format: () =>
		node('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
	types: () => {
		const types = node('node_modules/astro/bin/astro.mjs', ['check']);
		const unused = node('node_modules/knip/bin/knip.js', ['--no-config-hints']);
		return add(types, unused);
	},
	unit: () => nodeTests('tests/unit/**/*.test.ts'),
	site: () => {
		buildSites();
		return nodeTests('tests/site/*.test.ts');
	},
	browser: () => {
		buildSites();
		return browserTests();
	},
	long: () => {
		const postgres = startPostgres();
		if (postgres) process.env['TEST_DATABASE_URL'] = postgres.url;
		else console.log('PostgreSQL is not here and cannot be installed: its store is not tested.');
		process.env['LONG'] = '1';
		try {
			const nodes = nodeTests(
				'tests/long/*.test.ts',
				'tests/unit/importing/markup/mdx.test.ts',
				'tests/unit/server/store.test.ts',
			);
			buildSites();
			return add(nodes, browserTests('accessibility', 'security', 'search'));
		} finally {
			postgres?.stop();
		}
	},
};
/** What `npm test` runs. */
const usual = Object.keys(kinds).filter((kind) => kind !== 'long');

const unknown = wanted.filter((kind) => !(kind in kinds));
if (unknown.length > 0) {
	console.error(
		`No tests called "${unknown.join('", "')}". There are: ${Object.keys(kinds).join(', ')}.`,
	);
	process.exit(1);
}

let total: Count = { passed: 0, failed: 0 };
for (const kind of wanted.length > 0 ? wanted : usual) {
	const started = performance.now();
	console.log(`\n${kind}`);
	total = add(total, kinds[kind]!());
	console.log(`${kind}: ${Math.round((performance.now() - started) / 1000)} s`);
}
rmSync(scratch, { recursive: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function node(script: string, args: string[], env: Record<string, string> = {}): Count {
	const { status } = spawnSync(process.execPath, [script, ...args], {
		stdio: 'inherit',
		env: { ...process.env, ...env },
	});
	return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function add(one: Count, other: Count): Count {
	return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

function nodeTests(...patterns: readonly string[]): Count {
	const report = join(scratch, 'node.tap');
	const { failed } = node('--test', [
		// Builds of one project wait for each other; the rest need not wait for them.
		'--test-concurrency=2',
		'--test-reporter=spec',
		'--test-reporter-destination=stdout',
		'--test-reporter=tap',
		`--test-reporter-destination=${report}`,
		...patterns,
	]);
	const counts = readFileSync(report, 'utf8');
	const count = (name: string) =>
		Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(counts)?.[1] ?? 0);
	const failures = count('fail') + count('cancelled');
	return { passed: count('pass'), failed: Math.max(failures, failed) };
}

function browserTests(...files: readonly string[]): Count {
	const report = join(scratch, 'browser.json');
	const { failed } = node(
		'node_modules/@playwright/test/cli.js',
		['test', '--config', 'tests/browser/playwright.config.ts', ...files],
		{ PLAYWRIGHT_JSON_OUTPUT_FILE: report, BROWSER_PATH: findBrowser() },
	);
	const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
		stats: { expected: number; unexpected: number; flaky: number };
	};
	return { passed: stats.expected, failed: Math.max(stats.unexpected + stats.flaky, failed) };
}

function buildSites(): void {
	if (process.env['SITES_ARE_BUILT']) return;
	for (const name of siteNames) builtSite(name);
	process.env['SITES_ARE_BUILT'] = '1';
}
