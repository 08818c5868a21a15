import { existsSync } from 'node:fs';
import type { Imported } from '../../importing/word/docx.ts';
import { refuse } from '../options.ts';

/** Reads the document that the draft is to be made of; ends the command if it cannot be. */
export async function imported(file: string): Promise<Imported> {
	if (!existsSync(file)) refuse(`There is no file "${file}".`);
	if (!/\.docx$/i.test(file))
		refuse(
			`"${file}" is no document in .docx. Save it as such in Word, LibreOffice or Google Docs.`,
		);
	// Few need it, and it takes time to load.
	const { readDocx } = await import('../../importing/word/docx.ts');
	return readDocx(file).catch((error: unknown) =>
		refuse(`"${file}" cannot be read as a document: ${(error as Error).message}`, 1),
	);
}
