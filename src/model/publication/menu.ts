import { messagesIn } from '../messages/messages.ts';
import { isSameLanguage } from '../text/direction.ts';
import type { Lists, Topics } from './lists.ts';
import type { Page } from './pages.ts';
import { localize, type Link, type Settings } from './site.ts';
import { ownPages, type Urls } from './urls.ts';

/**
 * Returns the main menu in the language of `lists`: each entry leads to what there is in that language,
 * and has its usual label unless the owner gave one.
 */
export function menuOf(
	{ navigation, language: own }: Settings,
	lists: Lists,
	pages: readonly Page[],
): readonly Link[] {
	const { urls, site } = lists;
	return navigation.map((item) => {
		const { path, label } = typeof item === 'string' ? { path: item, label: undefined } : item;
		const isElsewhere = /^[a-z]+:/i.test(path);
		const link = linkTo(path, lists, pages) ?? {
			label: path,
			path: isElsewhere ? path : urls.path(path),
		};
		if (label === undefined) return link;
		const { text, language } = localize(label, site.language, own);
		return { ...link, label: text, language };
	});
}

function linkTo(path: string, lists: Lists, pages: readonly Page[]): Link | undefined {
	const { urls, site } = lists;
	return (
		toOwn(path, urls, site.language) ??
		toPage(urls.path(path), pages, site.language) ??
		toTopic(path, lists)
	);
}

/** A link to what the site makes of all its posts. */
function toOwn(path: string, urls: Urls, language: string): Link | undefined {
	const { frame } = messagesIn(language);
	const own = (['home', ...ownPages] as const).find((name) => path === pathOf(name));
	if (own) return { label: frame[own], path: urls[own] };
	const feed = urls.homeFeeds.find((name) => path === `/${name}`);
	return feed === undefined ? undefined : { label: frame.feed, path: urls.home + feed };
}

function pathOf(name: 'home' | (typeof ownPages)[number]): string {
	return name === 'home' ? '/' : `/${name}/`;
}

function toPage(path: string, pages: readonly Page[], language: string): Link | undefined {
	const page = pages.find((one) => one.path === path);
	const translation = page?.translations.find((one) => isSameLanguage(one.language, language));
	if (page?.id === 'about' && !translation)
		return { label: messagesIn(language).frame.about, path };
	const best = translation ?? page;
	return (
		best && {
			label: best.title,
			path: best.path,
			language: isSameLanguage(best.language, language) ? undefined : best.language,
		}
	);
}

/** A link to the posts on a topic: in the language of `lists`, or else in that of the site. */
function toTopic(path: string, lists: Lists): Link | undefined {
	const { urls, site, everywhere } = lists;
	const here = urls.path(site.prefix + path);
	const topic = linksTo(everywhere).find((one) => one.path === here);
	if (!topic) return undefined;
	const isHere = linksTo(lists).some((one) => one.path === here);
	return isHere ? topic : { ...topic, path: urls.path(path) };
}

function linksTo({ categories, tags, authors, years }: Topics): readonly Link[] {
	return [
		...[...categories, ...tags, ...years].map(({ topic: { label, path, ...rest } }) => ({
			label,
			path,
			language: 'language' in rest ? rest.language : undefined,
		})),
		...authors.map(({ topic: { name, path } }) => ({ label: name, path })),
	];
}
