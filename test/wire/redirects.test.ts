import { describe, expect, test } from "vitest";
import { failureOf, generated, get, post } from "../support/generated.js";
import { type Answer, eachTestHasAServer, json } from "../support/server.js";

const home = eachTestHasAServer();
const abroad = eachTestHasAServer();

const schemes = {
  header: { type: "apiKey", in: "header", name: "X-Key" },
  query: { type: "apiKey", in: "query", name: "key" },
  cookie: { type: "apiKey", in: "cookie", name: "sid" },
  bearer: { type: "http", scheme: "bearer" },
};
const paths = {
  "/things": { ...get("list"), ...post("create") },
  "/put": { put: (post("replace") as { readonly post: object }).post },
};

const withKeys = await generated({
  paths,
  security: [{ header: [], query: [], cookie: [], bearer: [] }],
  components: { securitySchemes: schemes },
});
const auth = { header: "hunter2", query: "hunter2", cookie: "hunter2", bearer: "hunter2" };
const withToken = await generated({
  paths,
  security: [{ bearer: [] }],
  components: { securitySchemes: { bearer: schemes.bearer } },
});

const to = (location: string, status = 302): Answer => ({ status, headers: { location } });
const client = (): ReturnType<typeof withKeys.createClient> =>
  withKeys.createClient({ baseUrl: home().origin, auth, headers: { "x-own": "hunter2" } });

/** Everything that reached the other origin. */
const leaked = (): string => JSON.stringify(abroad().requests);

describe("a redirect to another origin", () => {
  test.each([301, 302, 303, 307, 308])("by %i is followed with nothing but its address", async (status) => {
    home().answer(({ target }) => to(`${abroad().origin}${target}&page=2`, status));
    abroad().answer(() => json({ ok: true }));
    expect(await withKeys.call("list", client())).toEqual({ ok: true });
    expect(home().requests[0]?.headers).toMatchObject({ "x-key": "hunter2", "x-own": "hunter2" });
    expect(abroad().requests[0]?.target).toBe("/things?page=2");
    expect(abroad().requests[0]?.headers.accept).toBe("application/json");
    expect(leaked()).not.toContain("hunter2");
  });

  test.each([307, 308])("by %i takes no body there, and says so", async (status) => {
    home().answer(() => to(`${abroad().origin}/things`, status));
    const error = await failureOf(withKeys.call("create", client(), { body: "hunter2" }));
    expect(error.message).toBe(
      `POST /things was redirected to ${abroad().origin}, where its body is not sent`,
    );
    expect(abroad().requests).toEqual([]);
  });

  test("takes nothing there where a call has middleware of its own", async () => {
    home().answer(({ target }) => to(`${abroad().origin}${target}`));
    abroad().answer(() => json({ ok: true }));
    expect(await withKeys.call("list", client(), {}, { middleware: [] })).toEqual({ ok: true });
    expect(abroad().requests).toHaveLength(1);
    expect(leaked()).not.toContain("hunter2");
  });

  test("does not lead back with credentials", async () => {
    home().answer(() => to(`${abroad().origin}/`));
    abroad().answer(() => to(`${home().origin}/admin`));
    const error = await failureOf(withKeys.call("list", client()));
    expect(error.message).toBe("GET /things was redirected back from another origin");
    expect(home().requests).toHaveLength(1);
  });

  test("to no HTTP address is refused", async () => {
    home().answer(() => to("data:application/json,{}"));
    const error = await failureOf(withKeys.call("list", client()));
    expect(error.message).toBe("GET /things was redirected to data:");
  });
});

describe("a redirect within the origin", () => {
  test.each<[status: number, name: string, method: string, body: string]>([
    [301, "create", "GET", ""],
    [302, "create", "GET", ""],
    [303, "create", "GET", ""],
    [307, "create", "POST", '"a"'],
    [308, "create", "POST", '"a"'],
    [301, "replace", "PUT", '"a"'],
    [303, "replace", "GET", ""],
  ])("by %i of %s sends %s with %j, and the credentials again", async (status, name, method, body) => {
    home().answer((_, index) => (index === 0 ? to("/elsewhere", status) : json({})));
    await withKeys.call(name, client(), { body: "a" });
    const second = home().requests[1];
    expect(second).toMatchObject({ method, target: "/elsewhere?key=hunter2", body });
    expect(second?.headers).toMatchObject({ "x-key": "hunter2", "x-own": "hunter2", cookie: "sid=hunter2" });
    expect(second?.headers["content-type"]).toBe(body === "" ? undefined : "application/json");
  });

  test("without end is given up", async () => {
    home().answer((_, index) => to(`/again${index}`));
    const error = await failureOf(withKeys.call("list", client()));
    expect(error.message).toBe("GET /things was redirected without end");
    expect(home().requests).toHaveLength(21);
    expect(error.message).not.toContain("hunter2");
  });

  test("that a browser hides is an error that says so", async () => {
    const hidden = { ...withKeys.createClient({ baseUrl: home().origin, auth, fetch: opaque }) };
    const error = await failureOf(withKeys.call("list", hidden));
    expect(error.message).toBe("GET /things was redirected to where the browser does not tell");
  });
});

/** What `fetch` of a browser gives of a redirect that it does not follow. */
function opaque(): Promise<Response> {
  const response = Response.error();
  Object.defineProperty(response, "type", { value: "opaqueredirect" });
  return Promise.resolve(response);
}

describe("where fetch holds back the only credential by itself", () => {
  const plain = (): ReturnType<typeof withToken.createClient> =>
    withToken.createClient({ baseUrl: home().origin, auth: "hunter2" });

  test("it follows redirects, without the token", async () => {
    home().answer(() => to(`${abroad().origin}/there`));
    await withToken.call("list", plain());
    expect(home().requests[0]?.headers.authorization).toBe("Bearer hunter2");
    expect(abroad().requests).toHaveLength(1);
    expect(leaked()).not.toContain("hunter2");
  });

  test.each([301, 302, 303, 307, 308])("a body is not redirected: %i is the answer", async (status) => {
    home().answer(() => to(`${abroad().origin}/there`, status));
    const call = withToken.call("create", plain(), { body: "hunter2" });
    expect((await call.result()).status).toBe(status);
    expect((await call.response()).headers.get("location")).toBe(`${abroad().origin}/there`);
    expect(abroad().requests).toEqual([]);
  });
});
