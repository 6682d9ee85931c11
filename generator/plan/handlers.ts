/** Plans the routes: what a server must know of each operation to read its requests and to answer them. */
import { type Code, code, ident, join, literal, str, typeFrom, valueFrom } from "../code/code.js";
import type { ConstDeclaration, Declaration, Module } from "../code/module.js";
import { type Api, type Operation, type Resource, operationsOf } from "../model/api.js";
import type { Content } from "../model/content.js";
import type { Parameter } from "../model/parameter.js";
import { NameTable, pascalCase } from "../model/names.js";
import { type NamedSchema, type SchemaId, type SchemaTable, isPureRef, named } from "../model/schema.js";
import { factoryValue, validatorValue } from "../print/symbols.js";
import { printType } from "../print/type.js";
import { type StepsOf, validatorPrinter } from "../print/validator.js";
import { placeOf, stepsOf } from "../validate/steps-of.js";
import { moreConcrete } from "./concrete-paths.js";
import { statusKey } from "./contents.js";
import type { Converters } from "./converters.js";
import { printFieldRules, printTextRules, textRules } from "./text-rules.js";

/** Whether a fixture can be made of a schema. */
type HasFixture = (id: SchemaId) => boolean;

/** One module a resource, and one for the validators of its parameters that have no schema with a name. */
export function planHandlers(api: Api, hasFixture: HasFixture, converters: Converters): readonly Module[] {
  const steps = stepsOf(api.schemas);
  return api.resources.flatMap((resource) => {
    const inline = nameInline(resource);
    const routes: Module = {
      path: `handlers/${resource.file}`,
      declarations: resource.operations.map((each) =>
        declareRoute(each, resource, api, { inline, hasFixture, converters }),
      ),
    };
    return inline.size === 0 ? [routes] : [planParameters(resource, inline, api.schemas, steps), routes];
  });
}

/** The constant that holds the route of an operation. */
export const routeName = (operation: Operation): string => `${operation.name}Route`;

/** The names of the validators of parameters whose schema has no name of its own. */
type Inline = ReadonlyMap<Parameter, string>;

function nameInline(resource: Resource): Inline {
  const names = new NameTable(undefined);
  return new Map(
    resource.operations.flatMap((operation) =>
      operation.parameters
        .filter((each) => !isPureRef(each.schema))
        .map((each) => {
          const wish = operation.name + pascalCase(each.property);
          return [each, names.claim([wish], `${operation.name} ${each.in} ${each.name}`)] as const;
        }),
    ),
  );
}

const parametersModule = (resource: Resource): string => `handlers/parameters/${resource.file}`;

function planParameters(resource: Resource, inline: Inline, table: SchemaTable, steps: StepsOf): Module {
  const schemas = [...inline].map(([{ schema }, name]): NamedSchema => ({
    id: schema.pointer,
    name,
    factory: name,
    file: resource.file,
    schema,
  }));
  const printer = validatorPrinter(table, schemas, steps);
  const validators = schemas.map((each): ConstDeclaration => ({
    kind: "const",
    exported: true,
    name: each.name,
    type: code`${typeFrom("runtime/validator", "Validator")}<${printType(each.schema, table)}>`,
    value: code`/* @__PURE__ */ ${valueFrom("runtime/validator", "validator")}(${place(placeOf(each.schema))}, ${printer.print(each)})`,
  }));
  return { path: parametersModule(resource), declarations: [...printer.hoisted, ...validators] };
}

const place = (pointer: string): Code => str(`#${pointer}`);

/** What routes are made of. */
interface Source {
  readonly inline: Inline;
  readonly hasFixture: HasFixture;
  readonly converters: Converters;
}

function declareRoute(operation: Operation, resource: Resource, api: Api, source: Source): Declaration {
  const module = `operations/${resource.file}`;
  const rivals = operationsOf(api).filter((each) => each.verb === operation.verb);
  const except = moreConcrete(
    operation.path,
    rivals.map((each) => each.path),
  );
  const body = printBody(operation, api.schemas, source.converters);
  const entries = [
    code`method: ${str(operation.verb)}`,
    code`path: ${str(operation.path)}`,
    ...(except.length === 0 ? [] : [code`except: ${literal([...except])}`]),
    code`baseUrl: ${str(baseUrl(api))}`,
    code`parameters: [${join(
      operation.parameters.map((each) => printParameter(each, operation, resource, api.schemas, source)),
      ", ",
    )}]`,
    ...(body === undefined ? [] : [code`body: ${body}`]),
    code`status: ${literal(usualStatus(operation))}`,
    code`answers: ${printAnswers(operation, api.schemas, source)}`,
  ];
  return {
    kind: "const",
    exported: true,
    name: routeName(operation),
    docs: code`What a server knows of \`${ident(operation.name)}\`.`,
    type: code`${typeFrom("runtime/route", "Route")}<${typeFrom(module, operation.paramsType)}, ${typeFrom(module, operation.responsesType)}>`,
    value: object(entries),
  };
}

