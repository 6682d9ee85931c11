import { describe, expect, test } from "vitest";
import { relativeServer, serverUrl } from "../../generator/runtime/server-url.js";
import { generated, get } from "../support/generated.js";
import { eachTestHasAServer } from "../support/server.js";

const api = eachTestHasAServer();
const files = eachTestHasAServer();

const { createClient, call, modules } = await generated({
  servers: [
    {
      url: "{scheme}://{host}/{version}/",
      description: "Anywhere",
      variables: { scheme: { default: "http" }, host: { default: "localhost" }, version: { default: "v1" } },
    },
    { url: "https://sandbox.example.com" },
  ],
  security: [{ bearer: [] }],
  paths: {
    "/things": get("list"),
    "/files": { servers: [{ url: "https://files.example.com/a/" }], ...get("listFiles") },
    "/relative": get("relative", { servers: [{ url: "/v2" }] }),
  },
  components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
});
type Variables = Readonly<Record<string, string>>;
const servers = modules.index["servers"] as {
  readonly anywhere: (variables?: Variables) => string;
  readonly sandboxExampleCom: string;
};

const at = (origin: string): string => servers.anywhere({ host: origin.slice("http://".length) });

describe("the servers of a description", () => {
  test("are functions of their variables, or texts", () => {
    expect(servers.anywhere()).toBe("http://localhost/v1");
    expect(servers.anywhere({ scheme: "https", host: "eu.example.com", version: "v2/beta" })).toBe(
      "https://eu.example.com/v2/beta",
    );
    expect(servers.sandboxExampleCom).toBe("https://sandbox.example.com");
  });

  test("are where requests go, with a path of their own", async () => {
    await call("list", createClient({ baseUrl: at(api().origin), auth: "t" }));
    expect(api().requests[0]?.target).toBe("/v1/things");
  });

  test("are the first one with its defaults, unless a client is told otherwise", () => {
    expect(createClient({})["baseUrl"]).toBe("http://localhost/v1");
    // As a variable of the environment that is not set.
    expect(createClient({ baseUrl: undefined })["baseUrl"]).toBe("http://localhost/v1");
  });
});

describe("an operation with a server of its own", () => {
  const sentTo: string[] = [];
  const fetch = (url: URL, { headers }: { readonly headers: Headers }): Promise<Response> => {
    sentTo.unshift(`${url.href} ${headers.get("authorization")}`);
    return Promise.resolve(Response.json({}));
  };

  test("asks that one, with the credentials that the description asks for there", async () => {
    await call("listFiles", createClient({ auth: "t", fetch }));
    expect(sentTo[0]).toBe("https://files.example.com/a/files Bearer t");
  });

  test("asks another one where the call says so", async () => {
    const client = createClient({ auth: "t" });
    await call("listFiles", client, {}, { baseUrl: `${files().origin}/b/` });
    expect(files().requests[0]).toMatchObject({ target: "/b/files", headers: { authorization: "Bearer t" } });
  });

  test("that is relative is beside the base URL", async () => {
    await call("relative", createClient({ baseUrl: `${api().origin}/v1`, auth: "t" }));
    expect(api().requests[0]?.target).toBe("/v2/relative");
  });
});

describe("a server variable", () => {
  test.each<[url: string, value: string]>([
    ["https://{x}.example.com", "evil.com/"],
    ["https://{x}.example.com", "evil.com?"],
    ["https://{x}.example.com", "evil.com#"],
    ["https://{x}.example.com", "evil.com\\"],
    ["https://example.com:{x}", "80@evil.com"],
    ["https://example.com/{x}", "../admin"],
    ["https://example.com/{x}/", ".."],
    ["https://example.com/{x}", "a?b"],
    ["https://example.com/a/{x}", "%2E."],
    ["https://example.com/a/{x}", ".\t."],
    ["https://{x}.example.com", "evil.com\t"],
    ["{x}://example.com", "https://evil.com/?x="],
  ])("of %s does not take %j, which would change the rest", (url, x) => {
    expect(() => serverUrl(url, { x })).toThrow(/^server variable x would change more than its part/);
  });

  test("may have letters beyond ASCII", () => {
    expect(serverUrl("https://{host}.example.com/{x}", { host: "bücher", x: "größe/一" })).toBe(
      "https://bücher.example.com/größe/一",
    );
  });

  test("that stands first can be the whole URL", () => {
    expect(serverUrl("{base}", { base: "https://example.com/a" })).toBe("https://example.com/a");
  });

  test("without a value is named", () => {
    expect(() => serverUrl("https://{toString}", {})).toThrow("server variable toString is missing");
  });
});

test.each([
  ["https://example.com", "https://example.com/api/v1"],
  ["https://example.com/", "https://example.com/api/v1"],
  ["https://example.com/openapi.json", "https://example.com/api/v1"],
  ["https://example.com/api/v1", "https://example.com/api/v1"],
  ["https://gateway.example.com/pets/api/v1", "https://gateway.example.com/pets/api/v1"],
])("a relative server is, seen from %s, at %s", (base, url) => {
  expect(relativeServer("/api/v1", base)).toBe(url);
});
