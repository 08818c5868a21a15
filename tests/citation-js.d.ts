/** What the tests use of a library that has no types. */
declare module '@citation-js/core' {
	export class Cite {
		constructor(text: string);
		format(name: 'data', options: { format: 'object' }): unknown;
	}
}
