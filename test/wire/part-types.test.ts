/** Parts whose media types the description names: what is sent for them, and what a handler refuses. */
import { describe, expect, test, vi } from "vitest";
import { hasErrors } from "../../generator/diagnostics.js";
import type { handle as Handle } from "../../generator/runtime/handle.js";
import type { Route } from "../../generator/runtime/route.js";
import { emit } from "../property/emit.js";
import { describing } from "../support/emitted-package.js";
import type { Call } from "../support/generated.js";
import { type Namespace, loadPackage } from "../support/load-package.js";

const bytes = { type: "string", format: "binary" };
const properties = {
  photo: bytes,
  photos: { type: "array", items: bytes },
  any: bytes,
  meta: { type: "object", properties: { a: { type: "integer" } } },
  note: { type: "string" },
  free: bytes,
};
const encoding = {
  photo: { contentType: "image/png, image/jpeg" },
  photos: { contentType: "image/*" },
  any: { contentType: "*/*" },
  meta: { contentType: "application/json" },
  note: { contentType: "text/plain, text/html" },
};
const posting = (operationId: string, type: string): object => ({
  [`/${operationId}`]: {
    post: {
      operationId,
      requestBody: { content: { [type]: { schema: { type: "object", properties }, encoding } } },
      responses: { 204: { description: "Done." } },
    },
  },
});
const kinds = [
  ["form", "multipart/form-data"],
  ["mixed", "multipart/mixed"],
] as const;

const { files, diagnostics } = await emit(
  describing({ ...posting("form", "multipart/form-data"), ...posting("mixed", "multipart/mixed") }),
  {},
);
if (files === undefined || hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics));
const modules = await loadPackage(files, [
  "index",
  "handlers/form",
  "handlers/mixed",
  "fixtures/index",
  "runtime/handle",
]);
type AnyRoute = Route<unknown, Readonly<Record<number, unknown>>>;
const handle = modules["runtime/handle"]["handle"] as typeof Handle<
  unknown,
  Readonly<Record<number, unknown>>
>;
const routeOf = (name: (typeof kinds)[number][0]): AnyRoute =>
  (modules[`handlers/${name}`] as Namespace)[`${name}Route`] as AnyRoute;

interface Told {
  readonly code: string;
  readonly expected: unknown;
  readonly path: readonly unknown[];
}

/** What a handler says of a request: each issue as its path, its code and what was expected. */
async function issuesOf(name: (typeof kinds)[number][0], request: Request): Promise<readonly string[]> {
  const answer = await handle(routeOf(name), request);
  if (answer.status === 204) return [];
  const { issues } = (await answer.json()) as { readonly issues: readonly Told[] };
  return issues.map(({ path, code, expected }) => `${path.join("/")} ${code} ${String(expected)}`);
}

/** Forms have one of 27 characters at least (HTML Standard, section 4.10.22.8). */
const boundary = "x".repeat(30);

/** A body of parts as other programs write it: each its headers and its text. */
const written = (name: string, type: string, ...parts: readonly string[]): Request =>
  new Request(`https://api.example.com/${name}`, {
    method: "POST",
    headers: { "content-type": `${type}; boundary=${boundary}` },
    body: `${parts.map((each) => `--${boundary}\r\n${each}\r\n`).join("")}--${boundary}--\r\n`,
  });

const part = (name: string, type: string | undefined, text = "{}", file = ""): string =>
  `Content-Disposition: form-data; name="${name}"${file}\r\n${type === undefined ? "" : `Content-Type: ${type}\r\n`}\r\n${text}`;

describe.each(kinds)("a part in a body of the kind %s", (name, type) => {
  const file = '; filename="f"';
  const told = (...parts: readonly string[]): Promise<readonly string[]> =>
    issuesOf(name, written(name, type, ...parts));

  test("is of one of the types that the description names, or does not say", async () => {
    const good = [
      part("photo", "image/JPEG; q=1", "x", file),
      part("photos", "image/gif", "x", file),
      part("any", "font/woff2", "x", file),
      part("meta", "application/json"),
      part("free", "font/woff2", "x", file),
    ];
    expect(await told(...good, part("note", undefined))).toEqual([]);
    expect(await told(...good, part("note", "text/html; charset=utf-8"))).toEqual([]);
  });

  test("is refused where it is of another", async () => {
    expect(await told(part("photo", "image/gif", "x", file))).toEqual([
      "body/photo contentMediaType image/png, image/jpeg",
    ]);
    expect(await told(part("note", "text/csv"))).toEqual([
      "body/note contentMediaType text/plain, text/html",
    ]);
    expect(await told(part("meta", "text/plain"))).toEqual(["body/meta contentMediaType application/json"]);
  });

  test("is told apart from others of its name", async () => {
    expect(
      await told(part("photos", "image/png", "x", file), part("photos", "text/plain", "x", file)),
    ).toEqual(["body/photos/1 contentMediaType image/*"]);
  });

  test("is looked at in a body that is taken once", async () => {
    const request = written(name, type, part("photo", "image/gif", "x", file));
    const takes = [
      vi.spyOn(request, "clone"),
      vi.spyOn(request, "formData"),
      vi.spyOn(request, "arrayBuffer"),
    ];
    expect(await issuesOf(name, request)).toHaveLength(1);
    expect(takes.flatMap((each) => each.mock.calls)).toHaveLength(1);
  });

  test("is sent with a type that the description names, also where a file has none", async () => {
    const sent: Request[] = [];
    const fetch = (url: URL, init: RequestInit): Promise<Response> => {
      sent.push(new Request(url, init));
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    const { createClient, [name]: call } = modules.index as Readonly<
      Record<string, (...given: readonly unknown[]) => unknown>
    >;
    const client = createClient?.({ baseUrl: "https://api.example.com", fetch });
    const body = { photo: new Blob(["x"]), photos: [new Blob(["x"])], meta: { a: 1 }, note: "n" };
    await (call?.(client, { body }) as Call);
    const [request] = sent as [Request];
    expect(await issuesOf(name, request.clone())).toEqual([]);
    const types = [...(await request.text()).matchAll(/^Content-Type: (.*)\r$/gm)].map((each) => each[1]);
    expect(types).toEqual(["image/png", "image/png", "application/json"]);
  });
});

test("a part of a form has a name: without one there is no form", async () => {
  const nameless = "Content-Disposition: form-data\r\n\r\nx";
  expect(await issuesOf("form", written("form", "multipart/form-data", nameless))).toEqual([
    "body contentMediaType multipart/form-data",
  ]);
});
