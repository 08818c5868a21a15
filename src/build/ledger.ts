import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerName, ledgerSchema, type Ledger } from '../model/ledger.ts';

/** The addresses that were ever published; none where their list is broken, which checks tell. */
export function readLedger(folder: string): Ledger {
	const path = join(folder, ledgerName);
	if (!existsSync(path)) return {};
	try {
		return ledgerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		return {};
	}
}
