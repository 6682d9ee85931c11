import { expect, test } from "vitest";
import { form } from "../../../generator/runtime/form.js";
import { clientOf, fetchThing } from "./thing.js";

/** Stands in for the global `fetch` and remembers how it was called. */
function fakeFetch(answer: () => Response): { readonly calls: Call[]; readonly fetch: typeof fetch } {
  const calls: Call[] = [];
  function fake(this: unknown, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    calls.push({ receiver: this, url: String(input), init: init ?? {} });
    return Promise.resolve(answer());
  }
  return { calls, fetch: fake };
}

interface Call {
  readonly receiver: unknown;
  readonly url: string;
  readonly init: RequestInit;
}

test("a fetch of one's own gets method, address, headers and body", async () => {
  const { calls, fetch } = fakeFetch(() => Response.json({ id: 5 }));
  const client = clientOf("https://api.example/v1", { fetch });
  const request = { method: "PATCH", query: "?a=1", body: form({ Name: "x y" }) };
  expect(await fetchThing(client, {}, request)).toEqual({ id: 5 });
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({
    url: "https://api.example/v1/thing?a=1",
    init: { method: "PATCH", body: "Name=x+y" },
  });
  expect(Object.fromEntries(new Headers(calls[0]?.init.headers))).toEqual({
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
  });
});

test("a fetch of one's own gets the signal of the call", async () => {
  const { calls, fetch } = fakeFetch(() => Response.json({}));
  const { signal } = new AbortController();
  await fetchThing(clientOf("https://api.example", { fetch }), { signal });
  expect(calls[0]?.init.signal).toBe(signal);
});

test("fetch is called without a receiver, as browsers demand of theirs", async () => {
  const { calls, fetch } = fakeFetch(() => Response.json({}));
  await fetchThing(clientOf("https://api.example", { fetch }));
  expect(calls[0]?.receiver).toBeUndefined();
});

test("the global fetch is looked up at each call, so that it can be replaced", async () => {
  const original = globalThis.fetch;
  const { calls, fetch } = fakeFetch(() => Response.json({ id: 6 }));
  const client = clientOf("https://api.example");
  globalThis.fetch = fetch;
  try {
    expect(await fetchThing(client)).toEqual({ id: 6 });
  } finally {
    globalThis.fetch = original;
  }
  expect(calls).toHaveLength(1);
});
