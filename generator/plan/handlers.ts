/**
 * Plans the checks, which know what requests and answers of an operation must be like, and on top of them the routes:
 * what a server must know to read the requests and to answer them.
 */
import {
  type Code,
  type Import,
  code,
  ident,
  join,
  literal,
  str,
  typeFrom,
  valueFrom,
} from "../code/code.js";
import type { ConstDeclaration, Declaration, Module } from "../code/module.js";
import { type Api, type Operation, type Resource, operationsOf } from "../model/api.js";
import { type Parameter, explodesByDefault, locationStyles } from "../model/parameter.js";
import { type Content, byPreference, isFormData, isStream, takesContentType } from "../model/content.js";
import { NameTable, pascalCase } from "../model/names.js";
import {
  type NamedSchema,
  type Schema,
  type SchemaId,
  type SchemaTable,
  isPureRef,
  named,
} from "../model/schema.js";
import { factoryValue, validatorValue } from "../print/symbols.js";
import { printType } from "../print/type.js";
import { type StepsOf, validatorPrinter } from "../print/validator.js";
import { placeOf, stepsOf } from "../validate/steps-of.js";
import { moreConcrete } from "./concrete-paths.js";
import { printFieldRules, printPartRules, printTextRules, textRules, valueRules } from "./text-rules.js";
import { contentResponses, statusKey } from "./contents.js";
import type { Converters, Owner } from "./converters.js";
import { partOptions } from "./written-encodings.js";
import { xmlRoot } from "./xml.js";

/** Whether a fixture can be made of a schema. */
export type HasFixture = (id: SchemaId) => boolean;

/** Two modules a resource, and one for the validators of its parameters that have no schema with a name. */
export function planHandlers(api: Api, hasFixture: HasFixture, converters: Converters): readonly Module[] {
  const steps = stepsOf(api.schemas);
  return api.resources.flatMap((resource) => {
    const inline = nameInline(resource.operations);
    const checks: Module = {
      path: checksModule(resource),
      declarations: resource.operations.map((each) =>
        declareChecks(each, resource, inline, api.schemas, converters),
      ),
    };
    const routes: Module = {
      path: `handlers/${resource.file}`,
      declarations: resource.operations.map((each) =>
        declareRoute(each, resource, api, { hasFixture, converters }),
      ),
    };
    const parameters = inline.size === 0 ? [] : [planParameters(resource, inline, api.schemas, steps)];
    return [...parameters, checks, routes];
  });
}

/** The constant that holds the route of an operation. */
export const routeName = (operation: Operation): string => `${operation.name}Route`;

/** The constant that holds the checks of an operation. */
export const checksName = (operation: Operation): string => `${operation.name}Checks`;

/** The module that holds the checks of a resource's operations. */
export const checksModule = (resource: Resource): string => `checks/${resource.file}`;

/** The names of the validators of parameters whose schema has no name of its own. */
export type Inline = ReadonlyMap<Parameter, string>;

/** An operation, or a webhook that comes with parameters. */
export type Parameterized = Pick<Operation, "name" | "parameters">;

export function nameInline(operations: readonly Parameterized[]): Inline {
  const names = new NameTable(undefined);
  return new Map(
    operations.flatMap((operation) =>
      operation.parameters
        .filter((each) => !isPureRef(each.schema))
        .map((each) => {
          const wish = operation.name + pascalCase(each.property);
          return [each, names.claim([wish], `${operation.name} ${each.in} ${each.name}`)] as const;
        }),
    ),
  );
}

const parametersModule = (owner: Owner): string =>
  owner === "receivers" ? "webhooks/parameters" : `checks/parameters/${owner.file}`;

/** The validators of parameters whose schema has no name of its own. */
export function planParameters(owner: Owner, inline: Inline, table: SchemaTable, steps: StepsOf): Module {
  const schemas = [...inline].map(([{ schema }, name]): NamedSchema => ({
    id: schema.pointer,
    name,
    factory: name,
    file: name,
    schema,
  }));
  const printer = validatorPrinter(table, schemas, steps);
  const validators = schemas.map((each): ConstDeclaration => ({
    kind: "const",
    exported: true,
    name: each.name,
    type: code`${typeFrom("runtime/validator", "Validator")}<${printType(each.schema, table)}>`,
    value: code`/* @__PURE__ */ ${valueFrom("runtime/validator", "validator")}(${place(placeOf(each.schema, table))}, ${printer.print(each)})`,
  }));
  return { path: parametersModule(owner), declarations: [...printer.hoisted, ...validators] };
}

const place = (pointer: string): Code => str(`#${pointer}`);

function declareChecks(
  operation: Operation,
  resource: Resource,
  inline: Inline,
  table: SchemaTable,
  converters: Converters,
): Declaration {
  const body = printBody(operation, table, converters);
  const entries = [
    code`method: ${str(operation.verb)}`,
    code`path: ${str(operation.path)}`,
    code`parameters: ${printParameters(operation, resource, inline, table, converters)}`,
    ...(body === undefined ? [] : [code`body: ${body}`]),
    ...(contentResponses(operation).length === 0
      ? []
      : [code`responses: ${valueFrom(`validators/operations/${resource.file}`, operation.responsesType)}`]),
  ];
  return {
    kind: "const",
    exported: true,
    name: checksName(operation),
    docs: code`What calls of \`${ident(operation.name)}\` send and get.`,
    type: code`${typeFrom("runtime/route", "OperationChecks")}`,
    value: object(entries),
  };
}

