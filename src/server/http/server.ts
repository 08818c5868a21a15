import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createStatic } from './static.ts';

export interface ServerOptions {
	/** The built site. */
	readonly folder: string;
	/** The path of its address, which ends in a slash. */
	readonly base: string;
	/** What is no file, by the path below which it is mounted. */
	readonly apps?: Readonly<Record<string, Hono>>;
	/** Whether a trusted proxy says that the reader came by TLS. */
	readonly isSecure?: (request: IncomingMessage) => boolean;
}

/** What Hono is given of a request besides the request. */
export type Bindings = { Bindings: HttpBindings };

/** Serves a built site and what readers and editors send to it. */
export function createSiteServer({ folder, base, apps = {}, isSecure }: ServerOptions): Server {
	const files = createStatic(folder, base);
	// With or without a slash at its end, an address is the same.
	const app = new Hono<Bindings>({ strict: false });
	for (const [path, own] of Object.entries(apps)) app.route(decodeURI(path), own);
	const dynamic = getRequestListener(app.fetch);
	const server = createServer(
		// Slow senders hold nobody up; headers are small.
		{ requestTimeout: 15_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 },
		(request, response) => {
			secure(response, isSecure?.(request) ?? false);
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
	return server;
}

/** What every answer says to browsers. */
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

/** Ends a server cleanly: what it has begun is finished, for at most ten seconds. */
export function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 10_000).unref();
	});
}
