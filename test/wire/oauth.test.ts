import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { failureOf, generated, get, post } from "../support/generated.js";
import { type Answer, type RecordedRequest, eachTestHasAServer, json } from "../support/server.js";
import { clientCredentials as fromRuntime } from "../../generator/runtime/oauth.js";

const server = eachTestHasAServer();

const { createClient, call, modules } = await generated(
  {
    security: [{ oauth: ["read"] }],
    paths: { "/things": { ...get("list"), ...post("create") } },
    components: {
      securitySchemes: {
        oauth: {
          type: "oauth2",
          flows: {
            clientCredentials: { tokenUrl: "/oauth/token", scopes: { read: "Read", write: "Write" } },
            authorizationCode: {
              authorizationUrl: "https://example.com",
              tokenUrl: "/oauth/token",
              refreshUrl: "/oauth/refresh",
              scopes: {},
            },
          },
        },
      },
    },
  },
  "oauth",
);
type Tokens = (options: object) => object;
const clientCredentials = modules.oauth["clientCredentials"] as Tokens;
const refreshToken = modules.oauth["refreshToken"] as Tokens;

const secret = "hunter+2 ü";
const credentials = { clientId: "my client", clientSecret: secret };

const isTokenRequest = ({ target }: RecordedRequest): boolean => target.startsWith("/oauth/");
const tokenRequests = (): readonly RecordedRequest[] => server().requests.filter(isTokenRequest);
const calls = (): readonly unknown[] =>
  server()
    .requests.filter((each) => !isTokenRequest(each))
    .map((each) => each.headers.authorization);

/** Answers token requests one after the other, and everything else by `api`. */
function answering(
  tokens: (index: number) => Answer | undefined | Promise<Answer | undefined>,
  api: (request: RecordedRequest) => Answer = () => json({}),
): void {
  let index = 0;
  server().answer((request) => (isTokenRequest(request) ? tokens(index++) : api(request)));
}

const numbered = (index: number): Answer =>
  json({ access_token: `token${index}`, token_type: "Bearer", expires_in: 3600 });

const clientWith = (auth: object): ReturnType<typeof createClient> =>
  createClient({ baseUrl: server().origin, auth });

describe("client credentials", () => {
  test("are sent to the token endpoint, which is relative to the base URL, by HTTP Basic", async () => {
    answering(numbered);
    await call("list", clientWith(clientCredentials({ ...credentials, scopes: ["read", "write"] })));
    const [asked] = tokenRequests();
    expect(asked).toMatchObject({
      method: "POST",
      target: "/oauth/token",
      body: "grant_type=client_credentials&scope=read+write",
    });
    expect(asked?.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/);
    const [, encoded = ""] = (asked?.headers.authorization ?? "").split(" ");
    expect(atob(encoded)).toBe("my+client:hunter%2B2+%C3%BC");
    expect(calls()).toEqual(["Bearer token0"]);
  });

  test("are sent in the form where the server wants that, beside fields of its own", async () => {
    answering(numbered);
    const fields = { audience: "https://api" };
    const tokens = clientCredentials({ ...credentials, clientAuthentication: "form", fields });
    await call("list", clientWith(tokens));
    expect(tokenRequests()[0]?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(tokenRequests()[0]?.body))).toEqual({
      grant_type: "client_credentials",
      client_id: "my client",
      client_secret: secret,
      audience: "https://api",
    });
  });

  test("are asked for where the secret is a function", async () => {
    answering(numbered);
    const clientSecret = (): Promise<string> => Promise.resolve("later");
    await call("list", clientWith(clientCredentials({ clientId: "id", clientSecret })));
    expect(atob(tokenRequests()[0]?.headers.authorization?.split(" ")[1] ?? "")).toBe("id:later");
  });
});

