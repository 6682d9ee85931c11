/** Plans the fixtures: of every schema, and of the requests and answers of every operation. */
import { referenceTo } from "../documents.js";
import { type Code, code, ident, join, key, str, typeFrom, valueFrom } from "../code/code.js";
import type { Declaration, Module } from "../code/module.js";
import type { Api, Operation, Resource } from "../model/api.js";
import { type Content, isStream, usualContent } from "../model/content.js";
import { inheritedNames } from "../model/names.js";
import { type NamedSchema, type SchemaId, type SchemaTable, named } from "../model/schema.js";
import { printCases } from "../print/cases.js";
import { printFixture } from "../print/fixture.js";
import { converterValue, factoryValue, modelType } from "../print/symbols.js";
import type { Cases } from "../sample/case.js";
import type { Sample } from "../sample/sample.js";
import type { Samples } from "../sample/solve.js";
import { type PassedOn, barrelWithRuntime } from "./barrel.js";
import { contentResponses, ownedBy, statusKey, statusLiteral } from "./contents.js";
import type { Converters } from "./converters.js";
import type { LazyModule } from "./lazy-modules.js";
import { ownerModules } from "./owner-modules.js";

/** What fixtures are made of. */
export interface FixtureSource {
  readonly samples: Samples;
  readonly casesOf: (id: SchemaId) => Cases;
  readonly converters: Converters;
}

/** What users of fixtures need of the runtime. */
const passedOn: readonly PassedOn[] = [
  [
    "runtime/fixture",
    [
      { name: "Case", type: true },
      { name: "Factory", type: true },
      { name: "FixtureOptions", type: true },
    ],
  ],
];

export function planFixtures(api: Api, source: FixtureSource, lazy: LazyModule): readonly Module[] {
  const table = api.schemas;
  const modules = ownerModules("fixtures", api, lazy, {
    ofSchema: (each) => declareFactory(each, table, source),
    ofResource: (each) => declareResource(each, table, source),
  });
  return [...modules, barrelWithRuntime("fixtures/index", modules, table, passedOn)];
}

function declareResource(
  resource: Resource,
  table: SchemaTable,
  source: FixtureSource,
): readonly Declaration[] {
  return [
    ...ownedBy(resource, table).flatMap((each) => declareFactory(each, table, source)),
    ...resource.operations.flatMap((each) => declareOperation(each, resource, table, source)),
  ];
}

function declareFactory(
  schema: NamedSchema,
  table: SchemaTable,
  { samples, casesOf, converters }: FixtureSource,
): readonly Declaration[] {
  const sample = samples.of(schema.id);
  if (sample === undefined) return [];
  const model = modelType(schema);
  const converter = converters.converts(schema.id) ? code`${converterValue(schema)}` : undefined;
  return [
    {
      kind: "const",
      exported: true,
      name: schema.factory,
      docs: code`Makes a valid \`${ident(schema.name)}\`.`,
      ...printFactory(
        { model: code`${model}`, pointer: schema.schema.pointer, converter },
        printFixture(sample, table),
        printCases(casesOf(schema.id), table),
      ),
    },
  ];
}

/** What a factory makes. */
interface Product {
  readonly model: Code;
  readonly pointer: string;
  /** Absent: the values are as on the wire. */
  readonly converter: Code | undefined;
}

/** What is made for the wire is read by the converter, which is asked for late: it may need validators. */
function printFactory(
  { model, pointer, converter }: Product,
  make: Code,
  cases: Code | undefined,
): { readonly type: Code; readonly value: Code } {
  const args = join([str(referenceTo(pointer)), make, ...(cases === undefined ? [] : [cases])], ", ");
  const type = typeFrom("runtime/fixture", "Factory");
  const factory = valueFrom("runtime/fixture", "factory");
  if (converter === undefined)
    return {
      type: code`${type}<${model}>`,
      value: code`/* @__PURE__ */ ${factory}<${model}>(${args})`,
    };
  const wire = code`${typeFrom("runtime/converter", "Wire")}<${model}>`;
  return {
    type: code`${type}<${model}, ${wire}>`,
    value: code`/* @__PURE__ */ ${valueFrom("runtime/converted-factory", "convertedFactory")}<${model}>(${factory}<${wire}>(${args}), () => ${converter})`,
  };
}

/** `createApplication.request()` and `createApplication.response(201)`. */
function declareOperation(
  operation: Operation,
  resource: Resource,
  table: SchemaTable,
  source: FixtureSource,
): readonly Declaration[] {
  const module = `operations/${resource.file}`;
  const members = [
    requestMember(operation, resource, table, source),
    responseMember(operation, module, table, source.samples),
  ].filter((each) => each !== undefined);
  if (members.length === 0) return [];
  return [
    {
      kind: "const",
      exported: true,
      name: operation.name,
      docs: code`Makes valid requests and answers of \`${ident(operation.name)}\`.`,
      type: code`{ ${join(
        members.map((each) => code`readonly ${each.name}: ${each.type}`),
        "; ",
      )} }`,
      value: code`{ ${join(
        members.map((each) => code`${each.name}: ${each.value}`),
        ", ",
      )} }`,
    },
  ];
}