/** What answers are made of. */
interface AnswerSource {
  readonly hasFixture: HasFixture;
  readonly converters: Converters;
}

function declareRoute(operation: Operation, resource: Resource, api: Api, source: AnswerSource): Declaration {
  const module = `operations/${resource.file}`;
  const rivals = operationsOf(api).filter((each) => each.verb === operation.verb);
  const except = moreConcrete(
    operation.path,
    rivals.map((each) => each.path),
  );
  const checks = valueFrom(checksModule(resource), checksName(operation));
  const entries = [
    ...(except.length === 0 ? [] : [code`except: ${literal([...except])}`]),
    code`baseUrl: ${str(baseUrl(operation.server ?? api.server))}`,
    code`status: ${literal(usualStatus(operation))}`,
    code`answers: ${printAnswers(operation, api.schemas, source)}`,
  ];
  return {
    kind: "const",
    exported: true,
    name: routeName(operation),
    docs: code`What a server knows of \`${ident(operation.name)}\`.`,
    type: code`${typeFrom("runtime/route", "Route")}<${typeFrom(module, operation.paramsType)}, ${typeFrom(module, operation.responsesType)}>`,
    value: code`/* @__PURE__ */ ${valueFrom("runtime/route", "route")}(${checks}, ${object(entries)})`,
  };
}

const object = (entries: readonly Code[]): Code => code`{ ${join(entries, ", ")} }`;

