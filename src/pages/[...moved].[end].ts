import type { APIRoute } from 'astro';
import { page, publication } from '../load';
import { redirectPage } from '../model/page/redirectpage';
import { pageRedirects } from '../model/publication/hostrules';
import { siteAt } from '../model/publication/publication';
import type { Redirect } from '../model/publication/redirects';
import type { Site } from '../model/publication/site';

/** Redirects from addresses that were files, such as `/2014/11/salt.html`. */
export function getStaticPaths() {
	const all = publication();
	const siteOf = siteAt(all);
	return pageRedirects(all, 'file').map((redirect) => {
		const [, moved, end] = /^(.+)\.(html?)$/.exec(all.urls.param(redirect.from))!;
		return page({ moved, end }, { redirect, site: siteOf(redirect.to) });
	});
}

export const GET: APIRoute<{ redirect: Redirect; site: Site }> = ({ props }) =>
	new Response(redirectPage(props.redirect, props.site), {
		headers: { 'Content-Type': 'text/html; charset=utf-8' },
	});
