/** Gives up what takes too long. */
import type { Middleware } from "./middleware.js";
import { longest } from "./platform.js";

/**
 * Gives a request up after milliseconds, with a `TimeoutError`: waiting, whatever middleware further in does, and
 * reading the body count, also where that is a stream. Outside of `retry` it holds for all attempts together, inside for
 * each.
 */
export function timeout(milliseconds: number): Middleware {
  return (request, next) => {
    const timer = AbortSignal.timeout(Math.min(Math.ceil(milliseconds), longest));
    const { signal } = request;
    // A composite signal holds its sources weakly: kept as a member, the timer is not collected before it fires.
    const both = signal ? Object.assign(AbortSignal.any([signal, timer]), { timer }) : timer;
    return next({ ...request, signal: both });
  };
}
