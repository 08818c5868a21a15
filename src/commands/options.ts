import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/**
 * Parses the options and positional arguments of a command. An invalid option prints an error and
 * `usage`, and ends the command with exit code 2.
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(
	usage: string,
	options: Options,
) {
	try {
		return parseArgs({ options, allowPositionals: true, strict: true });
	} catch (error) {
		const [sentence] = (error as Error).message.split(/(?<=\.)\s/);
		refuse(`${sentence}\n${usage}`);
	}
}

/** Prints an error and ends the command. Exit code 2 means wrong usage, 1 any other failure. */
export function refuse(sentence: string, code: 1 | 2 = 2): never {
	console.error(sentence);
	process.exit(code);
}
