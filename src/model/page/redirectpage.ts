import type { Redirect } from '../publication/redirects.ts';
import type { Site } from '../publication/site.ts';
import { createUrls } from '../publication/urls.ts';
import { messagesIn } from '../messages/messages.ts';
import { escapeHtml } from '../text/html.ts';

/** Returns the HTML of a redirect, for hosts that cannot send one. */
export function redirectPage({ to }: Redirect, site: Site): string {
	const canonical = escapeHtml(createUrls(site.address).absolute(to));
	const target = escapeHtml(to);
	const title = escapeHtml(messagesIn(site.language).pages.moved);
	return `<!DOCTYPE html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta http-equiv="refresh" content="0; url=${target}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${canonical}">
</head>
<body>
<h1>${title}</h1>
<p><a href="${target}">${canonical}</a></p>
</body>
</html>
`;
}
