/** What `validation` says of files in parts before they are sent, and of the headers of answers. */
import { describe, expect, test } from "vitest";
import { hasErrors } from "../../generator/diagnostics.js";
import { emit } from "../property/emit.js";
import { describing } from "../support/emitted-package.js";
import { loadPackage } from "../support/load-package.js";

const bytes = { type: "string", format: "binary" };
const counted = {
  description: "Some.",
  headers: {
    "X-Total": { required: true, schema: { type: "integer", maximum: 10 } },
    "X-Since": { schema: { type: "string", format: "date" } },
    "X-Note": { schema: { type: "string" } },
  },
};
const { files, diagnostics } = await emit(
  describing({
    "/photos": {
      post: {
        operationId: "send",
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                properties: { photo: bytes, photos: { type: "array", items: bytes }, icon: bytes },
              },
              encoding: {
                photo: { contentType: "image/png, image/jpeg" },
                photos: { contentType: "image/*" },
                icon: { contentType: "image/png" },
              },
            },
          },
        },
        responses: { 204: { description: "Done." } },
      },
      get: {
        operationId: "count",
        responses: { 200: { description: "One." }, default: counted, 204: counted },
      },
    },
  }),
  {},
);
if (files === undefined || hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics));
const { index, checks: checks } = await loadPackage(files, ["index", "checks"]);

interface Told {
  readonly name: string;
  readonly issues: readonly { readonly path: readonly unknown[]; readonly code: string }[];
}
type Operation = (client: unknown, params?: unknown) => { result(): Promise<unknown> };
type Options = { readonly response?: string; readonly report?: (issue: Told["issues"][number]) => void };

const worded = ({ path, code }: Told["issues"][number]): string => `${path.join("/")} ${code}`;

/** What a call is refused for, if it is. */
async function told(
  name: "send" | "count",
  params: unknown,
  answer: Response,
  options: Options = {},
): Promise<readonly string[]> {
  const { createClient, [name]: operation } = index as unknown as Record<string, Operation>;
  const { validation, [`${name}Checks`]: own } = checks as unknown as Record<
    string,
    (checks: unknown, options: Options) => unknown
  >;
  const client = (createClient as unknown as (options: object) => unknown)({
    baseUrl: "https://api.example.com",
    fetch: () => Promise.resolve(answer),
    validation: validation?.(own, options),
  });
  try {
    await (params === undefined ? operation?.(client) : operation?.(client, params))?.result();
    return [];
  } catch (error) {
    const { name, issues } = error as Told;
    return [name, ...issues.map(worded)];
  }
}

describe("a file in a part", () => {
  const sent = (body: object): Promise<readonly string[]> =>
    told("send", { body }, new Response(null, { status: 204 }));
  const file = (type: string): Blob => new Blob(["x"], { type });

  test("of a type that the description does not name is not sent", async () => {
    expect(await sent({ photo: file("text/plain"), photos: [file("image/gif"), file("text/css")] })).toEqual([
      "ValidationError",
      "body/photo contentMediaType",
      "body/photos/1 contentMediaType",
    ]);
  });

  test("is sent where it is of one that is named, of none, or goes as the only one", async () => {
    expect(await sent({ photo: file("image/jpeg"), photos: [file("")], icon: file("text/plain") })).toEqual(
      [],
    );
  });
});

describe("the headers of an answer", () => {
  const got = (
    headers: Record<string, string>,
    options?: Options,
    status = 204,
  ): Promise<readonly string[]> => told("count", undefined, new Response(null, { status, headers }), options);

  test("are held to their types", async () => {
    expect(await got({ "x-total": "7", "x-since": "2026-01-01", "x-note": "8" })).toEqual([]);
    expect(await got({ "x-total": "seven", "x-since": "then" })).toEqual([
      "ResponseValidationError",
      "headerValues/X-Total type",
      "headerValues/X-Since format",
    ]);
    expect(await got({ "x-total": "11" }, {}, 500)).toEqual([
      "ResponseValidationError",
      "headerValues/X-Total maximum",
    ]);
    expect(await got({ "x-total": "seven" }, { response: "off" })).toEqual([]);
  });

  test("must be there where everything counts, and are reported otherwise", async () => {
    const missing = "headerValues/X-Total required";
    expect(await got({}, { response: "strict" })).toEqual(["ResponseValidationError", missing]);
    const reported: string[] = [];
    expect(await got({}, { report: (issue) => void reported.push(worded(issue)) })).toEqual([]);
    expect(reported).toEqual([missing]);
  });

  test("are those of the status: `default` says nothing of others", async () => {
    expect(await got({ "x-total": "seven" }, { response: "strict" }, 200)).toEqual([]);
  });
});
