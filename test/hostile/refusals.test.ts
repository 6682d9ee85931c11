/** Where a text cannot be what its position asks for, it is refused with a clean message, whatever it holds. */
import { expect, test } from "vitest";
import { type DiagnosticCode, formatDiagnostic } from "../../generator/diagnostics.js";
import { generateFrom } from "./generate-from.js";
import { payloads } from "./payloads.js";

interface Refusal {
  readonly position: string;
  readonly code: DiagnosticCode;
  /** The parts of the description that hold the text. */
  readonly place: (text: string) => object;
}

const done = { responses: { "204": { description: "Done." } } };
const operation = (more: object): object => ({
  paths: { "/a": { get: { operationId: "a", ...done, ...more } } },
});
const schema = (given: object): object => ({ components: { schemas: { Given: given } } });
const parameter = (given: object): object =>
  operation({ parameters: [{ name: "a", in: "query", schema: { type: "string" }, ...given }] });

const refusals: readonly Refusal[] = [
  { position: "the version of OpenAPI", code: "input-version", place: (text) => ({ openapi: text }) },
  { position: "a schema's type", code: "schema-type", place: (text) => schema({ type: text }) },
  {
    position: "one of a schema's types",
    code: "schema-type",
    place: (text) => schema({ type: ["null", text] }),
  },
  { position: "a pattern", code: "schema-pattern", place: (text) => schema({ pattern: `(${text}` }) },
  {
    position: "the name of a pattern property",
    code: "schema-pattern",
    place: (text) => schema({ patternProperties: { [`(${text}`]: {} } }),
  },
  { position: "a bound", code: "wrong-type", place: (text) => schema({ minimum: text }) },
  { position: "a list", code: "wrong-type", place: (text) => schema({ required: text }) },
  { position: "a flag", code: "wrong-type", place: (text) => operation({ deprecated: text }) },
  {
    position: "a reference of this document",
    code: "ref-unresolved",
    place: (text) => schema({ $ref: `#/components/schemas/${text}?` }),
  },
  {
    position: "a reference to elsewhere",
    code: "ref-unreadable",
    place: (text) => schema({ $ref: `x${text}` }),
  },
  { position: "a parameter's place", code: "wrong-type", place: (text) => parameter({ in: text }) },
  { position: "a parameter's style", code: "parameter-style", place: (text) => parameter({ style: text }) },
  {
    position: "a status",
    code: "wrong-type",
    place: (text) => operation({ responses: { [text]: { description: "No status." } } }),
  },
  {
    position: "a media type",
    code: "media-type",
    place: (text) => ({
      paths: {
        "/a": { post: { ...done, requestBody: { content: { [text]: { schema: { type: "object" } } } } } },
      },
    }),
  },
  {
    position: "the parameters of a path",
    code: "path-parameter",
    place: (text) => ({ paths: { [`no slash ${text}`]: { get: done } } }),
  },
  {
    position: "a kind of security scheme",
    code: "security-scheme",
    place: (text) => ({
      components: { securitySchemes: { [text]: { type: text, scheme: text, in: text } } },
    }),
  },
  {
    position: "a required scheme",
    code: "ref-unresolved",
    place: (text) => operation({ security: [{ [text]: [] }] }),
  },
  {
    position: "a field of the extension",
    code: "extension-invalid",
    place: (text) => operation({ "x-specwright": { [text]: text } }),
  },
  {
    position: "a paging strategy",
    code: "extension-invalid",
    place: (text) => operation({ "x-specwright": { paging: { strategy: text, items: text, next: text } } }),
  },
  {
    position: "an operationId that is used twice",
    code: "operation-id-duplicate",
    place: (text) => ({
      paths: { "/a": { get: { operationId: text, ...done }, put: { operationId: text, ...done } } },
    }),
  },
];

const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Texts that would do something to a terminal, a log or an object. */
const texts = payloads
  .map(({ text }) => text)
  .filter((text) => invisible.test(text) || text.startsWith('"') || text === "__proto__");

test.each(refusals.map((each) => [each.position, each] as const))(
  "%s is refused in plain words",
  async (_, { code, place }) => {
    for (const text of texts) {
      const frame = { openapi: "3.1.0", info: { title: "Refused", version: "1.0.0" }, paths: {} };
      const { diagnostics, generated } = await generateFrom({ ...frame, ...place(text) });
      expect(generated, JSON.stringify(text)).toBe(false);
      expect(diagnostics.map((each) => each.code)).toContain(code);
      // Messages go to terminals and to logs that machines read: three lines of plain text each.
      for (const each of diagnostics) {
        const lines = formatDiagnostic(each).split("\n");
        expect(lines).toHaveLength(3);
        expect(lines.filter((line) => invisible.test(line)).map((line) => JSON.stringify(line))).toEqual([]);
      }
    }
  },
);
