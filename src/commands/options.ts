import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/**
 * What follows a command: options and other words. One that it does not know ends the command with
 * a sentence and how to use it, and the exit code 2.
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

/** Ends a command that cannot do what it was asked for; with 2 if it was used wrongly. */
export function refuse(sentence: string, code: 1 | 2 = 2): never {
	console.error(sentence);
	process.exit(code);
}
