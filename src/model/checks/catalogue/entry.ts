export type Severity = 'error' | 'warning';

/** What happened and why, and what to do about it, in whole sentences. */
export interface Explanation {
	readonly message: string;
	readonly fix: string;
}

interface Entry<Values extends unknown[]> {
	readonly severity: Severity;
	readonly explain: (...values: Values) => Explanation;
}

/** A problem that stops publication. */
export function error<Values extends unknown[]>(
	explain: (...values: Values) => Explanation,
): Entry<Values> {
	return { severity: 'error', explain };
}

/** A problem that does not. */
export function warning<Values extends unknown[]>(
	explain: (...values: Values) => Explanation,
): Entry<Values> {
	return { severity: 'warning', explain };
}

/** What to do where a name may have been misspelt. */
export function meant(near: string | undefined, otherwise: string): string {
	return near === undefined ? otherwise : `Did you mean "${near}"?`;
}
