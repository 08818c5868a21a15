import { existsSync, readFileSync } from 'node:fs';
import { versionOf } from '../../disk.ts';

/** The answer to a request: a redirect (301), or the page that says what was withdrawn (410). */
interface Answer {
	/** An encoded path; of a redirect, with what is left of the query of the request. */
	readonly to: string;
	readonly status: number;
}

interface Rule {
	/** The encoded path that it is for. */
	readonly from: string;
	/** The parameters that a request must have. */
	readonly query: readonly (readonly [string, string])[];
	readonly to: string;
	readonly status: number;
}

/** Finds answers to requests, by their encoded path and their query. */
export interface Rules {
	find(path: string, query: URLSearchParams): Answer | undefined;
	/** The same for a path in other letter case or Unicode form, if only one answer is possible. */
	findSimilar(path: string, query: URLSearchParams): Answer | undefined;
}

/**
 * Returns the rules in `file`, a line each: `/path [name=value …] /target status`. It reads the file
 * again when it changes.
 */
export function createRules(file: string): Rules {
	let version = '';
	let rules: ReadonlyMap<string, readonly Rule[]> = new Map();
	const matching = (path: string, query: URLSearchParams): readonly Rule[] => {
		const current = versionOf(file);
		if (current !== version) {
			version = current;
			rules = parse(existsSync(file) ? readFileSync(file, 'utf8') : '');
		}
		const all = rules.get(folded(path)) ?? [];
		return all.filter((rule) =>
			rule.query.every(([name, value]) => query.getAll(name).includes(value)),
		);
	};
	return {
		find(path, query) {
			const rule = matching(path, query).find(({ from }) => from === path);
			return rule && answerOf(rule, query);
		},
		findSimilar(path, query) {
			const [rule, ...others] = matching(path, query);
			return rule && others.every(({ to }) => to === rule.to) ? answerOf(rule, query) : undefined;
		},
	};
}

/** A redirect keeps what is left of the query. */
function answerOf({ query, to, status }: Rule, asked: URLSearchParams): Answer {
	const left = new URLSearchParams(asked);
	for (const [name] of query) left.delete(name);
	return { to: to + (status === 301 && left.size > 0 ? `?${left}` : ''), status };
}

function parse(text: string): ReadonlyMap<string, readonly Rule[]> {
	const rules = text.split('\n').flatMap((line): Rule[] => {
		const [from, ...rest] = line.split(' ');
		const [status, to, ...parameters] = rest.reverse();
		if (!from || !to || !status) return [];
		const query = [...new URLSearchParams(parameters.join('&'))];
		return [{ from, query, to, status: Number.parseInt(status) }];
	});
	// A rule with a query goes before one without.
	rules.sort((a, b) => b.query.length - a.query.length);
	return Map.groupBy(rules, ({ from }) => folded(from));
}

function folded(path: string): string {
	return decodeURI(path).normalize().toLowerCase();
}
