import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';

/** A SHA-256 digest of all parts and their lengths, as 32 hexadecimal digits. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(`${part.length}\n`).update(part);
	return hash.digest('hex').slice(0, 32);
}

/** A digest of the code that reads content and makes files of it, and of the packages it uses. */
export function codeVersion(): string {
	return digestOf('src/{model,markdown,publishing}/**', 'src/components/prose/*', 'src/*.ts');
}

/** A digest of the code that only pages are printed by. */
export function templateVersion(): string {
	return digestOf('src/{components,pages,search,styles}/**', '*.ts', 'tsconfig.json', '.env*');
}

function digestOf(...patterns: readonly string[]): string {
	const files = [...globSync(patterns).sort(), 'package-lock.json'];
	return digest(
		...files
			.filter((file) => statSync(file).isFile())
			.flatMap((file) => [file, readFileSync(file)]),
	);
}
