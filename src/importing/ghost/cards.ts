import { escapeHtml } from '../../model/text/html.ts';

/** What a card of Ghost says: https://github.com/TryGhost/Koenig/tree/main/packages/kg-default-nodes */
export type Card = Readonly<Record<string, unknown>>;

/** What belongs to the system and not to a text. */
const silent = /^(signup|email|email-cta|paywall|collection|transistor|call-to-action|header)$/;

/** Returns the HTML of a card; a remark for one that is not known. */
export function htmlOfCard(type: string, card: Card): string {
	const say = (name: string) => (typeof card[name] === 'string' ? card[name] : '');
	const attribute = (name: string) => escapeHtml(say(name));
	const figure = (inside: string, caption = say('caption')) =>
		caption ? `<figure>${inside}<figcaption>${caption}</figcaption></figure>` : `<p>${inside}</p>`;
	switch (type) {
		case 'image': {
			const image = `<img src="${attribute('src')}" alt="${attribute('alt')}">`;
			return figure(say('href') ? `<a href="${attribute('href')}">${image}</a>` : image);
		}
		case 'gallery': {
			const images = (card['images'] ?? []) as readonly Card[];
			const shown = images.map(
				({ src, alt }) =>
					`<img src="${escapeHtml(String(src))}" alt="${escapeHtml(String(alt ?? ''))}">`,
			);
			const caption =
				say('caption') &&
				`<figcaption class="blocks-gallery-caption">${say('caption')}</figcaption>`;
			return `<figure class="gallery">${shown.join('')}${caption}</figure>`;
		}
		case 'video':
		case 'audio': {
			const caption = say('caption') && `<p>${say('caption')}</p>`;
			return `<${type} src="${attribute('src')}" title="${attribute('title')}"></${type}>${caption}`;
		}
		case 'file':
			return `<p><a href="${attribute('src')}">${attribute('fileTitle') || attribute('fileName')}</a> ${attribute('fileCaption')}</p>`;
		case 'embed': {
			const address = say('url') ? `<p>${attribute('url')}</p>` : say('html');
			return address + (say('caption') && `<p>${say('caption')}</p>`);
		}
		case 'bookmark': {
			const { title, description } = (card['metadata'] ?? {}) as {
				title?: string;
				description?: string;
			};
			const about = description ? `: ${escapeHtml(description)}` : '';
			const caption = say('caption') && `<br>${say('caption')}`;
			return `<p><a href="${attribute('url')}">${escapeHtml(title ?? say('url'))}</a>${about}${caption}</p>`;
		}
		case 'callout':
			return `<ghost-aside><p>${attribute('calloutEmoji')} ${say('calloutText')}</p></ghost-aside>`;
		case 'toggle':
			return `<details><summary>${say('heading')}</summary>${say('content')}</details>`;
		case 'codeblock':
		case 'code':
			return `<pre><code class="language-${attribute('language')}">${attribute('code')}</code></pre>${say('caption') && `<p>${say('caption')}</p>`}`;
		case 'html':
			return say('html');
		case 'markdown':
		case 'card-markdown':
			return `<ghost-markdown>${attribute('markdown')}</ghost-markdown>`;
		case 'horizontalrule':
		case 'hr':
			return '<hr>';
		case 'button':
			return `<p><a href="${attribute('buttonUrl')}">${attribute('buttonText')}</a></p>`;
		case 'product':
			return `<p><a href="${attribute('productUrl')}">${say('productTitle')}</a></p>${say('productDescription')}`;
		default:
			return silent.test(type)
				? ''
				: `<p><remark data-text="${escapeHtml(`${type}: ${JSON.stringify(card)}`)}" data-inline="true"></remark></p>`;
	}
}
