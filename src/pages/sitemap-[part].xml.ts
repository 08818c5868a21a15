import type { APIContext } from 'astro';
import { publication } from '../load.ts';
import { sitemaps } from '../model/page/sitemap.ts';

export function getStaticPaths() {
	return sitemaps(publication()).map((sitemap, part) => ({
		params: { part: String(part) },
		props: { sitemap },
	}));
}

export const GET = ({ props }: APIContext<{ sitemap: string }>) => new Response(props.sitemap);
