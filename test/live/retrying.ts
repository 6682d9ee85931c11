/** A generated client that retries against a server of the test, by a clock that stands still. */
import type { ApiClient, CallOptions, ClientOptions } from "../../generator/runtime/client.js";
import type { retry as Retry, RetryOptions, RetryPlatform } from "../../generator/runtime/retry.js";
import { describing, emittedPackage, getting, taking } from "../support/emitted-package.js";
import { type Answer, eachTestHasAServer, json } from "../support/server.js";

const thing = { type: "object", properties: { id: { type: "integer" } } };
const { index, retry: subpath } = await emittedPackage(
  describing(
    {
      "/things": { get: getting("fetchThing", thing), post: taking("createThing", thing, thing) },
      "/things/put": { put: taking("replaceThing", thing, thing) },
      "/secret": { get: getting("fetchSecret", thing, { security: [{ key: [] }] }) },
      "/things/bytes": {
        put: {
          operationId: "upload",
          requestBody: { content: { "application/octet-stream": {} } },
          responses: { "204": { description: "Done." } },
        },
      },
    },
    { components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } } },
  ),
  ["index", "retry"],
);
export type Call = (client: ApiClient, params?: object, options?: CallOptions) => Promise<unknown>;
export const { createClient, fetchSecret, fetchThing, createThing, replaceThing } = index as {
  readonly createClient: (options: ClientOptions) => ApiClient;
} & Readonly<Record<"fetchSecret" | "fetchThing" | "createThing" | "replaceThing", Call>>;
export const retry = subpath["retry"] as typeof Retry;

export const server = eachTestHasAServer();

/** Chance at its highest, a clock that stands, and pauses that are written down in place of being made. */
export function still(): { readonly pauses: number[]; readonly platform: RetryPlatform } {
  const pauses: number[] = [];
  const now = Date.parse("Wed, 25 Nov 2026 12:00:00 GMT");
  const wait = (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  let keys = 0;
  return { pauses, platform: { now: () => now, random: () => 1, unique: () => `key-${++keys}`, wait } };
}

export interface Run {
  readonly client: ApiClient;
  readonly pauses: readonly number[];
}

/** A client that retries; the server gives the answers one after the other, and the last one for ever. */
export function clientOf(options: RetryOptions, ...answers: readonly (Answer | undefined)[]): Run {
  server().answer((_, index) => answers[Math.min(index, answers.length - 1)]);
  const { pauses, platform } = still();
  return {
    client: createClient({ baseUrl: server().origin, middleware: [retry(options, platform)] }),
    pauses,
  };
}

export const ok = json({ id: 1 });
export const busy = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => ({
  ...json({ message: "busy" }, status),
  headers: { "content-type": "application/json", ...headers },
});
export const count = (): number => server().requests.length;
