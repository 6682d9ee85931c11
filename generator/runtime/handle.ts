/** Answers a request as its operation is described: by fixture, by status, or as a function says. */
import { type Answer, type AnswerStatus, respond } from "./answer.js";
import type { Issue } from "./issue.js";
import { type ReadOptions, readRequest } from "./read-request.js";
import type { Received } from "./received.js";
import type { Route } from "./route.js";

/** What a handler can be told. */
export interface HandlerOptions extends Pick<ReadOptions, "baseUrl"> {
  /** Another seed, other values of the fixtures. */
  readonly seed?: number;
  /** The answer to a request that is not valid; without one it is status 400 and a list of the issues. */
  readonly onInvalid?: (
    issues: readonly Issue[],
    request: Request,
  ) => Response | undefined | Promise<Response | undefined>;
}

/** A valid request. */
export interface HandledRequest<P> {
  /** What a call of the operation takes: all parameters by name, and the body as `body`. */
  readonly params: Received<P>;
  readonly request: Request;
}

type Given<R> = AnswerStatus<R> | Answer<R> | Response;

/**
 * What a handler answers with: a status, whose fixture is the answer; a status with changes to the fixture; or a
 * function that gives one of them.
 */
export type Answering<P, R> =
  AnswerStatus<R> | Answer<R> | ((request: HandledRequest<P>) => Given<R> | Promise<Given<R>>);

/**
 * The answer to a request at the route's place; its method is not looked at. `answering` is the first documented
 * success unless it is given, of a list the last page. Rejects when the request is elsewhere, or when a body is needed
 * that nothing can make.
 */
export async function handle<P, R>(
  route: Route<P, R>,
  request: Request,
  answering?: Answering<P, R>,
  options: HandlerOptions & ReadOptions = {},
): Promise<Response> {
  const { value, issues } = await readRequest(route, request.clone() as Request, options);
  if (issues.length > 0) return (await options.onInvalid?.(issues, request)) ?? refusal(issues);
  const given =
    typeof answering === "function" ? await answering({ params: value as Received<P>, request }) : answering;
  if (given instanceof Response) return given;
  const usual = () => ({
    status: route.status,
    body: route.last?.({ url: new URL(request.url), params: value as object }),
  });
  return respond(route, given ?? usual(), request.method, options.seed);
}

function refusal(issues: readonly Issue[]): Response {
  return Response.json({ issues }, { status: 400 });
}
