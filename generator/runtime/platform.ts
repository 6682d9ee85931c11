/** Time and chance, as the platform has them. Nothing else of the runtime asks for them; tests give others. */

/** A number from 0 up to, but not, 1. */
export const random = (): number => Math.random();

/** Milliseconds since 1970. */
export const now = (): number => Date.now();

/** Milliseconds since some moment; they never go back. */
export const elapsed = (): number => performance.now();

/** A text that nobody else has, in hexadecimal digits; `randomUUID` exists only where a page is secure. */
export const unique = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The longest delay of a timer, in milliseconds; what is longer would ring at once. */
export const longest = 0x7fffffff;

/** Resolves after milliseconds, or rejects with the signal's reason. */
export function wait(milliseconds: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as unknown);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener("abort", stop);
        resolve();
      },
      Math.min(milliseconds, longest),
    );
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}

/** Runs something with a signal that gives it up, with a `TimeoutError`, unless it has settled after milliseconds. */
export async function within<T>(
  milliseconds: number,
  outer: AbortSignal | null,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal, abort } = abortable(outer);
  const timer = setTimeout(
    () => abort(new DOMException(`no answer after ${milliseconds} ms`, "TimeoutError")),
    Math.min(milliseconds, longest),
  );
  try {
    return await run(signal);
  } finally {
    clearTimeout(timer);
  }
}

function abortable(outer: AbortSignal | null): {
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
} {
  const own = new AbortController();
  const abort = (reason: unknown): void => own.abort(reason);
  if (outer === null) return { signal: own.signal, abort };
  // A composite signal holds its sources weakly: kept as a member, the outer one lives until the body is read.
  return { signal: Object.assign(AbortSignal.any([outer, own.signal]), { outer }), abort };
}
