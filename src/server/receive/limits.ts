import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** Limits on received replies. */
export interface Limits {
	/** Seconds between two replies of one client. WordPress uses 15 too. */
	readonly pause: number;
	/** Replies of one client per day. */
	readonly day: number;
	/** Replies of all clients per hour. Further replies go to spam. */
	readonly hour: number;
	/** Replies that each box can hold. */
	readonly waiting: number;
}

export const usualLimits: Limits = { pause: 15, day: 20, hour: 60, waiting: 5000 };

/** Creates a limiter that allows each client `points` actions in `seconds`. */
export function createLimiter(points: number, seconds: number): RateLimiterMemory {
	return new RateLimiterMemory({ points, duration: seconds });
}

/** Counts an action of a client. Resolves to the seconds to wait; `undefined` if it is allowed. */
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
