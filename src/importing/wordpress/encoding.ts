/** The characters of windows-1252 from 0x80 on that are not those of Latin-1: https://encoding.spec.whatwg.org/ */
const special = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const bytes = new Map(
	Array.from(
		new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
		(sign, byte) => [sign, byte],
	),
);
/** What UTF-8 looks like when it is read as windows-1252: a first byte and those that follow. */
const twice = new RegExp(`[\\u00C2-\\u00F4][\\u0080-\\u00BF${special}]{1,3}`, 'g');

/**
 * Returns a text that was taken for windows-1252, and encoded once more, as it was meant: `Ð¡Ð°Ð¹Ð½` is
 * `Сайн`. What is no UTF-8 stays.
 */
export function undoTwice(text: string): string {
	return text.replace(twice, (found) => {
		const read = Uint8Array.from(found, (sign) => bytes.get(sign)!);
		try {
			return new TextDecoder('utf-8', { fatal: true }).decode(read);
		} catch {
			return found;
		}
	});
}

/** Whether a text looks as if it had been encoded twice. */
export function seemsTwice(text: string): boolean {
	return undoTwice(text) !== text;
}
