/** Arbitrary small descriptions in OpenAPI 3.0 and 3.1, of the kinds of schema that the generator knows. */
import fc, { type Arbitrary } from "fast-check";
import { sketches } from "./sketch-arbitrary.js";
import { type Dialect, type Direction, type Sketch, writeSchema } from "./sketch.js";
import { writeOracle } from "./sketch-oracle.js";

/** A description as sketches: named schemas, and the body and the answer of one operation. */
export interface SpecSketch {
  readonly dialect: Dialect;
  readonly schemas: ReadonlyMap<string, Sketch>;
  readonly body: Sketch;
  readonly answer: Sketch;
}

/** Where the schemas of the operation stand. */
export const bodyPointer = "/paths/~1things/post/requestBody/content/application~1json/schema";
export const answerPointer = "/paths/~1things/post/responses/200/content/application~1json/schema";

/** The description as an OpenAPI document. */
export function writeSpec({ dialect, schemas, body, answer }: SpecSketch): object {
  const json = (sketch: Sketch): object => ({
    content: { "application/json": { schema: writeSchema(sketch, dialect) } },
  });
  return {
    openapi: dialect === "3.0" ? "3.0.3" : "3.1.0",
    info: { title: "Things", version: "1" },
    paths: {
      "/things": {
        post: {
          operationId: "createThing",
          tags: ["things"],
          requestBody: { required: true, ...json(body) },
          responses: { "200": { description: "The thing.", ...json(answer) } },
        },
      },
    },
    components: {
      schemas: Object.fromEntries([...schemas].map(([name, each]) => [name, writeSchema(each, dialect)])),
    },
  };
}

/** The same schemas at the same pointers, as JSON Schema 2020-12 for one direction. */
export function writeOracleSpec(spec: SpecSketch, direction: Direction): object {
  const write = (each: Sketch): object => writeOracle(each, direction, spec.dialect);
  const json = (sketch: Sketch): object => ({ content: { "application/json": { schema: write(sketch) } } });
  return {
    paths: {
      "/things": { post: { requestBody: json(spec.body), responses: { "200": json(spec.answer) } } },
    },
    components: {
      schemas: Object.fromEntries([...spec.schemas].map(([name, each]) => [name, write(each)])),
    },
  };
}

/** Names of schemas: plain ones, and names that the language or the package uses itself. */
const schemaNames: readonly string[] = ["Alpha", "beta", "gamma-delta", "Zeta2", "Array", "Set", "Validator"];

/** Small descriptions. Most of them make sense; those that do not must be refused. */
export const specs: Arbitrary<SpecSketch> = fc
  .tuple(
    fc.constantFrom<Dialect>("3.0", "3.1"),
    fc.shuffledSubarray([...schemaNames], { minLength: 1, maxLength: 4 }),
  )
  .chain(([dialect, names]) =>
    fc
      .tuple(
        fc.array(sketches(names, 2), { minLength: names.length, maxLength: names.length }),
        sketches(names, 2),
        sketches(names, 2),
      )
      .map(([list, body, answer]) => ({
        dialect,
        schemas: new Map(names.map((name, i) => [name, list[i] as Sketch])),
        body,
        answer,
      })),
  );
