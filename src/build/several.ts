/** How many files are read or written at once; more are no faster. */
const atOnce = 4;

/** Does `work` with each item, a few at once; answers in the order of the items. */
export async function several<Item, Result>(
	items: readonly Item[],
	work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
	const results = new Array<Result>(items.length);
	let next = 0;
	const workThrough = async () => {
		while (next < items.length) {
			const index = next++;
			results[index] = await work(items[index]!, index);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, workThrough));
	return results;
}
