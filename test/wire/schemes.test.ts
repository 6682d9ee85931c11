import { expect, test } from "vitest";
import { failureOf, generated, get } from "../support/generated.js";
import { eachTestHasAServer } from "../support/server.js";

const server = eachTestHasAServer();

const { createClient, call } = await generated({
  paths: {
    "/basic": get("basicOnly", { security: [{ basic: [] }] }),
    "/bearer": get("bearerOnly", { security: [{ bearer: [] }] }),
    "/digest": get("digestOnly", { security: [{ digest: [] }] }),
    "/header": get("inHeader", { security: [{ header: [] }] }),
    "/query": get("inQuery", { security: [{ query: [] }] }),
    "/cookie": get("inCookie", { security: [{ cookie: [] }] }),
    "/oidc": get("byOpenId", { security: [{ oidc: [] }] }),
    "/oauth": get("byOauth", { security: [{ oauth: ["a"] }] }),
    "/tls": get("byCertificate", { security: [{ tls: [] }] }),
    "/both": get("both", { security: [{ header: [], bearer: [] }] }),
    "/either": get("either", { security: [{ header: [] }, { basic: [] }] }),
    "/maybe": get("maybe", { security: [{}, { header: [] }] }),
    "/none": get("none", { security: [] }),
    "/usual": get("usual"),
  },
  security: [{ bearer: [] }],
  components: {
    securitySchemes: {
      basic: { type: "http", scheme: "Basic" },
      bearer: { type: "http", scheme: "bearer" },
      digest: { type: "http", scheme: "digest" },
      header: { type: "apiKey", in: "header", name: "X-Key" },
      query: { type: "apiKey", in: "query", name: "key" },
      cookie: { type: "apiKey", in: "cookie", name: "sid" },
      oidc: { type: "openIdConnect", openIdConnectUrl: "https://example.com" },
      oauth: {
        type: "oauth2",
        flows: { implicit: { authorizationUrl: "https://example.com", scopes: {} } },
      },
      tls: { type: "mutualTLS" },
    },
  },
});

/** Target, authorization, key header and cookie of what a call sends. */
async function sent(name: string, auth: object | undefined): Promise<readonly unknown[]> {
  await call(name, createClient({ baseUrl: server().origin, ...(auth && { auth }) }));
  const request = server().requests.at(-1);
  const seen = ["authorization", "x-key", "cookie"].map((header) => request?.headers[header]);
  return [request?.target, ...seen];
}

const later =
  <T>(value: T) =>
  async (): Promise<T> =>
    Promise.resolve(value);

/** An operation, the credentials of its client, and what is seen: the target and three headers. */
type Row = readonly [name: string, auth: object | undefined, seen: readonly (string | undefined)[]];

const rows: readonly Row[] = [
  ["basicOnly", { basic: { username: "u", password: "p" } }, ["/basic", "Basic dTpw"]],
  ["basicOnly", { basic: later({ username: "u", password: "p" }) }, ["/basic", "Basic dTpw"]],
  ["bearerOnly", { bearer: "t" }, ["/bearer", "Bearer t"]],
  ["digestOnly", { digest: later('username="u"') }, ["/digest", 'digest username="u"']],
  ["inHeader", { header: "k" }, ["/header", undefined, "k"]],
  ["inQuery", { query: later("k&") }, ["/query?key=k%26"]],
  ["inCookie", { cookie: "a b" }, ["/cookie", undefined, undefined, "sid=a%20b"]],
  ["byOpenId", { oidc: later("id") }, ["/oidc", "Bearer id"]],
  ["byOauth", { oauth: "token" }, ["/oauth", "Bearer token"]],
  ["byCertificate", undefined, ["/tls"]],
  ["both", { header: "k", bearer: "t" }, ["/both", "Bearer t", "k"]],
  ["either", { basic: { username: "u", password: "p" } }, ["/either", "Basic dTpw"]],
  ["either", { basic: { username: "u", password: "p" }, header: "k" }, ["/either", undefined, "k"]],
  ["maybe", { header: "k" }, ["/maybe", undefined, "k"]],
  ["maybe", { bearer: "t" }, ["/maybe"]],
  ["none", { bearer: "t", header: "k" }, ["/none"]],
  ["usual", { bearer: "t", header: "k" }, ["/usual", "Bearer t"]],
];

test.each(rows)("%s with %j sends what its schemes ask for", async (name, auth, seen) => {
  expect(await sent(name, auth)).toEqual([...seen, undefined, undefined, undefined].slice(0, 4));
});

test("a call without the credentials that it needs names them and sends nothing", async () => {
  const client = createClient({ baseUrl: server().origin, auth: { header: "k" } });
  expect((await failureOf(call("both", client))).message).toBe("GET /both needs auth: header,bearer");
  expect(server().requests).toEqual([]);
});
