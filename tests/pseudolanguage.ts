import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The tag of a language that nobody speaks: ISO 639-2 reserves it for private use. Its messages are the
 * English ones in brackets: ⟦Search⟧.
 */
export const pseudo = 'qaa';

const messages = `import { en, type Messages } from './en.ts';

function bracket(value: unknown): unknown {
	if (typeof value === 'string') return \`⟦\${value}⟧\`;
	if (typeof value === 'function')
		return (...given: string[]) => \`⟦\${(value as (...given: string[]) => string)(...given)}⟧\`;
	return Object.fromEntries(
		Object.entries(value as object).map(([name, one]) => [name, bracket(one)]),
	);
}

export const ${pseudo} = bracket(en) as Messages;
`;

/** Adds the language to a copy of the project, as src/README.md says: a file, and a name in the list. */
export function addPseudoLanguage(project: string): void {
	const folder = join(project, 'src/model/messages');
	writeFileSync(join(folder, `${pseudo}.ts`), messages);
	const file = join(folder, 'messages.ts');
	const list = readFileSync(file, 'utf8')
		.replace("import { mn } from './mn.ts';", `$&\nimport { ${pseudo} } from './${pseudo}.ts';`)
		.replace('{ en, de, mn }', `{ en, de, mn, ${pseudo} }`);
	writeFileSync(file, list);
}
