import { error, meant, warning } from './entry.ts';

/** Why no page can show an image. */
export type UnreadableReason = keyof typeof unreadable;

const unreadable = {
	'no image': {
		message: 'is no image that can be read, whatever its name says',
		fix: 'Save the picture again as JPEG or PNG.',
	},
	damaged: {
		message: 'breaks off: a part of the picture is missing',
		fix: 'Copy it again from where it came.',
	},
	'drawing without size': {
		message: 'is a drawing that does not say how large it is',
		fix: 'Give its <svg> a viewBox, such as viewBox="0 0 800 600".',
	},
	'unusual drawing': {
		message: 'is a drawing whose size cannot be read',
		fix: 'Save it as “plain SVG” in UTF-8, with nothing before its <svg> and viewBox="0 0 800 600" first in it.',
	},
};

/** Problems with images. */
export const ofImages = {
	'missing-image': error((path: string, near: string | undefined) => ({
		message: `There is no image "${path}" beside this file.`,
		fix: meant(near, 'Put the image there, or correct the path.'),
	})),
	'image-format': error((path: string) => ({
		message: `Browsers cannot show the format of "${path}".`,
		fix: 'Save the picture as JPEG, PNG, WebP, AVIF, GIF or SVG.',
	})),
	'remote-image': error((url: string) => ({
		message: `The image "${url}" lies on another site.`,
		fix: 'Save it beside the post and give its path: no page asks a third party for anything.',
	})),
	'unreadable-image': error((path: string, reason: UnreadableReason) => ({
		message: `The file "${path}" ${unreadable[reason].message}.`,
		fix: unreadable[reason].fix,
	})),
	'html-image': error(() => ({
		message: 'The image is written as HTML, which leaves it out of the site.',
		fix: 'Write ![what it shows](./file.jpg) instead.',
	})),
	'position-in-image': warning(() => ({
		message:
			'The picture says where it was taken, and files in this folder are published as they are.',
		fix: 'Save it without its position, or show it as an image beside a post, which loses it.',
	})),
	'large-image': warning((path: string, size: string) => ({
		message: `The image "${path}" is ${size}, more than any page shows.`,
		fix: 'Save it again at most 2400 pixels wide, in medium quality.',
	})),
	'image-without-description': warning((path: string) => ({
		message: `The image "${path}" is not described for those who cannot see it.`,
		fix: 'Say between the brackets what it shows: ![what it shows](./file.jpg).',
	})),
	'broken-image': error((written: string) => ({
		message: `"${written}" is not read as an image, because of the space in its name.`,
		fix: 'Rename the file without spaces, or put the name between < and >.',
	})),
};
