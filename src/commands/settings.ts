import { site } from '../site.ts';

/**
 * What the environment sets for a command: the port that `PORT` names, or 4321. A setting that
 * makes no sense ends the command with a sentence.
 */
export function settings(): { readonly port: number } {
	const { PORT = '4321' } = process.env;
	const port = Number(PORT);
	if (PORT === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
		refuse(`PORT is "${PORT}", which is no port. Give a number from 0 to 65535.`);
	if (!URL.canParse(site.address) || !/^https?:$/.test(new URL(site.address).protocol))
		refuse(`The address of the site is "${site.address}". Write it like https://example.org/.`);
	return { port };
}

function refuse(sentence: string): never {
	console.error(sentence);
	process.exit(1);
}
