/** The images that a page asks Astro for. */
export interface Asked {
	/** What Astro's own function was given for each that is made of another, and the address it answered. */
	readonly made: readonly (readonly [args: string, address: string])[];
	/** The files of those that are shown as they are. */
	readonly whole: readonly string[];
}

/** Says that a page needs an image that was never made. */
export class UnknownImage extends Error {}

/** Where `getImage` leaves word of the images of a static site (astro 7.3.5). */
interface Assets {
	referencedImages: Set<string>;
	addStaticImage: (...args: unknown[]) => string;
	recordReferencedImage: (file: string) => void;
}

const host = globalThis as { astroAsset?: Partial<Assets> };

/** Watches which images pages ask for. Where Astro is not at work, they get those that are `known`. */
export function watchImages(known: readonly Asked[]) {
	const assets = (host.astroAsset ??= {});
	const whole = (assets.referencedImages ??= new Set());
	const make = assets.addStaticImage ?? recall(known);
	let asked: { made: [string, string][]; whole: string[] } = { made: [], whole: [] };
	assets.addStaticImage = (...args) => {
		const address = make(...args);
		asked.made.push([JSON.stringify(args), address]);
		return address;
	};
	assets.recordReferencedImage = (file) => void asked.whole.push(file);
	return {
		/** Those that were asked for since the last time. */
		take(): Asked {
			const { made, whole } = asked;
			asked = { made: [], whole: [] };
			return { made, whole: [...new Set(whole)] };
		},
		/** Asks for them in the name of a page that is not printed anew. */
		ask({ made, whole: files }: Asked): void {
			for (const [args] of made) make(...(JSON.parse(args) as unknown[]));
			for (const file of files) whole.add(file);
		},
	};
}

function recall(known: readonly Asked[]): Assets['addStaticImage'] {
	const addresses = new Map(known.flatMap(({ made }) => made));
	return (...args) => {
		const address = addresses.get(JSON.stringify(args));
		if (!address) throw new UnknownImage();
		return address;
	};
}
