import { describe, expect, test } from "vitest";
import {
  basic,
  bearer,
  cookieKey,
  headerKey,
  httpScheme,
  queryKey,
} from "../../../generator/runtime/auth.js";
import type { ApiClient, OperationRequest } from "../../../generator/runtime/client.js";
import { type RecordedRequest, eachTestHasAServer } from "../../support/server.js";
import { clientOf, failureOf, fetchThing } from "./thing.js";

const server = eachTestHasAServer();

/** What the server sees of a call that asks for the schemes. */
async function sent(
  credentials: ApiClient["credentials"],
  security: OperationRequest["security"],
  request: Partial<OperationRequest> = {},
): Promise<RecordedRequest> {
  await fetchThing(
    clientOf(server().origin, { credentials }),
    {},
    { ...request, ...(security && { security }) },
  );
  return server().requests.at(-1) as RecordedRequest;
}

describe("HTTP basic", () => {
  test("joins user name and password by a colon and writes them in base64", async () => {
    const { headers } = await sent({ a: basic({ username: "Aladdin", password: "open sesame" }) }, [["a"]]);
    expect(headers.authorization).toBe("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="); // The example of RFC 2617.
  });

  test("takes the text as UTF-8", async () => {
    const { headers } = await sent({ a: basic({ username: "test", password: "123£" }) }, [["a"]]);
    expect(headers.authorization).toBe("Basic dGVzdDoxMjPCow=="); // The example of RFC 7617, section 2.1.
  });

  test("takes characters beyond the BMP, colons in the password and an empty password", async () => {
    const first = await sent({ a: basic({ username: "jürgen", password: "a:b:📞" }) }, [["a"]]);
    expect(first.headers.authorization).toBe("Basic asO8cmdlbjphOmI68J+Tng==");
    const second = await sent({ a: basic({ username: "key", password: "" }) }, [["a"]]);
    expect(second.headers.authorization).toBe("Basic a2V5Og==");
  });
});

describe("a bearer token", () => {
  test("stands in the authorization header", async () => {
    const { headers } = await sent({ a: bearer("t0ken.x-y_z") }, [["a"]]);
    expect(headers.authorization).toBe("Bearer t0ken.x-y_z");
  });
});

describe("an empty text", () => {
  test("is no credential, whether it is given or asked for", async () => {
    expect(bearer("")).toBeUndefined();
    const { headers } = await sent({ a: bearer(() => "") }, [["a"]]);
    expect(headers.authorization).toBeUndefined();
    await expect(sent({ a: headerKey("X-Api-Key", "") }, [["a"]])).rejects.toThrow(
      "GET /thing needs auth: a",
    );
  });
});

describe("an API key", () => {
  test("goes into the header of its name", async () => {
    const { headers } = await sent({ a: headerKey("X-Api-Key", "k y") }, [["a"]]);
    expect(headers["x-api-key"]).toBe("k y");
  });

  test("goes into the query and leaves the other parameters as they were written", async () => {
    const { target } = await sent({ a: queryKey("api key", "k&y ü") }, [["a"]], { query: "?q=a%20b&c=~*" });
    expect(target).toBe("/thing?q=a%20b&c=~*&api%20key=k%26y%20%C3%BC");
  });

  test("goes into a query of its own", async () => {
    expect((await sent({ a: queryKey("key", "1") }, [["a"]])).target).toBe("/thing?key=1");
  });

  test("goes into a cookie, escaped", async () => {
    const { headers } = await sent({ a: cookieKey("sid", "a;b c") }, [["a"]]);
    expect(headers.cookie).toBe("sid=a%3Bb%20c");
  });

  test("leaves a cookie of its name as it is", async () => {
    const { headers } = await sent({ a: cookieKey("sid", "1") }, [["a"]], {
      headers: { cookie: "x=1; sid=own" },
    });
    expect(headers.cookie).toBe("x=1; sid=own");
  });

  test("goes into a cookie beside cookie parameters and other keys", async () => {
    const credentials = { a: cookieKey("sid", "1"), b: cookieKey("csrf", "2") };
    const { headers } = await sent(credentials, [["a", "b"]], { headers: { cookie: "lang=de" } });
    expect(headers.cookie?.split("; ").sort()).toEqual(["csrf=2", "lang=de", "sid=1"]);
  });
});

