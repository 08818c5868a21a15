import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The result of a program run. */
export interface Ran {
	readonly seconds: number;
	/**
	 * The peak memory of the program and its children in MB; 0 if the system does not report it.
	 */
	readonly memory: number;
	readonly output: string;
}

/** Runs a program to its end. Rejects if the program fails. */
export function runProgram(
	program: string,
	args: readonly string[],
	cwd: string,
	env: Record<string, string> = {},
): Promise<Ran> {
	return new Promise((resolve, reject) => {
		const started = performance.now();
		const child = spawn(program, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		let memory = 0;
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (data: Buffer) => void (output += data.toString()));
		const sampling = setInterval(() => (memory = Math.max(memory, residentOf(child.pid!))), 100);
		child.on('error', reject);
		child.on('close', (status) => {
			clearInterval(sampling);
			const seconds = (performance.now() - started) / 1000;
			if (status === 0) resolve({ seconds, memory: Math.round(memory), output });
			else reject(new Error(`${program} ${args.join(' ')} ended with ${status}:\n${output}`));
		});
	});
}

/** The memory of a process and its descendants in MB, as Linux reports it. */
function residentOf(root: number): number {
	const parents = new Map<number, number>();
	const resident = new Map<number, number>();
	for (const name of processes()) {
		try {
			const text = readFileSync(`/proc/${name}/status`, 'utf8');
			parents.set(+name, +(/^PPid:\s+(\d+)/m.exec(text)?.[1] ?? 0));
			resident.set(+name, +(/^VmRSS:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024);
		} catch {
			// The process has ended.
		}
	}
	const isBelow = (pid: number | undefined): boolean =>
		pid === root || (pid !== undefined && pid > 1 && isBelow(parents.get(pid)));
	return [...resident].reduce((sum, [pid, mb]) => (isBelow(pid) ? sum + mb : sum), 0);
}

function processes(): string[] {
	try {
		return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	} catch {
		return [];
	}
}
