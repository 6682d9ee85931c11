/** From routes to handlers of a library that intercepts requests. */
import { type Answering, type HandlerOptions, handle } from "./handle.js";
import type { ReadOptions } from "./read-request.js";
import type { Route } from "./route.js";
import { urlPattern } from "./url-pattern.js";

/** Makes a handler that answers the requests of an operation. */
export interface OperationHandler<P, R, Handler> {
  /**
   * Without an answer the handler gives the first documented success, of a list the last page. A status gives the
   * fixture of its body, a status with a `body` changes that fixture, and a function decides when it has seen the
   * request.
   */
  (answer?: Answering<P, R>, options?: HandlerOptions): Handler;
}

/** How such a library makes a handler. */
export type HandlerClass<Handler> = new (
  method: string,
  url: RegExp,
  resolve: (intercepted: Intercepted) => Promise<Response>,
) => Handler;

interface Intercepted extends Pick<ReadOptions, "cookies"> {
  readonly request: Request;
}

export function operationHandler<P, R, Handler>(
  route: Route<P, R>,
  Handler: HandlerClass<Handler>,
): OperationHandler<P, R, Handler> {
  return (answer, options = {}) =>
    new Handler(route.method, urlPattern(route, options.baseUrl), ({ request, cookies }) =>
      handle(route, request, answer, { ...options, ...(cookies && { cookies }) }),
    );
}
