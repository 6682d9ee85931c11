/** What a package that was made of a document can make and check, with the schemas that judge it. */
import type { Operation } from "../../generator/model/api.js";
import { operationsOf } from "../../generator/model/api.js";
import { usualContent } from "../../generator/model/content.js";
import { present } from "../../generator/model/present.js";
import type { Schema } from "../../generator/model/schema.js";
import type { Factory } from "../../generator/runtime/fixture.js";
import type { SchemaValidator } from "../../generator/runtime/schema-validator.js";
import type { Validator } from "../../generator/runtime/validator.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import type { Direction } from "../support/sketch.js";
import { type Part, problemsOf, requestProblems } from "./case-laws.js";
import type { Emission } from "./emit.js";
import type { Oracles } from "./oracle.js";

/** A named schema of a package. */
export interface EmittedSchema {
  readonly id: string;
  readonly title: string;
  readonly pointer: string;
  readonly direction: Direction;
  /** Absent: a warning says why there is none. */
  readonly factory: Factory<unknown> | undefined;
  readonly validator: Validator<unknown>;
  /** The same validator with its JSON Schema, where those were emitted. */
  readonly schemaValidator: SchemaValidator<unknown> | undefined;
}

export interface EmittedRequest {
  readonly title: string;
  readonly request: Factory<unknown>;
  readonly parts: readonly Part[];
}

export interface Emitted {
  readonly schemas: readonly EmittedSchema[];
  /** The requests of the operations that have any. */
  readonly requests: (oracles: Oracles) => readonly EmittedRequest[];
}

/** Loads what a package has of validators, JSON Schemas and fixtures. */
export async function loadEmitted({ api, files }: Emission): Promise<Emitted> {
  if (api === undefined) return { schemas: [], requests: () => [] };
  const folders = ["validators", "json-schemas", "fixtures"];
  const needed = files.filter(({ path }) => [...folders, "runtime"].includes(path.split("/")[1] ?? ""));
  const barrels = folders.map((each) => `${each}/index`);
  const there = barrels.filter((each) => needed.some(({ path }) => path === `src/${each}.ts`));
  const loaded: Readonly<Record<string, Namespace>> = await loadPackage(needed, there);
  const [validators, jsonSchemas, fixtures] = barrels.map((each) => loaded[each]);
  const schemas = [...api.schemas.values()].map(({ id, name, factory, schema }): EmittedSchema => ({
    id,
    title: `${name} (${id})`,
    pointer: schema.pointer,
    direction: id.endsWith(">request") ? "request" : "response",
    factory: fixtures?.[factory] as Factory<unknown> | undefined,
    validator: validators?.[name] as Validator<unknown>,
    schemaValidator: jsonSchemas?.[name] as SchemaValidator<unknown> | undefined,
  }));
  const requests: Emitted["requests"] = (oracles) =>
    operationsOf(api).flatMap((operation) => {
      const made = fixtures?.[operation.name] as { readonly request?: Factory<unknown> } | undefined;
      const parts = partsOf(operation).map(({ schema, ...part }): Part => {
        const found = schemas.find((each) => each.id === schema?.ref);
        return { ...part, judges: found && judgesOf(found, oracles) };
      });
      return made?.request === undefined
        ? []
        : [{ title: `${operation.name}.request`, request: made.request, parts }];
    });
  return { schemas, requests };
}

/** What an operation takes. */
const partsOf = ({
  parameters,
  body,
}: Operation): readonly (Omit<Part, "judges"> & { schema?: Schema })[] => [
  ...parameters.map(({ property, required, schema }) => ({ name: property, required, schema })),
  ...(body === undefined
    ? []
    : [
        {
          name: "body",
          required: body.required,
          ...present({ schema: usualContent(body.contents)?.schema }),
        },
      ]),
];

/** The validator of a schema and its oracle. */
export function judgesOf(
  { validator, direction, pointer }: EmittedSchema,
  oracles: Oracles,
): NonNullable<Part["judges"]> {
  return { check: validator.check, judge: (value) => oracles[direction].judge(pointer, value).valid };
}

/** What is wrong with the cases and the series of everything that a package makes. */
export function casesProblems({ schemas, requests }: Emitted, oracles: Oracles): readonly string[] {
  const ofSchemas = schemas.flatMap((each) => {
    const { factory, title } = each;
    const problems = factory && problemsOf({ factory, ...judgesOf(each, oracles) });
    return (problems ?? []).map((problem) => `${title}: ${problem}`);
  });
  const ofRequests = requests(oracles).flatMap(({ title, request, parts }) =>
    requestProblems(request, parts).map((problem) => `${title}: ${problem}`),
  );
  return [...ofSchemas, ...ofRequests];
}
