import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import send from 'send';
import { createCompression, encodingFor } from './compression.ts';
import { createOtherCase } from './othercase.ts';
import { createRules } from './rules.ts';

/** Answers a request with a file of a built site. Resolves when the response is closed. */
export type StaticHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Returns a handler that serves the built site in `folder`. `base` is the path of the site's
 * address, with a slash at its end.
 */
export function createStatic(folder: string, base: string): StaticHandler {
	/** Decoded, because the paths of requests are compared in decoded form. */
	const root = decodeURI(base);
	const compressed = createCompression();
	const rules = createRules(join(folder, '_redirects'));
	const inOtherCase = createOtherCase(folder);
	const pathBelow = (path: string) => path.slice(root.length - 1);

	const notFound = (request: IncomingMessage, response: ServerResponse) =>
		deliver(request, response, '/404.html', 404);
	/** Old links are often written in other letters; the address that is meant must be the only one. */
	const elsewhere = (request: IncomingMessage, response: ServerResponse, path: string) => {
		const { search, searchParams } = addressOf(request)!;
		const below = (path: string) => base.slice(0, -1) + encodeURI(path);
		const other = inOtherCase(path);
		const to = rules.findSimilar(below(path), searchParams)?.to ?? (other && below(other) + search);
		if (to === undefined) return notFound(request, response);
		redirect(response, to);
		return Promise.resolve();
	};
	const redirect = (response: ServerResponse, to: string) => {
		response.writeHead(301, { Location: to, 'Cache-Control': 'no-cache' }).end();
	};
	/**
	 * Sends the file at the decoded `path` in `folder`. For a folder, sends its `index.html`, or
	 * redirects to the address with a slash at its end.
	 */
	const deliver = async (
		request: IncomingMessage,
		response: ServerResponse,
		path: string,
		status?: number,
	) => {
		response.setHeader('Cache-Control', status ? 'no-cache' : cacheRule(path));
		const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
		const encoding = status || request.headers.range ? undefined : encodingFor(request, file);
		const copy = encoding && (await compressed(file, encoding));
		response.setHeader('Vary', 'Accept-Encoding');
		if (copy) {
			response.setHeader('Content-Encoding', encoding);
		}
		const type = typeOf(file);
		await new Promise<void>((resolve) => {
			response.on('close', resolve);
			const place = copy ? copy.root : folder;
			const name = copy ? copy.name : encodeURI(path).replaceAll(/[?#]/g, encodeURIComponent);
			const stream = send(request, name, {
				root: place,
				dotfiles: 'allow',
				cacheControl: false,
				acceptRanges: !copy && !status,
			});
			stream.on('headers', () => {
				if (type) response.setHeader('Content-Type', type);
				if (status) response.statusCode = status;
			});
			stream.on('directory', () => {
				const { pathname, search } = addressOf(request)!;
				redirect(response, `${pathname}/${search}`);
			});
			stream.on('error', (error: Error & { status?: number }) => {
				if (response.headersSent) response.destroy();
				else if (error.status === 404 && path !== '/404.html')
					void elsewhere(request, response, path);
				else
					response
						.writeHead(error.status === 412 || error.status === 416 ? error.status : 404)
						.end();
			});
			stream.pipe(response);
		});
	};

	return async (request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}
		const address = addressOf(request);
		const path = address && decoded(address.pathname);
		if (!address || path === undefined || isOdd(path)) {
			await notFound(request, response);
			return;
		}
		const { search, searchParams } = address;
		const encoded = encodeURI(path.normalize());
		const answer = rules.find(encoded, searchParams);
		if (answer?.status === 410)
			await deliver(request, response, pathBelow(decodeURI(answer.to)), 410);
		else if (answer) redirect(response, answer.to);
		else if (`${path}/` === root) redirect(response, base + search);
		else if (path.startsWith(root)) await deliver(request, response, pathBelow(path));
		else await notFound(request, response);
	};
}

/** Two slashes would name another host, two dots a parent folder; NUL is invalid in file names. */
function isOdd(path: string): boolean {
	return path.startsWith('//') || /[\0\\]/.test(path) || /(^|\/)\.\.(\/|$)/.test(path);
}

/** Files with a content hash in their names never change. Browsers revalidate all others. */
function cacheRule(path: string): string {
	return /^\/(_astro\/|pagefind\/(fragment|index|filter)\/)/.test(path)
		? 'public, max-age=31536000, immutable'
		: 'no-cache';
}

function addressOf({ url = '' }: IncomingMessage): URL | undefined {
	return url.startsWith('/') && URL.canParse(`http://localhost${url}`)
		? new URL(`http://localhost${url}`)
		: undefined;
}

function decoded(pathname: string): string | undefined {
	try {
		return decodeURIComponent(pathname);
	} catch {
		return undefined;
	}
}

/**
 * Content types by the end of the file name. Feeds have the general type of XML: browsers do not
 * display the special feed types.
 */
const types: readonly (readonly [string, string])[] = [
	['feed.json', 'application/feed+json'],
	['.html', 'text/html'],
	['.css', 'text/css'],
	['.js', 'text/javascript'],
	['.json', 'application/json'],
	['.svg', 'image/svg+xml'],
	['.txt', 'text/plain'],
	['.xml', 'application/xml'],
	['.ris', 'application/x-research-info-systems'],
	['.bib', 'application/x-bibtex'],
];

function typeOf(file: string): string | undefined {
	const [, type] = types.find(([end]) => file.endsWith(end)) ?? [];
	return type && `${type}; charset=utf-8`;
}
