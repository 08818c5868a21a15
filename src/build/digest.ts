import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** A digest of all parts, and of where one ends: 32 hexadecimal digits. */
export function digest(...parts: readonly (string | Buffer)[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(`${part.length}\n`).update(part);
	return hash.digest('hex').slice(0, 32);
}

/** A digest of our code in the files that match `patterns`, and of the packages that it uses. */
export function digestOfCode(...patterns: readonly string[]): string {
	const all = [...patterns.flatMap((pattern) => globSync(pattern).sort()), 'package-lock.json'];
	const files = all.filter((file) => statSync(file).isFile());
	return digest(...files.flatMap((file) => [file, readFileSync(resolve(file))]));
}
