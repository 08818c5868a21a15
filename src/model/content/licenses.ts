/** The licences that a post may have, by SPDX identifier (https://spdx.org/licenses/). */
export const licenses = {
	'CC-BY-4.0': { label: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
	'CC-BY-SA-4.0': { label: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
	'CC-BY-ND-4.0': { label: 'CC BY-ND 4.0', url: 'https://creativecommons.org/licenses/by-nd/4.0/' },
	'CC-BY-NC-4.0': { label: 'CC BY-NC 4.0', url: 'https://creativecommons.org/licenses/by-nc/4.0/' },
	'CC-BY-NC-SA-4.0': {
		label: 'CC BY-NC-SA 4.0',
		url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
	},
	'CC-BY-NC-ND-4.0': {
		label: 'CC BY-NC-ND 4.0',
		url: 'https://creativecommons.org/licenses/by-nc-nd/4.0/',
	},
	'CC0-1.0': { label: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
} as const;

export type LicenseId = keyof typeof licenses;
export const licenseIds = Object.keys(licenses) as [LicenseId, ...LicenseId[]];