const object = (entries: readonly Code[]): Code => code`{ ${join(entries, ", ")} }`;

/** A server that is not named, or only by its path, can be anywhere. */
const baseUrl = ({ server }: Api): string => (/^https?:\/\//.test(server) ? server : `*${server}`);

/** The first documented success; where there is none, what stands for it. */
function usualStatus({ responses }: Operation): number {
  const exact = responses.flatMap(({ status }) => (/^\d+$/.test(status) ? [Number(status)] : []));
  const success = exact.find((each) => each >= 200 && each < 300);
  const open = responses.some(({ status }) => status === "2XX" || status === "default");
  return success ?? (open ? 200 : (exact.find((each) => each >= 300) ?? 200));
}

function printParameter(
  parameter: Parameter,
  operation: Operation,
  resource: Resource,
  table: SchemaTable,
  { inline, converters }: Source,
): Code {
  const { name, property, required, schema, arrays } = parameter;
  const reads = textRules([schema], table);
  const rules = printTextRules(reads);
  const own = inline.get(parameter);
  const converter = converters.ofParameter(parameter, operation, resource);
  const validator = isPureRef(schema)
    ? validatorValue(named(table, schema.ref))
    : valueFrom(parametersModule(resource), own ?? "");
  return object([
    code`in: ${str(parameter.in)}`,
    code`name: ${str(name)}`,
    ...(property === name ? [] : [code`property: ${str(property)}`]),
    ...(required ? [code`required: true`] : []),
    ...(rules === undefined ? [] : [code`reads: ${rules}`]),
    ...(arrays === "joined" && reads.items !== undefined ? [code`joined: true`] : []),
    ...(converter === undefined ? [] : [code`read: ${converter}.read`]),
    code`validator: ${validator}`,
  ]);
}

function printBody({ body }: Operation, table: SchemaTable, converters: Converters): Code | undefined {
  if (body === undefined) return undefined;
  const { pointer, mediaType, codec, schema } = body.content;
  const { fields, others } = codec === "form" && schema !== undefined ? printFieldRules(schema, table) : {};
  return object([
    code`place: ${place(pointer)}`,
    code`type: ${str(mediaType)}`,
    code`codec: ${str(codec)}`,
    ...(body.required ? [code`required: true`] : []),
    ...printReader(body.content, converters),
    ...(schema?.ref === undefined ? [] : [code`validator: ${validatorValue(named(table, schema.ref))}`]),
    ...(fields === undefined ? [] : [code`fields: ${fields}`]),
    ...(others === undefined ? [] : [code`others: ${others}`]),
  ]);
}

/** What makes values of a body; JSON with long integers is read in one go. */
function printReader({ codec, schema }: Content, converters: Converters): readonly Code[] {
  const converter = converters.ofContent(schema);
  if (converter === undefined || schema === undefined) return [];
  if (codec !== "json" || !converters.holdsBigints(schema)) return [code`read: ${converter}.read`];
  return [code`parse: (text) => ${valueFrom("runtime/lossless-json", "parseLossless")}(text, ${converter})`];
}

/** What writes the values of a body. */
function printWriter({ codec, schema }: Content, converters: Converters): readonly Code[] {
  const converter = converters.ofContent(schema);
  if (converter === undefined || schema === undefined) return [];
  const exact = codec === "json" && converters.holdsBigints(schema);
  return [
    code`write: ${converter}.write`,
    ...(exact ? [code`stringify: ${valueFrom("runtime/lossless-json", "losslessText")}`] : []),
  ];
}

function printAnswers({ responses }: Operation, table: SchemaTable, source: Source): Code {
  return object(
    responses.map(({ status, content }) =>
      content === undefined
        ? code`${statusKey(status)}: {}`
        : code`${statusKey(status)}: ${printAnswer(content, table, source)}`,
    ),
  );
}

function printAnswer(content: Content, table: SchemaTable, { hasFixture, converters }: Source): Code {
  const { codec, schema } = content;
  return object([
    code`type: ${str(concreteType(content))}`,
    ...(codec === "text" || codec === "binary" ? [code`codec: ${str(codec)}`] : []),
    ...printWriter(content, converters),
    ...(schema?.ref !== undefined && hasFixture(schema.ref)
      ? [code`make: ${factoryValue(named(table, schema.ref))}`]
      : []),
  ]);
}

/** A media type that an answer can have, where the description only gives a range of them. */
function concreteType({ mediaType, codec }: Content): string {
  if (!mediaType.includes("*")) return mediaType;
  return codec === "json" ? "application/json" : codec === "text" ? "text/plain" : "application/octet-stream";
}
