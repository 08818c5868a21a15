import type { Entry } from '../content/collections.ts';
import type { PostData } from '../content/schema.ts';
import { startOf, type PartialDate } from './dates.ts';
import { order } from '../text/text.ts';
import { pageLanguage } from './translations.ts';
import type { Urls } from './urls.ts';

/** A post that was published and taken back. Its address says so. */
export interface Withdrawal {
	readonly id: string;
	readonly path: string;
	readonly title: string;
	readonly language: string;
	/** The language of its page. */
	readonly pageLanguage: string;
	/** When the post was published. */
	readonly date: PartialDate;
	readonly withdrawn: PartialDate;
	readonly reason: string;
	/** The id in feeds. */
	readonly guid: string;
}

/** Returns the withdrawals among the posts that readers see, the last withdrawn first. */
export function withdrawalsOf(
	shown: readonly Entry<PostData>[],
	languages: readonly string[],
	urls: Urls,
	guidOf: (entry: Entry<PostData>) => string,
): Withdrawal[] {
	return shown
		.flatMap((entry): Withdrawal[] => {
			const { id, data } = entry;
			const { title, date, withdrawn, language = languages[0]! } = data;
			if (!withdrawn) return [];
			return [
				{
					id,
					path: urls.post(id),
					title,
					language,
					pageLanguage: pageLanguage(language, languages),
					date,
					withdrawn: withdrawn.date,
					reason: withdrawn.reason,
					guid: guidOf(entry),
				},
			];
		})
		.sort((a, b) => startOf(b.withdrawn) - startOf(a.withdrawn) || order(a.id, b.id));
}
