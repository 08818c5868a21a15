import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** How much is received. */
export interface Limits {
	/** Seconds between two replies of one client. WordPress has 15 as well. */
	readonly pause: number;
	/** Replies of one client in a day. */
	readonly day: number;
	/** Replies of all clients in an hour, before more are taken for spam. */
	readonly hour: number;
	/** Replies that may wait. */
	readonly waiting: number;
}

export const usualLimits: Limits = { pause: 15, day: 20, hour: 60, waiting: 5000 };

/** The times that something may happen in so many seconds, to each client. */
export function createLimiter(points: number, seconds: number): RateLimiterMemory {
	return new RateLimiterMemory({ points, duration: seconds });
}

/** The seconds to wait, if a client has been too quick. */
export async function exceeded(
	limiter: RateLimiterMemory,
	client: string,
): Promise<number | undefined> {
	try {
		await limiter.consume(client);
		return undefined;
	} catch (rejected) {
		return Math.max(1, Math.ceil((rejected as RateLimiterRes).msBeforeNext / 1000));
	}
}

/** “15 seconds”, “3 hours”. */
export function inWords(seconds: number): string {
	if (seconds < 120) return `${seconds} seconds`;
	return seconds < 7200
		? `${Math.ceil(seconds / 60)} minutes`
		: `${Math.ceil(seconds / 3600)} hours`;
}