describe("a credential that is a function", () => {
  test("is asked before each request, and may take its time", async () => {
    let asked = 0;
    const credentials = { a: bearer(async () => `token-${await Promise.resolve(++asked)}`) };
    const client = clientOf(server().origin, { credentials });
    await fetchThing(client, {}, { security: [["a"]] });
    await fetchThing(client, {}, { security: [["a"]] });
    expect(server().requests.map((each) => each.headers.authorization)).toEqual([
      "Bearer token-1",
      "Bearer token-2",
    ]);
  });

  test("may answer at once, with user name and password", async () => {
    const { headers } = await sent({ a: basic(() => ({ username: "u", password: "p" })) }, [["a"]]);
    expect(headers.authorization).toBe("Basic dTpw");
  });

  test("that fails rejects the call with its own error and sends nothing", async () => {
    const problem = new Error("the vault is closed");
    const client = clientOf(server().origin, { credentials: { a: bearer(() => Promise.reject(problem)) } });
    expect(await failureOf(fetchThing(client, {}, { security: [["a"]] }))).toBe(problem);
    expect(server().requests).toEqual([]);
  });

  test("is not asked by an operation without security", async () => {
    const credentials = { a: bearer(() => Promise.reject(new Error("asked"))) };
    expect((await sent(credentials, undefined)).headers).not.toHaveProperty("authorization");
  });
});

describe("of several alternatives", () => {
  const a = headerKey("x-a", "1");
  const b = headerKey("x-b", "2");
  const c = headerKey("x-c", "3");

  test.each<[what: string, credentials: ApiClient["credentials"], security: string[][], seen: string]>([
    ["the first is used when all are possible", { a, b }, [["a"], ["b"]], "a"],
    ["the first possible one is used", { a: undefined, b }, [["a"], ["b"]], "b"],
    ["one of two schemes needs both", { a, b: undefined, c }, [["a", "b"], ["c"]], "c"],
    ["one of two schemes sends both", { a, b }, [["a", "b"], ["a"]], "ab"],
    ["none is used when none is possible and none is needed", {}, [["a"], []], ""],
    ["none is used when no security is wanted", { a, b }, [[]], ""],
  ])("%s", async (_, credentials, security, seen) => {
    const { headers } = await sent(credentials, security);
    expect(["a", "b", "c"].filter((each) => headers[`x-${each}`] !== undefined).join("")).toBe(seen);
  });
});

describe("a call that has none of the credentials that it needs", () => {
  const security = [["a"], ["b", "c"]];

  test("fails and says which, and sends nothing", async () => {
    const call = fetchThing(clientOf(server().origin), {}, { security });
    expect(await failureOf(call)).toEqual(new Error("GET /thing needs auth: a or b,c"));
    expect(server().requests).toEqual([]);
  });

  test("is sent with an authorization header of the caller's own", async () => {
    await fetchThing(clientOf(server().origin), { headers: { authorization: "Own 1" } }, { security });
    expect(server().requests[0]?.headers.authorization).toBe("Own 1");
  });

  test("is sent without where a function says that there are none", async () => {
    const { headers } = await sent({ a: bearer(() => undefined) }, [["a"]]);
    expect(headers).not.toHaveProperty("authorization");
  });
});

test("a scheme of HTTP authentication stands before its credential as it is spelled", async () => {
  const { headers } = await sent({ a: httpScheme("HOBA", 'result="x.y"') }, [["a"]]);
  expect(headers.authorization).toBe('HOBA result="x.y"');
});
