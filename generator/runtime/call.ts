/** One request and what can be made of its answer. */
import { type ApiClient, type CallOptions, type OperationRequest, send, validationOf } from "./client.js";
import { json } from "./decode.js";
import { ApiError } from "./errors.js";
import type { Failure, Result, Success } from "./result.js";

/**
 * A request under way. Awaiting it gives the body of a successful answer and throws an `ApiError` otherwise.
 * `R` maps the documented statuses to their bodies.
 */
export interface ApiCall<R> extends Promise<Success<R>> {
  /** The answer of whatever status; narrow it by `status`. Rejects only when there is no answer that can be read. */
  result(): Promise<Result<R>>;
  /** The answer as `fetch` gave it. Its body can be read once: here, or by awaiting the call. */
  response(): Promise<Response>;
}

/** Sends a request. `operation` is the function that stands for it, so that errors can be traced back to it. */
export function call<R>(
  client: ApiClient,
  options: CallOptions | undefined,
  operation: unknown,
  request: OperationRequest,
): ApiCall<R> {
  const response = send(client, request, options ?? {});
  let outcome: Promise<Result<R>> | undefined;
  const result = (): Promise<Result<R>> =>
    (outcome ??= response.then(async (answer) => {
      const read = await readResult<R>(answer, request.decode);
      validationOf(client, options)?.response(request, read);
      return read;
    }));
  const body = (): Promise<Success<R>> =>
    result().then((answer) => {
      if (answer.ok) return answer.body as Success<R>;
      throw new ApiError(`${request.method} ${request.path}`, operation, answer);
    });
  return {
    // The members of Promise make it awaitable.
    then: (...handlers) => body().then(...handlers),
    catch: (handler) => body().catch(handler),
    finally: (handler) => body().finally(handler),
    [Symbol.toStringTag]: "ApiCall",
    result,
    response: () => response,
  };
}

async function readResult<R>(
  response: Response,
  decode: OperationRequest["decode"] = {},
): Promise<Result<R>> {
  const { ok, status, headers } = response;
  const body = await (decode[status] ?? decode[`${String(status)[0]}XX`] ?? decode["default"] ?? json)(
    response,
  );
  return { ok, status, headers, body } as Result<R>;
}

/**
 * Whether something thrown is the error answer of an operation; its documented statuses then narrow its body.
 * `operation` is the function itself, also where its facade method was called.
 */
export function isApiError<R>(
  error: unknown,
  operation: (...args: never[]) => ApiCall<R>,
): error is ApiErrorOf<Failure<R>> {
  return error instanceof ApiError && error.operation === operation;
}

type ApiErrorOf<F> = F extends { readonly status: infer S; readonly body: infer B }
  ? ApiError & { readonly status: S; readonly body: B }
  : never;
