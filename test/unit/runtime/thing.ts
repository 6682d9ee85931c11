/** An operation as a generated package would have it, for the tests of the runtime. */
import { type ApiCall, call } from "../../../generator/runtime/call.js";
import type { ApiClient, CallOptions, OperationRequest } from "../../../generator/runtime/client.js";
import { empty, json } from "../../../generator/runtime/decode.js";

export interface Thing {
  readonly id: number;
}

export interface Problem {
  readonly message: string;
}

export interface Trouble {
  readonly code: number;
}

export interface ThingResponses {
  200: Thing;
  204: undefined;
  404: Problem;
  default: Trouble;
}

/** Asks for a thing; a test says what it wants otherwise than `GET /thing`. */
export function fetchThing(
  client: ApiClient,
  options?: CallOptions,
  request: Partial<OperationRequest> = {},
): ApiCall<ThingResponses> {
  const answers = { 200: json, 204: empty, 404: json, default: json };
  return call(client, options, fetchThing, {}, () => ({
    method: "GET",
    path: "/thing",
    answers,
    ...request,
  }));
}

/** A client without credentials, unless it is told otherwise. */
export function clientOf(baseUrl: string, options: Partial<ApiClient> = {}): ApiClient {
  return { baseUrl, credentials: {}, ...options };
}

/** What a promise is rejected with. */
export async function failureOf(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("it did not fail");
}
