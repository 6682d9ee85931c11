/** Plans the routes: on top of an operation's checks, what a server must know to find it and to answer its requests. */
import {
  type Code,
  type Import,
  code,
  ident,
  join,
  literal,
  object,
  str,
  typeFrom,
  valueFrom,
} from "../code/code.js";
import type { Declaration, Module } from "../code/module.js";
import { type Api, type Operation, type Resource, operationsOf } from "../model/api.js";
import { type Content, byPreference, isStream, mayHoldJson } from "../model/content.js";
import { type SchemaId, type SchemaTable, named } from "../model/schema.js";
import { factoryValue } from "../print/symbols.js";
import { moreConcreteThan } from "./concrete-paths.js";
import { concreteType } from "./concrete-type.js";
import { statusKey } from "./contents.js";
import { type PageSource, printLastPage } from "./last-page.js";
import { checksModule, checksName } from "./operation-checks.js";
import { partOptions, placeEntries } from "./written-encodings.js";
import { xmlRoot } from "./xml.js";

/** Whether a fixture can be made of a schema. */
export type HasFixture = (id: SchemaId) => boolean;

/** What answers are made of. */
interface AnswerSource extends PageSource {
  readonly hasFixture: HasFixture;
}

/** One module a resource. */
export function planRoutes(api: Api, source: AnswerSource): readonly Module[] {
  const rivals = rivalsIn(api);
  return api.resources.map((resource) => ({
    path: routesModule(resource),
    declarations: resource.operations.map((each) => declareRoute(each, resource, rivals(each), api, source)),
  }));
}

/** For an operation, the paths of its method that a request for one of them must not be taken for. */
function rivalsIn(api: Api): (operation: Operation) => readonly string[] {
  const operations = operationsOf(api);
  const verbs = new Set(operations.map((each) => each.verb));
  const known = new Map(
    [...verbs].map((verb) => {
      const paths = operations.filter((each) => each.verb === verb).map((each) => each.path);
      return [verb, moreConcreteThan(paths)];
    }),
  );
  return ({ verb, path }) => known.get(verb)?.(path) ?? [];
}

/** The constant that holds the route of an operation. */
export const routeName = (operation: Operation): string => `${operation.name}Route`;

/** The module that holds the routes of a resource's operations. */
export const routesModule = (resource: Resource): string => `handlers/${resource.file}`;

function declareRoute(
  operation: Operation,
  resource: Resource,
  except: readonly string[],
  api: Api,
  source: AnswerSource,
): Declaration {
  const module = `operations/${resource.file}`;
  const checks = valueFrom(checksModule(resource), checksName(operation));
  const last = printLastPage(operation, api.schemas, source);
  const entries = [
    ...(except.length === 0 ? [] : [code`except: ${literal([...except])}`]),
    code`baseUrl: ${str(baseUrl(operation.server ?? api.server))}`,
    code`status: ${literal(usualStatus(operation))}`,
    code`answers: ${printAnswers(operation, api.schemas, source)}`,
    ...(last === undefined ? [] : [code`last: ${last}`]),
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

/** A server that is not named, or only by its path, can be anywhere. */
const baseUrl = (server: string): string => (/^https?:\/\//.test(server) ? server : `*${server}`);

/** The first documented success; where there is none, what stands for it. */
function usualStatus({ responses }: Operation): number {
  const exact = responses.flatMap(({ status }) => (/^\d+$/.test(status) ? [Number(status)] : []));
  const success = exact.find((each) => each >= 200 && each < 300);
  const open = responses.some(({ status }) => status === "2XX" || status === "default");
  return success ?? (open ? 200 : (exact.find((each) => each >= 300) ?? 200));
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
  const isExact = schema !== undefined && mayHoldJson(content) && converters.holdsBigints(schema);
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

/** What the parts of an answer have that is not as usual. */
const printPlaces = (content: Content): Code => {
  const places = placeEntries(content);
  return places.length === 0 ? code`` : object(places);
};

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
      return code`${valueFrom("runtime/write-parts", "writeListedParts")}(${printPlaces(content)})`;
    case "partSeries":
      return code`${valueFrom("runtime/write-parts", "writePartSeries")}(${printPlaces(content)})`;
    case "json":
    case "form":
      throw new Error(`bug: no answer is written as ${codec}`);
  }
}
