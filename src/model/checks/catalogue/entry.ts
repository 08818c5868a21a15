export type Severity = 'error' | 'warning';

/** The problem with its cause, and the way to fix it, in full sentences. */
export interface Explanation {
	readonly message: string;
	readonly fix: string;
}

interface Entry<Values extends unknown[]> {
	readonly severity: Severity;
	readonly explain: (...values: Values) => Explanation;
}

/** Returns the catalogue entry of a problem that stops publication. */
export function error<Values extends unknown[]>(
	explain: (...values: Values) => Explanation,
): Entry<Values> {
	return { severity: 'error', explain };
}

/** Returns the catalogue entry of a problem that does not stop publication. */
export function warning<Values extends unknown[]>(
	explain: (...values: Values) => Explanation,
): Entry<Values> {
	return { severity: 'warning', explain };
}

/** Returns a question with the similar name, or `otherwise` if there is none. */
export function meant(near: string | undefined, otherwise: string): string {
	return near === undefined ? otherwise : `Did you mean "${near}"?`;
}
