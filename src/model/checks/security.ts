import { finding, type Finding } from './problems.ts';
import type { Settings } from '../publication/site.ts';

const day = 24 * 60 * 60 * 1000;

/** Checks the contact and the expiry date of security.txt (RFC 9116, 2.5.5). */
export function security({ security }: Pick<Settings, 'security'>, now: Date): Finding[] {
	if (!security) return [];
	const { contact, expires } = security;
	const at = (value: string) => ['security', value];
	if (!/^(https|mailto|tel):/.test(contact))
		return [finding('bad-security-contact', 'src/site.ts', at(contact), contact)];
	const left = Math.floor((Date.parse(expires) - now.getTime()) / day);
	if (Number.isNaN(left) || left > 366)
		return [finding('bad-security-expiry', 'src/site.ts', at(expires), expires)];
	return left < 30 ? [finding('expiring-security', 'src/site.ts', at(expires), expires)] : [];
}
