import { deviceNames, slug } from './text.ts';

/** German umlauts, and letters that Unicode does not decompose into a base letter and a mark. */
const latin: Record<string, string> = {
	ä: 'ae',
	ö: 'oe',
	ü: 'ue',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ı: 'i',
};

/**
 * Mongolian by MNS 5217:2012, with o and u instead of ö and ü. Letters of other Cyrillic alphabets
 * have their usual English spelling.
 */
const cyrillic: Record<string, string> = {
	а: 'a',
	б: 'b',
	в: 'v',
	г: 'g',
	д: 'd',
	е: 'ye',
	ё: 'yo',
	ж: 'j',
	з: 'z',
	и: 'i',
	й: 'i',
	к: 'k',
	л: 'l',
	м: 'm',
	н: 'n',
	о: 'o',
	ө: 'o',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: 'u',
	ү: 'u',
	ф: 'f',
	х: 'kh',
	ц: 'ts',
	ч: 'ch',
	ш: 'sh',
	щ: 'sh',
	ъ: 'i',
	ы: 'y',
	ь: 'i',
	э: 'e',
	ю: 'yu',
	я: 'ya',
	є: 'ye',
	і: 'i',
	ї: 'yi',
	ґ: 'g',
	ў: 'u',
	қ: 'k',
	ғ: 'g',
	ң: 'ng',
	ұ: 'u',
	һ: 'kh',
	ә: 'a',
};

/** Windows has no files of these names, and `index` is a folder's own. */
function possible(slug: string): string {
	return new RegExp(`^(${deviceNames}|index)$`).test(slug) ? `${slug}-1` : slug;
}

/** Returns an ASCII slug for `title`, at most eight words; `''` if no letter or digit is left. */
export function proposeSlug(title: string): string {
	const letters = Array.from(
		title.normalize('NFC').toLowerCase(),
		(letter) => latin[letter] ?? cyrillic[letter] ?? letter,
	).join('');
	const plain = letters
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/['’ʼ`]/g, '');
	const proposed = slug(plain.replace(/[^a-z0-9]+/g, ' ').trim())
		.split('-')
		.slice(0, 8)
		.join('-');
	return possible(proposed);
}
