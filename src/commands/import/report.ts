import type { Balance, Difference, Row } from '../../importing/plan/balance.ts';
import { visible } from '../../model/checks/reports.ts';

/** How many places and cases are listed before “… and more”. */
const most = 10;

/** Returns the balance sheet of an import: what came in, what goes out, and why both differ. */
export function printBalance(balance: Balance, isWhole: boolean): string {
	const rows = balance.rows().filter((row) => row.in > 0 || row.out > 0);
	const cells = (row: Row) => [
		row.kind,
		row.in,
		row.left === 0 ? '' : `−${row.left}`,
		row.added === 0 ? '' : `+${row.added}`,
		row.out,
		row.unexplained === 0 ? '' : `${row.unexplained} unexplained`,
	];
	const table = [['', 'in', 'left out', 'added', 'out', ''], ...rows.map(cells)].map((row) =>
		row
			.map((cell, index) => (index === 0 ? String(cell).padEnd(12) : String(cell).padStart(10)))
			.join(''),
	);
	return [...table, '', ...balance.differences().map((one) => lineOf(one, isWhole))]
		.join('\n')
		.trimEnd();
}

function lineOf({ kind, by, reason, places }: Difference, isWhole: boolean): string {
	return `${by < 0 ? `−${-by}` : `+${by}`} ${kind}: ${reason}${listed(places, isWhole)}`;
}

/** Returns a list below a line. */
export function listed(lines: readonly string[], isWhole: boolean): string {
	const shown = isWhole ? lines : lines.slice(0, most);
	const rest = lines.length - shown.length;
	return [
		...shown.map((line) => `\n    ${visible(line)}`),
		...(rest > 0 ? [`\n    … and ${rest} more (--full lists all)`] : []),
	].join('');
}
