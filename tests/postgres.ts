import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A PostgreSQL server that runs for the tests alone. */
export interface Postgres {
	readonly url: string;
	readonly stop: () => void;
}

/**
 * Starts one: from what is installed, or else installed now, as Debian has it. Nothing where that
 * cannot be done.
 */
export function startPostgres(): Postgres | undefined {
	const folder = programs() ?? install();
	if (!folder) return undefined;
	const data = mkdtempSync(join(tmpdir(), 'postgres-'));
	const port = 20_000 + (process.pid % 20_000);
	const isRoot = process.getuid?.() === 0;
	// It refuses to run as root.
	const run = (program: string, ...args: string[]) => {
		const command = [join(folder, program), ...args];
		const [name, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
		const { status, stderr } = spawnSync(name!, rest, { encoding: 'utf8', cwd: data });
		if (status !== 0) throw new Error(`PostgreSQL could not be started: ${stderr}`);
	};
	if (isRoot) spawnSync('chown', ['postgres', data]);
	run('initdb', '-D', join(data, 'db'), '-A', 'trust', '-U', 'tests');
	const options = `-p ${port} -k ${data} -c listen_addresses=127.0.0.1`;
	run('pg_ctl', '-D', join(data, 'db'), '-l', join(data, 'log'), '-o', options, '-w', 'start');
	return {
		url: `postgres://tests@127.0.0.1:${port}/postgres`,
		stop() {
			run('pg_ctl', '-D', join(data, 'db'), '-m', 'immediate', 'stop');
			rmSync(data, { recursive: true, force: true });
		},
	};
}

function programs(): string | undefined {
	const places = [
		...globSync('/usr/lib/postgresql/*/bin/initdb'),
		'/usr/local/bin/initdb',
		'/opt/homebrew/bin/initdb',
	];
	const found = places.findLast((path) => existsSync(path));
	return found && dirname(found);
}

function install(): string | undefined {
	if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0)
		return undefined;
	console.log('No PostgreSQL was found for the tests: installing it.');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	for (const args of [
		['update', '-qq'],
		['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
	])
		spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
	return programs();
}
