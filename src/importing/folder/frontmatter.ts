import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** The fields of a text, and what follows them. */
export interface Parted {
	readonly fields: Readonly<Record<string, unknown>>;
	readonly body: string;
	/** Why the fields cannot be read. */
	readonly fault?: string | undefined;
}

/** Parts a text at the end of its fields: in YAML between `---`, in TOML between `+++`, or in JSON. */
export function partFrontmatter(text: string): Parted {
	const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
	const [, sign, head = '', body = ''] =
		/^(---|\+\+\+)[ \t]*\n([^]*?)(?:^|\n)\1[ \t]*(?:\n([^]*))?$/m.exec(source) ?? [];
	try {
		if (sign !== undefined && source.startsWith(sign))
			return {
				// The core schema of YAML 1.2 leaves dates as they stand, and `no` a word.
				fields: fieldsIn(
					sign === '---' ? parseYaml(head, { version: '1.2' }) : plain(parseToml(head)),
				),
				body,
			};
		if (source.startsWith('{\n')) {
			const end = source.indexOf('\n}\n');
			if (end >= 0)
				return {
					fields: fieldsIn(JSON.parse(source.slice(0, end + 2))),
					body: source.slice(end + 3),
				};
		}
	} catch (error) {
		return { fields: {}, body, fault: (error as Error).message.split('\n')[0] };
	}
	return { fields: {}, body: source };
}

/** TOML has dates of its own kind. */
function plain(value: unknown): unknown {
	if (value instanceof Date) return value.toISOString();
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

function fieldsIn(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};
}