describe("a token", () => {
  test("serves all calls, also those that wait for it at once", async () => {
    answering(numbered);
    const client = clientWith(clientCredentials(credentials));
    await Promise.all(Array.from({ length: 10 }, () => call("list", client)));
    await call("list", client);
    expect(tokenRequests()).toHaveLength(1);
    expect(new Set(calls())).toEqual(new Set(["Bearer token0"]));
  });

  test.each([
    [3600, 3540],
    [100, 80],
  ])("of %i seconds is renewed after %i", async (expires_in, until) => {
    let now = 1_000_000;
    let made = 0;
    const tokens = fromRuntime("/token", credentials, () => now);
    const fetch = (): Promise<Response> =>
      Promise.resolve(Response.json({ access_token: `t${made++}`, expires_in }));
    const ask = (): Promise<string> => tokens({ baseUrl: "https://api.example.com", fetch });
    expect(await ask()).toBe("t0");
    now += until * 1000 - 1;
    expect(await ask()).toBe("t0");
    now += 1;
    expect(await ask()).toBe("t1");
  });

  test("that is refused is dropped, and the call sent once more with a new one", async () => {
    answering(numbered, ({ headers }) =>
      headers.authorization === "Bearer token0" ? json({}, 401) : json({ ok: true }),
    );
    const client = clientWith(clientCredentials(credentials));
    expect(await call("create", client, { body: { a: 1 } })).toEqual({ ok: true });
    expect(calls()).toEqual(["Bearer token0", "Bearer token1"]);
    expect(server().requests.filter((each) => each.body === '{"a":1}')).toHaveLength(2);
    await call("list", client);
    expect(tokenRequests()).toHaveLength(2);
  });

  test("that is refused again leaves the call with status 401", async () => {
    answering(numbered, () => json({}, 401));
    const { status } = await call("list", clientWith(clientCredentials(credentials))).result();
    expect(status).toBe(401);
    expect(calls()).toEqual(["Bearer token0", "Bearer token1"]);
  });

  test("of the caller's own function is asked for again when it is refused", async () => {
    answering(numbered, ({ headers }) => json({}, headers.authorization === "Bearer old" ? 401 : 200));
    const source = ({ refused }: { readonly refused?: string }): string =>
      refused === "old" ? "new" : "old";
    await call("list", clientWith(source));
    expect(calls()).toEqual(["Bearer old", "Bearer new"]);
  });
});

describe("a refresh token", () => {
  test("is replaced by the one that comes with an access token", async () => {
    answering(
      (index) => json({ access_token: `token${index}`, refresh_token: `refresh${index + 1}` }),
      ({ headers }) => json({}, headers.authorization === "Bearer token0" ? 401 : 200),
    );
    const told: string[] = [];
    const onRefreshToken = (each: string): void => void told.push(each);
    await call(
      "list",
      clientWith(refreshToken({ refreshToken: "refresh0", clientId: "public", onRefreshToken })),
    );
    expect(tokenRequests().map((each) => [each.target, each.body])).toEqual([
      ["/oauth/refresh", "grant_type=refresh_token&refresh_token=refresh0&client_id=public"],
      ["/oauth/refresh", "grant_type=refresh_token&refresh_token=refresh1&client_id=public"],
    ]);
    expect(told).toEqual(["refresh1", "refresh2"]);
  });
});

describe("a token endpoint", () => {
  test.each<[what: string, answer: Answer, message: string]>([
    ["fails", { status: 500, body: `oops ${secret}` }, "the token endpoint answered 500"],
    [
      "refuses the client",
      json({ error: "invalid_client", error_description: secret }, 401),
      "the token endpoint answered 401, invalid_client",
    ],
    ["answers with garbage", { body: `<h1>${secret}` }, "the answer of the token endpoint holds none"],
    ["answers with null", json(null), "the answer of the token endpoint holds none"],
    [
      "gives another kind of token",
      json({ access_token: secret, token_type: "mac" }),
      "the one of the token endpoint is no bearer token",
    ],
    [
      "redirects",
      { status: 307, headers: { location: "http://localhost:1/elsewhere" } },
      "the token endpoint answered 307",
    ],
  ])(
    "that %s fails the call, shows no secret and is asked again by the next one",
    async (_, answer, message) => {
      answering((index) => (index === 0 ? answer : numbered(index)));
      const client = clientWith(clientCredentials(credentials));
      const error = await failureOf(call("list", client));
      expect([error.name, error.message]).toEqual(["TokenError", `no access token: ${message}`]);
      expect(inspect([error, client], { depth: null, showHidden: true })).not.toContain("hunter");
      expect(calls()).toEqual([]);
      await call("list", client);
      expect(calls()).toEqual(["Bearer token1"]);
    },
  );

  test("that does not answer fails the call when its time is over", async () => {
    answering(() => undefined);
    const error = await failureOf(
      call("list", clientWith(clientCredentials({ ...credentials, timeout: 20 }))),
    );
    expect(error.message).toBe("no access token: the token endpoint does not answer");
  });

  test("that is slow lets a call give up, and serves those that wait on", async () => {
    let release: (answer: Answer) => void = () => {};
    answering(() => new Promise<Answer>((resolve) => void (release = resolve)));
    const client = clientWith(clientCredentials(credentials));
    const controller = new AbortController();
    const impatient = failureOf(call("list", client, {}, { signal: controller.signal }));
    const patient = call("list", client).result();
    await expect.poll(() => tokenRequests().length).toBe(1);
    controller.abort(new Error("enough"));
    expect((await impatient).message).toBe("enough");
    release(numbered(0));
    expect((await patient).status).toBe(200);
    expect(tokenRequests()).toHaveLength(1);
  });
});
