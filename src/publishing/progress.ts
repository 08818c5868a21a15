/** The parts of a long work: shown while they last, where somebody looks on, and timed. */
export interface Progress {
	/** Ends the part before and begins the next. */
	begin(part: string): void;
	/** Ends the last part; answers how long each took: `checking 0.6 s, indexing 2.4 s`. */
	end(): string;
}

/** `out` is overwritten in place if it is a terminal, and left alone otherwise. */
export function createProgress(out: NodeJS.WriteStream, clock = () => performance.now()): Progress {
	const parts: { readonly name: string; readonly begun: number }[] = [];
	let shown = '';
	const line = (text: string) => {
		if (out.isTTY && text !== shown) out.write(`\r\x1b[K${text}`);
		shown = text;
	};
	return {
		begin(name) {
			parts.push({ name, begun: clock() });
			line(`${name} …`);
		},
		end() {
			line('');
			const ends = [...parts.slice(1).map(({ begun }) => begun), clock()];
			return parts
				.map(({ name, begun }, at) => `${name} ${((ends[at]! - begun) / 1000).toFixed(1)} s`)
				.join(', ');
		},
	};
}
