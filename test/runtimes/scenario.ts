/**
 * What a user does with the generated package, in whatever runtime: calls against a server, validators, fixtures. It
 * needs nothing but the package and `fetch`.
 */
import { twilio } from "../../generated/twilio/src/client.js";
import {
  applicationList,
  application as makeApplication,
} from "../../generated/twilio/src/fixtures/index.js";
import {
  ApiError,
  ResponseError,
  createApplication,
  createClient,
  deleteApplication,
  fetchApplication,
  isApiError,
  listApplications,
} from "../../generated/twilio/src/index.js";
import { timeout } from "../../generated/twilio/src/timeout.js";
import { Application, ApplicationList } from "../../generated/twilio/src/validators/index.js";

/** The paths below which the server behaves in a way of its own. */
export const accounts = {
  echo: "AC00000000000000000000000000000000",
  missing: "AC00000000000000000000000000000001",
  silent: "AC00000000000000000000000000000002",
  truncated: "AC00000000000000000000000000000003",
} as const;

const Sid = "AP0123456789abcdef0123456789abcdef";

type Step = (origin: string) => Promise<void> | void;

const clientOf = (origin: string, AccountSid: string) =>
  createClient({
    baseUrl: origin,
    auth: { username: accounts.echo, password: "töken" },
    defaults: { AccountSid },
  });

const steps: Readonly<Record<string, Step>> = {
  "writes a form and reads the answer": async (origin) => {
    const created = await createApplication(clientOf(origin, accounts.echo), {
      body: { FriendlyName: "Grüße & Küsse", VoiceUrl: "", VoiceCallerIdLookup: true },
    });
    same(
      created.friendly_name,
      "FriendlyName=Gr%C3%BC%C3%9Fe+%26+K%C3%BCsse&VoiceUrl=&VoiceCallerIdLookup=true",
    );
  },
  "sends the credentials": async (origin) => {
    const fetched = await fetchApplication(clientOf(origin, accounts.echo), { Sid });
    same(fetched.friendly_name, `Basic ${btoa(`${accounts.echo}:t\u00c3\u00b6ken`)}`);
  },
  "takes an answer without a body": async (origin) => {
    same(await deleteApplication(clientOf(origin, accounts.echo), { Sid }), undefined);
  },
  "walks through the pages": async (origin) => {
    const names: unknown[] = [];
    const { applications } = twilio(clientOf(origin, accounts.echo));
    for await (const each of applications.list({ PageSize: 2 })) names.push(each.friendly_name);
    same(names.join(), "0,1,2,3,4");
  },
  "throws a typed error": async (origin) => {
    const error = await thrownBy(fetchApplication(clientOf(origin, accounts.missing), { Sid }));
    if (!(error instanceof ApiError) || !isApiError(error, fetchApplication)) throw new Error(String(error));
    same(error.status, 404);
    same(error.status === 404 && error.body.code, 20404);
  },
  "gives the answer as a result": async (origin) => {
    const result = await fetchApplication(clientOf(origin, accounts.missing), { Sid }).result();
    same(result.ok ? "" : result.status, 404);
  },
  "says what is wrong with a damaged answer": async (origin) => {
    const error = await thrownBy(fetchApplication(clientOf(origin, accounts.truncated), { Sid }));
    same(error instanceof ResponseError && error.body, '{"sid": "AP01');
  },
  "gives up when it is told to": async (origin) => {
    const aborted = new AbortController();
    const client = clientOf(origin, accounts.silent);
    const waiting = thrownBy(fetchApplication(client, { Sid }, { signal: aborted.signal }));
    aborted.abort();
    same(((await waiting) as Error).name, "AbortError");
    const late = (await thrownBy(fetchApplication(client, { Sid }, { middleware: [timeout(50)] }))) as Error;
    same(late.name, "TimeoutError");
  },
  "makes fixtures that are valid": () => {
    for (const each of makeApplication.many(50)) same(Application.is(each), true);
    for (const { value } of makeApplication.edges()) same(Application.is(value), true);
    same(ApplicationList.is(applicationList()), true);
  },
  "reports exactly what an invalid case breaks": () => {
    for (const { value, code, path } of makeApplication.invalid()) {
      const issues = Application.check(value);
      same(issues.map((each) => each.code).join(), code);
      same(issues.map((each) => each.path.join("/")).join(), path.join("/"));
    }
  },
  "survives data without end": () => {
    let nested: unknown = [];
    for (let depth = 0; depth < 100_000; depth++) nested = [nested];
    same(Application.check({ sid: nested }).length, 1);
  },
  "links each page to the next": async (origin) => {
    let pages = 0;
    const client = clientOf(origin, accounts.echo);
    for await (const page of listApplications(client, { PageSize: 2 }).pages())
      pages += page.applications ? 1 : 0;
    same(pages, 3);
  },
};

/** Runs all steps; resolves with what went wrong in each that failed. */
export async function runScenario(
  origin: string,
): Promise<{ readonly passed: number; readonly failures: string[] }> {
  const failures: string[] = [];
  for (const [name, step] of Object.entries(steps))
    try {
      await step(origin);
    } catch (cause) {
      failures.push(`${name}: ${String(cause)}`);
    }
  return { passed: Object.keys(steps).length - failures.length, failures };
}

function same(actual: unknown, expected: unknown): void {
  if (!Object.is(actual, expected)) throw new Error(`expected ${String(expected)}, found ${String(actual)}`);
}

async function thrownBy(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (cause) {
    return cause;
  }
  throw new Error("nothing was thrown");
}
