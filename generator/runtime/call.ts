/** One request and what can be made of its answer. */
import {
  type ApiClient,
  type Call,
  type CallOptions,
  type OperationRequest,
  nameOf,
  send,
} from "./client.js";
import { ApiError, ResponseError } from "./errors.js";
import type { Failure, Result, Success } from "./result.js";

/**
 * A request under way. Awaiting it gives the body of a successful answer and throws an `ApiError` otherwise.
 * `R` maps the documented statuses to their bodies, `H` those that have documented headers to these.
 */
export interface ApiCall<R, H = {}> extends Promise<Success<R>> {
  /** The answer of whatever status; narrow it by `status`. Rejects only when there is no answer that can be read. */
  result(): Promise<Result<R, H>>;
  /** The answer as `fetch` gave it. Its body can be read once: here, or by awaiting the call. */
  response(): Promise<Response>;
}

/**
 * Sends a request. `operation` is the function that stands for it, so that errors can be traced back to it; `describe` says
 * what is sent, given the parameters with the client's defaults filled in. What it throws the call rejects with.
 */
export function call<P extends object, R, H = {}>(
  client: ApiClient,
  options: CallOptions | undefined = {},
  operation: unknown,
  params: object | undefined,
  describe: (given: P) => OperationRequest,
): ApiCall<R, H> {
  let checked: Call;
  const exchange = async (): Promise<Response> => {
    const given = withDefaults<P>(client, params);
    const described = { client, options, request: { ...describe(given), params: given } };
    return send((checked = (options.validation ?? client.validation)?.(described) ?? described));
  };
  const sent = exchange();
  let outcome: Promise<Result<R, H>> | undefined;
  const result = (): Promise<Result<R, H>> =>
    (outcome ??= sent.then((response) => resultOf<R, H>(checked, response)));
  const bodyOf = ({ ok, ...answer }: Result<R, H>): Success<R> => {
    if (ok) return answer.body as Success<R>;
    throw new ApiError(nameOf(checked.request), operation, answer);
  };
  const own: Own<R, H> = {
    __proto__: Promise.prototype,
    then: (...handlers) =>
      result()
        .then(bodyOf)
        .then(...handlers),
    result,
    response: () => sent,
  };
  return own as object as ApiCall<R, H>;
}

/** What a call has of its own: the other members of a promise are made of `then`. */
interface Own<R, H> extends Pick<ApiCall<R, H>, "then" | "result" | "response"> {
  readonly __proto__: Promise<unknown>;
}

/** The parameters of a call with the client's defaults filled in. */
export function withDefaults<P extends object>(client: ApiClient, params: object = {}): P {
  // Without a prototype, a parameter called `constructor` that is not given is undefined like any other.
  const values: Record<string, unknown> = { __proto__: null, ...client.defaults };
  for (const [name, value] of Object.entries(params)) if (value !== undefined) values[name] = value;
  return values as P;
}

async function resultOf<R, H>(call: Call, response: Response): Promise<Result<R, H>> {
  const { answers, headerValues } = call.request;
  const { status, headers } = response;
  const { [status]: decode = answers.default } = answers;
  // A success that nobody has documented has no type that awaiting the call could give it.
  const ok = response.ok && status in answers;
  const head = { ok, status, headers, ...headerValues?.(response) };
  try {
    return { ...head, body: await decode(response, call) } as unknown as Result<R, H>;
  } catch (unread) {
    if (!(unread instanceof ResponseError)) throw unread;
    unread.message = `${nameOf(call.request)}: ${unread.message}`;
    // An error page is better than no error.
    if (ok) throw unread;
    return { ...head, body: unread.body, unread } as unknown as Result<R, H>;
  }
}

/**
 * Whether something thrown is the error answer of an operation; its documented statuses then narrow its body.
 * `operation` is the function itself or a method of `/client`, whichever was called.
 */
export function isApiError<R, H>(
  error: unknown,
  operation: ((...args: never[]) => ApiCall<R, H>) & { readonly operation?: unknown },
): error is ApiErrorOf<Failure<R, H>> {
  return error instanceof ApiError && error.operation === (operation.operation ?? operation);
}

type ApiErrorOf<F> = F extends { readonly status: infer S; readonly body: infer B }
  ? ApiError & { readonly status: S; readonly body: B } & Pick<F, keyof F & "headerValues">
  : never;
