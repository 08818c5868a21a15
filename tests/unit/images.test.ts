import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { imageScope, UnknownImage, watchImages } from '../../src/build/images.ts';

const host = globalThis as unknown as { astroAsset?: object | undefined };
afterEach(() => (host.astroAsset = undefined));

type Add = (options: object, hashed: readonly string[], file?: string) => string;
const assets = () =>
	host.astroAsset as {
		addStaticImage: Add;
		recordReferencedImage: (file: string) => void;
		referencedImages: Set<string>;
		staticImages: Map<string, { transforms: Map<string, { finalPath: string }> }>;
	};
const pond = { src: '/_astro/pond.png', width: 800, height: 600, format: 'png' };

/** Stands for Astro: it notes an image and answers its address. */
function astro() {
	const addStaticImage: Add = (transform, _hashed, file) => {
		const { width } = transform as { width: number };
		const finalPath = `/_astro/pond_${width}.webp`;
		imageScope.getStore().staticImages.push({
			originalPath: pond.src,
			originalSrcPath: file,
			hash: String(width),
			finalPath,
			transform,
		});
		return `/journal${finalPath}`;
	};
	host.astroAsset = { addStaticImage };
}

function printed() {
	astro();
	const watch = watchImages([]);
	const address = assets().addStaticImage({ src: pond, width: 400, alt: 'A pond' }, [
		'src',
		'width',
	]);
	assets().recordReferencedImage('/content/pond.png');
	assets().recordReferencedImage('/content/pond.png');
	const asked = watch.take();
	assert.equal(address, '/journal/_astro/pond_400.webp');
	assert.deepEqual(watch.take(), { made: [], whole: [] });
	// As it comes out of the cache.
	return JSON.parse(JSON.stringify(asked)) as typeof asked;
}

test('without Astro, a page gets the images that were made, whatever they are called', () => {
	const known = printed();
	assert.deepEqual(known.whole, ['/content/pond.png']);
	host.astroAsset = undefined;
	const watch = watchImages([known]);
	const add = assets().addStaticImage;
	assert.equal(
		add({ src: pond, width: 400, alt: 'Another' }, ['src', 'width']),
		known.made[0]?.address,
	);
	assert.deepEqual(watch.take().made, known.made);
	assert.throws(() => add({ src: pond, width: 500 }, ['src', 'width']), UnknownImage);
});

test('with Astro, it makes the images also of pages that are not printed', () => {
	const known = printed();
	astro();
	const watch = watchImages([known]);
	watch.ask(known);
	const { staticImages, referencedImages } = assets();
	assert.deepEqual([...staticImages.keys()], [pond.src]);
	const [made] = staticImages.get(pond.src)!.transforms.values();
	assert.equal(made?.finalPath, '/_astro/pond_400.webp');
	assert.deepEqual([...referencedImages], ['/content/pond.png']);
});
