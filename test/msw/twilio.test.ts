import { type HttpHandler, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import {
  type MockInstance,
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import * as fixtures from "../../generated/twilio/src/fixtures/index.js";
import * as twilio from "../../generated/twilio/src/index.js";
import * as msw from "../../generated/twilio/src/msw.js";
import { TwilioError } from "../../generated/twilio/src/validators/index.js";
import { AccountSid, Sid, client, documentedStatuses, twilioCalls } from "./twilio-calls.js";

const server = setupServer();

// The word "error" would let a request for `….json` through to the network, as it may be one for a file.
beforeAll(() => server.listen({ onUnhandledRequest: (_, print) => print.error() }));
beforeEach(() => server.use(...msw.handlers()));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** An operation's handler, whatever its types are. */
type AnyOperation = (
  answer: number | ((request: { readonly params: unknown }) => number),
  options?: msw.HandlerOptions,
) => HttpHandler;

const operation = (name: (typeof twilioCalls)[number]["name"]): AnyOperation =>
  msw[name] as unknown as AnyOperation;

describe("every operation", () => {
  test("has a handler, and a call in this test", () => {
    expect(msw.handlers()).toHaveLength(twilioCalls.length);
    expect(Object.keys(msw).sort()).toEqual([...twilioCalls.map((each) => each.name), "handlers"].sort());
  });

  test.each(twilioCalls)(
    "answers with the fixture of its first success: $name",
    async ({ send, success }) => {
      const body = await send();
      expect(success === undefined ? body : success.check(body)).toEqual(
        success === undefined ? undefined : [],
      );
    },
  );

  const statuses = twilioCalls.flatMap((each) =>
    documentedStatuses(each.name).map((status) => ({ ...each, status })),
  );

  test.each(statuses)(
    "answers with the fixture of status $status: $name",
    async ({ name, status, send, success }) => {
      server.use(operation(name)(status));
      const answer = await send().result();
      expect(answer.status).toBe(status);
      expect(answer.ok).toBe(status < 300);
      const validator = answer.ok ? success : TwilioError;
      expect(validator?.check(answer.body) ?? []).toEqual([]);
      if (validator === undefined) expect(answer.body).toBeUndefined();
    },
  );

  test.each(statuses.filter((each) => each.status >= 400))(
    "throws the error of status $status: $name",
    async ({ name, status, send }) => {
      server.use(operation(name)(status));
      const thrown: unknown = await send().then(undefined, (cause: unknown) => cause);
      expect(thrown).toBeInstanceOf(twilio.ApiError);
      expect((thrown as twilio.ApiError).operation).toBe(twilio[name]);
      expect((thrown as twilio.ApiError).status).toBe(status);
    },
  );

  test.each(twilioCalls)(
    "gives a function what the call was given: $name",
    async ({ name, params, send }) => {
      const seen: unknown[] = [];
      server.use(
        operation(name)((request) => {
          seen.push(request.params);
          return 429;
        }),
      );
      expect((await send().result()).status).toBe(429);
      expect(seen).toEqual([params]);
    },
  );
});

describe("an answer", () => {
  const fetchOne = (): Promise<twilio.Application> =>
    twilio.fetchApplication(client, { AccountSid, Sid }).then((a) => a);

  test("of a status and a body changes the fixture", async () => {
    server.use(msw.fetchApplication({ status: 200, body: { friendly_name: "Test" } }));
    expect(await fetchOne()).toEqual(fixtures.application({ friendly_name: "Test" }));
  });

  test("of a function follows the request", async () => {
    server.use(
      msw.createApplication(({ params }) => ({
        status: 201,
        body: { account_sid: params.AccountSid, friendly_name: params.body?.FriendlyName ?? null },
      })),
    );
    const made = await twilio.createApplication(client, { AccountSid, body: { FriendlyName: "Grüße" } });
    expect([made.account_sid, made.friendly_name]).toEqual([AccountSid, "Grüße"]);
  });

  test("of a function can be a status, can be late, and can see the request as it was sent", async () => {
    server.use(
      msw.createApplication(async ({ request }) =>
        (await request.text()) === "FriendlyName=a" && request.headers.has("authorization") ? 201 : 400,
      ),
    );
    const call = twilio.createApplication(client, { AccountSid, body: { FriendlyName: "a" } });
    expect((await call.result()).status).toBe(201);
  });

  test("of a function can be a response of its own, and a failure of the network", async () => {
    server.use(msw.fetchApplication(() => HttpResponse.json({ code: 1 }, { status: 500 })));
    const answer = await twilio.fetchApplication(client, { AccountSid, Sid }).result();
    expect([answer.status, answer.body]).toEqual([500, { code: 1 }]);
    server.use(msw.fetchApplication(() => HttpResponse.error()));
    await expect(fetchOne()).rejects.toThrow(TypeError);
  });

  test("has the headers that it is given beside the documented media type", async () => {
    server.use(msw.fetchApplication({ status: 429, headers: { "Retry-After": "7" } }));
    const response = await twilio.fetchApplication(client, { AccountSid, Sid }).response();
    expect(response.headers.get("retry-after")).toBe("7");
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  test("of one handler is the same each time, and another one for another seed", async () => {
    const first = await fetchOne();
    expect(await fetchOne()).toEqual(first);
    server.use(msw.fetchApplication(undefined, { seed: 7 }));
    expect(await fetchOne()).toEqual(fixtures.application({}, { seed: 7 }));
    expect(await fetchOne()).not.toEqual(first);
  });

  test("leads from page to page", async () => {
    const pages = [undefined, 1, 2];
    server.use(
      msw.listApplications(({ params }) => {
        const next = pages[pages.indexOf(params.Page) + 1];
        const path = `/2010-04-01/Accounts/${params.AccountSid}/Applications.json?Page=${next}`;
        const item = fixtures.application({ friendly_name: `page ${params.Page ?? 0}` });
        return {
          status: 200,
          body: { applications: [item], next_page_uri: next === undefined ? null : path },
        };
      }),
    );
    const names: unknown[] = [];
    for await (const each of twilio.listApplications(client, { AccountSid })) names.push(each.friendly_name);
    expect(names).toEqual(["page 0", "page 1", "page 2"]);
  });
});

describe("a handler", () => {
  /** The library tells of each request that nobody handles, and refuses it. */
  let refused: MockInstance;
  beforeEach(() => void (refused = vi.spyOn(console, "error").mockImplementation(() => {})));
  afterEach(() => refused.mockRestore());

  const elsewhere = (baseUrl: string): ReturnType<typeof twilio.fetchApplication> =>
    twilio.fetchApplication(twilio.createClient({ auth: () => undefined, baseUrl }), { AccountSid, Sid });

  test("is where it is told to be", async () => {
    server.use(msw.fetchApplication(401, { baseUrl: "http://localhost:4010/mock/" }));
    expect((await elsewhere("http://localhost:4010/mock").result()).status).toBe(401);
    expect((await elsewhere("https://api.twilio.com").result()).status).toBe(200);
    await expect(elsewhere("http://localhost:4010")).rejects.toThrow();
    expect(refused).toHaveBeenCalledTimes(1);
  });

  test("is everywhere if it is told so", async () => {
    server.use(...msw.handlers({ baseUrl: "*/mock" }));
    for (const base of ["http://localhost:4010/mock", "https://api.example.com/mock"])
      expect((await elsewhere(base).result()).status).toBe(200);
    await expect(elsewhere("http://localhost:4010/another/mock")).rejects.toThrow();
    expect(refused).toHaveBeenCalledTimes(1);
  });

  test("leaves requests of other methods and paths to others", async () => {
    const url = `https://api.twilio.com/2010-04-01/Accounts/${AccountSid}`;
    await expect(fetch(`${url}/Applications.json`, { method: "PUT" })).rejects.toThrow();
    await expect(fetch(`${url}/Applications`)).rejects.toThrow();
    await expect(fetch(`${url}/Applications/${Sid}/more.json`)).rejects.toThrow();
    expect(refused).toHaveBeenCalledTimes(3);
  });
});

describe("a request that is not valid", () => {
  const list = `https://api.twilio.com/2010-04-01/Accounts/${AccountSid}/Applications.json`;
  const form = (fields: Readonly<Record<string, string>>): RequestInit => ({
    method: "POST",
    body: new URLSearchParams(fields),
  });

  async function issuesOf(url: string, init?: RequestInit): Promise<readonly unknown[]> {
    const response = await fetch(url, init);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/json");
    const { issues } = (await response.json()) as { readonly issues: readonly Record<string, unknown>[] };
    return issues.map(({ path, code }) => [path, code]);
  }

  test("is answered with status 400 and everything that is wrong with it", async () => {
    const wrong = `https://api.twilio.com/2010-04-01/Accounts/mine/Applications.json?PageSize=0&Page=first`;
    expect(await issuesOf(wrong)).toEqual([
      [["AccountSid"], "pattern"],
      [["PageSize"], "minimum"],
      [["Page"], "type"],
    ]);
  });

  test("says where in the body it is wrong", async () => {
    expect(
      await issuesOf(list, form({ VoiceMethod: "PUT", VoiceCallerIdLookup: "yes", SmsUrl: "x" })),
    ).toEqual([
      [["body", "VoiceMethod"], "enum"],
      [["body", "VoiceCallerIdLookup"], "type"],
      [["body", "SmsUrl"], "format"],
    ]);
  });

  test("lacks what is required, or has a body of another kind", async () => {
    const calls = list.replace("Applications", "Calls");
    expect(await issuesOf(calls, { method: "POST" })).toEqual([[["body"], "required"]]);
    expect(await issuesOf(calls, form({ To: "+15558675309", Url: "https://example.com" }))).toEqual([
      [["body", "From"], "required"],
    ]);
    const json = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    expect(await issuesOf(calls, json)).toEqual([[["body"], "contentMediaType"]]);
  });

  test("names a place of the description in each issue", async () => {
    const response = await fetch(`${list}?PageSize=0`);
    const { issues } = (await response.json()) as { readonly issues: readonly { readonly schema: string }[] };
    expect(issues.map((each) => each.schema)).toEqual(["#/components/parameters/PageSize/schema"]);
  });

  test("is not shown to the function that answers", async () => {
    let asked = false;
    server.use(msw.listApplications(() => ((asked = true), 200)));
    await issuesOf(`${list}?PageSize=0`);
    expect(asked).toBe(false);
  });

  test("is answered in another way if there is one", async () => {
    const onInvalid: msw.HandlerOptions["onInvalid"] = (issues, request) =>
      request.url.includes("PageSize")
        ? Response.json(fixtures.twilioError({ code: 20_001, message: issues[0]?.pointer ?? "" }), {
            status: 422,
          })
        : undefined;
    server.use(...msw.handlers({ onInvalid }));
    const result = await twilio.listApplications(client, { AccountSid, PageSize: 0 }).result();
    expect([result.status, (result.body as twilio.TwilioError).message]).toEqual([422, "/PageSize"]);
    expect(await issuesOf(`${list}?Page=-1`)).toEqual([[["Page"], "minimum"]]);
  });
});
