import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Rules of the standard and of good practice, by the tags that axe gives them. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page, or with the part in `selector`: rules, each with its places. */
export async function violations(page: Page, selector = 'html'): Promise<string[]> {
	// Without frames, axe need not open a second page to put its results together. That halves the time.
	const axe = new AxeBuilder({ page }).setLegacyMode().include(selector).withTags(tags);
	const found = await axe.analyze();
	return found.violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
	);
}