interface Member {
  readonly name: Code;
  readonly type: Code;
  readonly value: Code;
}

/** An operation or a webhook, as far as its requests go. */
type Requested = Pick<Operation, "pointer" | "name" | "parameters" | "body">;

/** What the operation must be called with, and a body where it takes one. */
function requestMember(
  operation: Operation,
  resource: Resource,
  table: SchemaTable,
  source: FixtureSource,
): Member | undefined {
  const model = code`${typeFrom(`operations/${resource.file}`, operation.paramsType)}`;
  const factory = requestFactory(operation, model, table, source);
  return factory && { name: code`request`, ...factory };
}

/** Makes all that an operation must be called with, or that comes in with a webhook, as the type `model`. */
export function requestFactory(
  operation: Requested,
  model: Code,
  table: SchemaTable,
  { samples, converters }: FixtureSource,
): { readonly type: Code; readonly value: Code } | undefined {
  const entries = requestEntries(operation, samples);
  if (entries === undefined) return undefined;
  const converter = requestConverter(operation, converters);
  const make = printFixture(
    { kind: "object", entries: entries.map((each) => ({ ...each, required: true })) },
    table,
  );
  const inner = entries.flatMap(({ name, sample }) =>
    sample.kind === "named" ? [{ id: sample.id, path: [name] }] : [],
  );
  const invalid = operation.parameters
    .filter((each) => each.required)
    .map(({ property }) => ({ label: "required", value: undefined, path: [property] }));
  return printFactory(
    { model, pointer: operation.pointer, converter },
    make,
    printCases({ invalid, inner }, table),
  );
}

/** The converter of all that a call takes. */
function requestConverter(operation: Requested, converters: Converters): Code | undefined {
  const body = bodyConverter(usualContent(operation.body?.contents ?? []), converters);
  const entries = [
    ...operation.parameters.flatMap((each) => {
      const converter = converters.ofInline(each);
      return converter === undefined ? [] : [code`${key(each.property)}: ${converter}`];
    }),
    ...(body === undefined ? [] : [code`body: ${body}`]),
  ];
  return entries.length === 0
    ? undefined
    : code`${valueFrom("runtime/conversions", "members")}({ ${join(entries, ", ")} })`;
}

/** The converter of a body, or of each item of a series. */
function bodyConverter(content: Content | undefined, converters: Converters): Code | undefined {
  const converter = converters.ofContent(content?.schema);
  return converter === undefined || content === undefined || !isStream(content)
    ? converter
    : code`${valueFrom("runtime/conversions", "items")}(${converter})`;
}

/** The samples of the required parameters and of the body; undefined where one of them cannot be made. */
function requestEntries(
  { parameters, body }: Requested,
  samples: Samples,
): readonly { readonly name: string; readonly sample: Sample }[] | undefined {
  // An object that lacks a name that all objects inherit is no match for a type that has it, even as an option.
  const required = parameters
    .filter((each) => each.required || inheritedNames.has(each.property))
    .map(({ property, name, schema, example }) => {
      const shown = example === undefined ? {} : { examples: [example] };
      const whole = { ...schema, annotations: { ...shown, ...schema.annotations } };
      return { name: property, sample: samples.sampleOf(whole, name) };
    });
  const content = usualContent(body?.contents ?? []);
  const bodies =
    content === undefined
      ? []
      : [
          {
            name: "body",
            sample: bodySample(content, samples),
          },
        ];
  const kept = [...required, ...bodies.filter((each) => body?.required || each.sample !== undefined)];
  const made = kept.flatMap(({ name, sample }) => (sample === undefined ? [] : [{ name, sample }]));
  return made.length === kept.length ? made : undefined;
}

/** Bytes, one item of a series, or a value. */
function bodySample(content: Content, samples: Samples): Sample | undefined {
  const item = content.schema === undefined ? blob : samples.sampleOf(content.schema, "body");
  return isStream(content) && item !== undefined ? { kind: "tuple", items: [item] } : item;
}

const blob: Sample = { kind: "make", maker: "blob", args: [] };

/** Answers whose schema allows no value are left out. */
function responseMember(
  operation: Operation,
  module: string,
  table: SchemaTable,
  samples: Samples,
): Member | undefined {
  const shown = contentResponses(operation).filter((each) => samples.of(each.ref) !== undefined);
  if (shown.length === 0) return undefined;
  const statuses = shown.map((each) => statusLiteral(each.status));
  const factories = shown.map(
    ({ status, ref }) => code`${statusKey(status)}: ${factoryValue(named(table, ref))}`,
  );
  return {
    name: code`response`,
    type: code`${typeFrom("runtime/fixture", "Responses")}<${typeFrom(module, operation.responsesType)}, ${join(statuses, " | ")}>`,
    value: code`/* @__PURE__ */ ${valueFrom("runtime/fixture", "responses")}<${typeFrom(module, operation.responsesType)}, ${join(statuses, " | ")}>(() => ({ ${join(factories, ", ")} }))`,
  };
}
