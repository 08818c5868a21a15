import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createStatic } from './static.ts';

export interface ServerOptions {
	/** The folder of the built site. */
	readonly folder: string;
	/** The path of the site's address, with a slash at its end. */
	readonly base: string;
	/** The apps for dynamic requests, by the path at which each is mounted. */
	readonly apps?: Readonly<Record<string, Hono>>;
	/** Returns whether the client uses TLS, according to a trusted proxy. */
	readonly isSecure?: (request: IncomingMessage) => boolean;
}

/** The bindings of Hono: the request and response objects of Node. */
export type Bindings = { Bindings: HttpBindings };

/** Creates a server for the files of a built site and for its apps. It does not listen yet. */
export function createSiteServer({ folder, base, apps = {}, isSecure }: ServerOptions): Server {
	const files = createStatic(folder, base);
	// A slash at the end of a path makes no difference.
	const app = new Hono<Bindings>({ strict: false });
	for (const [path, own] of Object.entries(apps)) app.route(decodeURI(path), own);
	const dynamic = getRequestListener(app.fetch);
	const server = createServer(
		// Short timeouts, in milliseconds: slow clients must not hold connections open.
		{
			requestTimeout: 15_000,
			headersTimeout: 10_000,
			keepAliveTimeout: 5_000,
			// How often the first two are looked at; the default is half a minute.
			connectionsCheckingInterval: 1_000,
		},
		(request, response) => {
			secure(response, isSecure?.(request) ?? false);
			if (hostsOf(request) > 1) {
				response.writeHead(400, { Connection: 'close' }).end();
				return;
			}
			const path = (request.url ?? '').split('?')[0]!;
			const isOwn = Object.keys(apps).some((own) => path === own || path.startsWith(`${own}/`));
			const done = isOwn ? dynamic(request, response) : files(request, response);
			done.catch((error: unknown) => {
				console.error(error);
				if (!response.headersSent) response.writeHead(500);
				response.end();
			});
		},
	);
	// A client that takes nothing of its answer for so long is gone.
	server.setTimeout(30_000);
	return server;
}

/** Node takes the first of several, a proxy perhaps the last: https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
function hostsOf({ rawHeaders }: IncomingMessage): number {
	return rawHeaders.filter((name, index) => index % 2 === 0 && /^host$/i.test(name)).length;
}

/** Sets the security headers of a response. */
function secure(response: ServerResponse, tls: boolean): void {
	const headers = {
		'Content-Security-Policy': "frame-ancestors 'none'",
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
		'Referrer-Policy': 'strict-origin-when-cross-origin',
		'X-Content-Type-Options': 'nosniff',
		...(tls && { 'Strict-Transport-Security': 'max-age=31536000' }),
	};
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** Stops a server. Requests in progress have ten seconds to finish. */
export function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 10_000).unref();
	});
}
