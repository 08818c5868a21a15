/** What an import counts. */
const kinds = [
	'posts',
	'pages',
	'authors',
	'categories',
	'tags',
	'replies',
	'files',
	'images',
	'links',
	'notes',
	'words',
	'addresses',
] as const;
export type Kind = (typeof kinds)[number];

/** A difference between what came in and what goes out, and why. */
export interface Difference {
	readonly kind: Kind;
	/** Less than 0 if something is left out, more if something is new. */
	readonly by: number;
	readonly reason: string;
	/** Where, in the export or in the content. */
	readonly places: readonly string[];
}

export interface Row {
	readonly kind: Kind;
	readonly in: number;
	readonly out: number;
	readonly left: number;
	readonly added: number;
	/** What nobody explains. Not 0 means that something is lost. */
	readonly unexplained: number;
}

export type Balance = ReturnType<typeof createBalance>;

/** Counts what comes in and what goes out, and keeps why both differ. */
export function createBalance() {
	const sums = new Map(kinds.map((kind) => [kind, { in: 0, out: 0 }]));
	const differences = new Map<
		string,
		{ kind: Kind; by: number; reason: string; places: string[] }
	>();
	const faults: string[] = [];
	const remarks = new Map<string, string[]>();
	return {
		/** Keeps a sentence about what went wrong and must not. */
		fail: (sentence: string) => void faults.push(sentence),
		faults: (): readonly string[] => faults,
		/** Keeps what changes no number, and an editor should know. */
		remark(reason: string, place: string): void {
			const places = remarks.get(reason) ?? [];
			if (places.at(-1) !== place) places.push(place);
			remarks.set(reason, places);
		},
		remarks: (): readonly Pick<Difference, 'reason' | 'places'>[] =>
			[...remarks].map(([reason, places]) => ({ reason, places })),
		came: (kind: Kind, count = 1) => void (sums.get(kind)!.in += count),
		went: (kind: Kind, count = 1) => void (sums.get(kind)!.out += count),
		explain(kind: Kind, by: number, reason: string, place?: string): void {
			if (by === 0) return;
			const key = `${kind} ${by < 0 ? '-' : '+'} ${reason}`;
			const known = differences.get(key) ?? { kind, by: 0, reason, places: [] };
			known.by += by;
			if (place !== undefined && known.places.at(-1) !== place) known.places.push(place);
			differences.set(key, known);
		},
		differences: (): readonly Difference[] => [...differences.values()],
		rows: (): readonly Row[] =>
			kinds.map((kind) => {
				const { in: came, out } = sums.get(kind)!;
				const of = [...differences.values()].filter((one) => one.kind === kind);
				const sum = (sign: 1 | -1) =>
					of.reduce((all, { by }) => (by * sign > 0 ? all + by * sign : all), 0);
				const [left, added] = [sum(-1), sum(1)];
				return { kind, in: came, out, left, added, unexplained: came - left + added - out };
			}),
	};
}
