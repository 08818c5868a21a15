/** The images that a page asks Astro for. */
export interface Asked {
	/** Those that are made of others. */
	readonly made: readonly MadeImage[];
	/** The files of those that are shown as they are. */
	readonly whole: readonly string[];
}

interface MadeImage {
	/** What it is made of. */
	readonly key: string;
	readonly address: string;
	/** As Astro has noted it. */
	readonly note: Note;
}

interface Note {
	readonly originalPath: string;
	readonly originalSrcPath: string | undefined;
	readonly hash: string;
	readonly finalPath: string;
	readonly transform: object;
}

/** Says that a page needs an image that was never made. */
export class UnknownImage extends Error {}

/** Where `getImage` leaves word of the images of a static site (astro 7.3.5). */
interface Assets {
	addStaticImage: (
		options: Readonly<Record<string, unknown>>,
		hashed: readonly string[],
		...more: unknown[]
	) => string;
	recordReferencedImage: (file: string) => void;
	referencedImages: Set<string>;
	staticImages: Map<string, Original>;
}

interface Original {
	readonly originalSrcPath: string | undefined;
	readonly transforms: Map<string, Pick<Note, 'finalPath' | 'transform'>>;
}

const host = globalThis as unknown as { astroAsset?: Partial<Assets> };

let lastNote: Note | undefined;

/** What Astro tells of each image that it notes, if it is installed as its `RenderScope`. */
export const imageScope = {
	getStore: () => ({ staticImages: { push: (note: Note) => void (lastNote = note) } }),
	run: <Result>(_store: unknown, work: () => Result) => work(),
};

/** Watches which images pages ask for. Where Astro is not at work, they get those that are `known`. */
export function watchImages(known: readonly Asked[]) {
	const assets = (host.astroAsset ??= {});
	const whole = (assets.referencedImages ??= new Set());
	const originals = (assets.staticImages ??= new Map<string, Original>());
	const add = assets.addStaticImage;
	const recall = recallFrom(known);
	let asked: { made: MadeImage[]; whole: string[] } = { made: [], whole: [] };

	assets.addStaticImage = (options, hashed, ...more) => {
		const key = JSON.stringify(hashed.map((name) => options[name]));
		let image: MadeImage;
		if (add) image = { key, address: add(options, hashed, ...more), note: lastNote! };
		else image = recall(key);
		asked.made.push(image);
		return image.address;
	};
	assets.recordReferencedImage = (file) => void asked.whole.push(file);
	return {
		/** Those that were asked for since the last time. */
		take(): Asked {
			const { made, whole } = asked;
			asked = { made: [], whole: [] };
			return { made, whole: [...new Set(whole)] };
		},
		/** Has Astro make them for a page that is not printed anew. */
		ask({ made, whole: files }: Asked): void {
			for (const { note } of made) {
				const { originalPath, originalSrcPath, hash, finalPath, transform } = note;
				let original = originals.get(originalPath);
				if (!original)
					originals.set(originalPath, (original = { originalSrcPath, transforms: new Map() }));
				if (!original.transforms.has(hash)) original.transforms.set(hash, { finalPath, transform });
			}
			for (const file of files) whole.add(file);
		},
	};
}

function recallFrom(known: readonly Asked[]): (key: string) => MadeImage {
	let images: ReadonlyMap<string, MadeImage> | undefined;
	return (key) => {
		images ??= new Map(known.flatMap(({ made }) => made.map((image) => [image.key, image])));
		const image = images.get(key);
		if (!image) throw new UnknownImage(`An image was never made: ${key}`);
		return image;
	};
}
