import type { Post } from './posts.ts';

/** A category, tag, author or year, with its posts, newest first. */
export interface Group<Topic> {
	readonly topic: Topic;
	readonly posts: readonly Post[];
}

/** Returns the topics that have posts, with these posts. A post is in a group only once. */
export function group<Topic>(
	posts: readonly Post[],
	topics: readonly Topic[],
	keyOf: (topic: Topic) => string,
	keysOf: (post: Post) => readonly string[],
): Group<Topic>[] {
	const byKey = new Map<string, Post[]>();
	for (const post of posts)
		for (const key of new Set(keysOf(post))) {
			const own = byKey.get(key);
			if (own) own.push(post);
			else byKey.set(key, [post]);
		}
	return topics.flatMap((topic) => {
		const own = byKey.get(keyOf(topic));
		return own ? [{ topic, posts: own }] : [];
	});
}

/** Returns the path of the topic with this id, or `undefined` if it has no posts. */
export function pathIn(
	groups: readonly Group<{ readonly id: string; readonly path: string }>[],
	id: string,
): string | undefined {
	return groups.find(({ topic }) => topic.id === id)?.topic.path;
}