/** A server that is not named, or only by its path, can be anywhere. */
const baseUrl = (server: string): string => (/^https?:\/\//.test(server) ? server : `*${server}`);

/** The first documented success; where there is none, what stands for it. */
function usualStatus({ responses }: Operation): number {
  const exact = responses.flatMap(({ status }) => (/^\d+$/.test(status) ? [Number(status)] : []));
  const success = exact.find((each) => each >= 200 && each < 300);
  const open = responses.some(({ status }) => status === "2XX" || status === "default");
  return success ?? (open ? 200 : (exact.find((each) => each >= 300) ?? 200));
}

/** How a server reads the parameters of a request. */
export function printParameters(
  operation: Parameterized,
  owner: Owner,
  inline: Inline,
  table: SchemaTable,
  converters: Converters,
): Code {
  const printed = operation.parameters.map((each) => {
    const converter = converters.ofParameter(each, operation, owner);
    const conversion = printConversion(each.json, each.schema, converter, converters);
    return printParameter(each, owner, inline, table, conversion);
  });
  return code`[${join(printed, ", ")}]`;
}

function printParameter(
  parameter: Parameter,
  owner: Owner,
  inline: Inline,
  table: SchemaTable,
  conversion: readonly Code[],
): Code {
  const { name, property, required, schema, json } = parameter;
  const rules = json ? undefined : printTextRules(valueRules([schema], table));
  const own = inline.get(parameter);
  const validator = isPureRef(schema)
    ? validatorValue(named(table, schema.ref))
    : valueFrom(parametersModule(owner), own ?? "");
  return object([
    code`in: ${str(parameter.in)}`,
    code`name: ${str(name)}`,
    ...(property === name ? [] : [code`property: ${str(property)}`]),
    ...(required ? [code`required: true`] : []),
    ...printSerialization(parameter),
    ...(rules === undefined ? [] : [code`reads: ${rules}`]),
    ...conversion,
    code`validator: ${validator}`,
  ]);
}

/** What is not the usual way of the place, as far as it makes a difference. */
function printSerialization(parameter: Parameter): readonly Code[] {
  const { style, explode, json, objects, arrays } = parameter;
  if (json) return [code`json: true`];
  const usual = locationStyles[parameter.in][0];
  const isUsual = explode === explodesByDefault(style) || style === "deepObject" || !(objects || arrays);
  return [
    ...(style === usual ? [] : [code`style: ${str(style)}`]),
    ...(isUsual ? [] : [code`explode: ${literal(explode)}`]),
  ];
}

/** What makes values of what stands in a request. */
function printConversion(
  mayHoldJson: boolean,
  schema: Schema | undefined,
  converter: Code | undefined,
  { holdsBigints }: Converters,
): readonly Code[] {
  if (converter === undefined || schema === undefined) return [];
  if (!mayHoldJson || !holdsBigints(schema)) return [code`convert: ${converter}.read`];
  const lossless = (name: string): Import => valueFrom("runtime/lossless-json", name);
  return [
    code`parse: ${lossless("parseExact")}`,
    code`convert: ${lossless("readingLossless")}(${converter})`,
  ];
}

/** How a server reads a body. */
export function printBody(
  { body }: Pick<Operation, "body">,
  table: SchemaTable,
  converters: Converters,
): Code | undefined {
  if (body === undefined) return undefined;
  return object([
    ...(body.required ? [code`required: true`] : []),
    ...(takesContentType(body) ? [code`chosen: true`] : []),
    code`contents: [${join(
      byPreference(body.contents).map((each) => printContent(each, table, converters)),
      ", ",
    )}]`,
  ]);
}

function printContent(content: Content, table: SchemaTable, converters: Converters): Code {
  const { pointer, mediaType, codec, schema } = content;
  const texts = schema && printTextRules(textRules([schema], table));
  const { fields, others, isStyled = false } = fieldRules(content, table);
  return object([
    code`place: ${place(pointer)}`,
    code`type: ${str(mediaType)}`,
    code`read: ${isStyled ? valueFrom("runtime/read-styled-form", "readStyledForm") : readerOf(content, table)}`,
    ...printConversion(codec !== "text" && codec !== "xml", schema, converters.ofContent(schema), converters),
    ...(schema?.ref === undefined ? [] : [code`validator: ${validatorValue(named(table, schema.ref))}`]),
    ...(isStream(content) ? [code`series: true`] : []),
    ...(codec === "text" && texts !== undefined ? [code`reads: ${texts}`] : []),
    ...(fields === undefined ? [] : [code`fields: ${fields}`]),
    ...(others === undefined ? [] : [code`others: ${others}`]),
  ]);
}

function fieldRules(content: Content, table: SchemaTable): Partial<ReturnType<typeof printFieldRules>> {
  const { codec } = content;
  if (codec === "form" || (codec === "multipart" && isFormData(content)))
    return printFieldRules(content, table);
  return codec === "multipart" || codec === "parts" ? printPartRules(content, table) : {};
}

/** What reads the body of a request. */
function readerOf(content: Content, table: SchemaTable): Code | Import {
  const { codec } = content;
  switch (codec) {
    case "json":
      return valueFrom("runtime/read-contents", "readJson");
    case "text":
      return valueFrom("runtime/read-contents", "readText");
    case "binary":
      return valueFrom("runtime/read-contents", "readBytes");
    case "form":
      return valueFrom("runtime/read-form", "readForm");
    case "multipart":
      return isFormData(content)
        ? valueFrom("runtime/read-multipart", "readMultipart")
        : valueFrom("runtime/read-parts", "readNamedParts");
    case "parts":
      return valueFrom("runtime/read-parts", "readListedParts");
    case "jsonl":
      return valueFrom("runtime/read-json-lines", "readJsonLines");
    case "xml":
      return code`${valueFrom("runtime/xml-contents", "readXml")}(${xmlRoot(content, table)})`;
    case "events":
      throw new Error(`bug: no request is read as ${codec}`);
  }
}

function printAnswers({ responses }: Operation, table: SchemaTable, source: AnswerSource): Code {
  return object(
    responses.map(({ status, contents }) => {
      const answers = byPreference(contents).map((each) => printAnswer(each, table, source));
      return code`${statusKey(status)}: [${join(answers, ", ")}]`;
    }),
  );
}

function printAnswer(content: Content, table: SchemaTable, { hasFixture, converters }: AnswerSource): Code {
  const { codec, schema } = content;
  const converter = converters.ofContent(schema);
  const isExact =
    schema !== undefined && codec !== "text" && codec !== "xml" && converters.holdsBigints(schema);
  return object([
    code`type: ${str(concreteType(content))}`,
    ...(converter === undefined ? [] : [code`convert: ${converter}.write`]),
    ...(isExact ? [code`stringify: ${valueFrom("runtime/lossless-json", "losslessText")}`] : []),
    ...(codec === "json" ? [] : [code`write: ${answerWriter(content, table)}`]),
    ...(schema?.ref !== undefined && hasFixture(schema.ref)
      ? [code`${isStream(content) ? code`item` : code`make`}: ${factoryValue(named(table, schema.ref))}`]
      : []),
  ]);
}

/** What writes the body of an answer. */
function answerWriter(content: Content, table: SchemaTable): Code | Import {
  const { codec } = content;
  switch (codec) {
    case "jsonl":
      return valueFrom("runtime/write-answer", "writeLines");
    case "events":
      return valueFrom("runtime/write-answer", "writeEvents");
    case "text":
    case "binary":
      return valueFrom("runtime/write-answer", "writeRaw");
    case "xml":
      return code`${valueFrom("runtime/xml-contents", "writeXml")}(${xmlRoot(content, table)})`;
    case "multipart":
      return code`${valueFrom("runtime/write-parts", "writeNamedParts")}(${partOptions(content) ?? code``})`;
    case "parts":
      return valueFrom("runtime/write-parts", "writeListedParts");
    case "json":
    case "form":
      throw new Error(`bug: no answer is written as ${codec}`);
  }
}

/** A media type that an answer can have, where the description only gives a range of them. */
function concreteType({ mediaType, codec }: Content): string {
  if (!mediaType.includes("*")) return mediaType;
  return codec === "json" ? "application/json" : codec === "text" ? "text/plain" : "application/octet-stream";
}
