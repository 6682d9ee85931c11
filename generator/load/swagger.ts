/**
 * Reads Swagger 2.0 as the OpenAPI 3.0 description that means the same, and so the documents of Swagger 2.0 that a description
 * of OpenAPI refers to; diagnostics keep the places of the file.
 */
import { type Diagnostic, diagnostic } from "../diagnostics.js";
import { documentPointer, documentsKey } from "../documents.js";
import { type Json, type JsonObject, isArray, isObject, joinPointer, member } from "../json.js";
import { resolveReference } from "../uri.js";
import type { Description } from "./documents.js";
import { before, follow, homeOf } from "./follow.js";
import {
  type Move,
  type Refuse,
  type Written,
  bodyOf,
  isBody,
  isField,
  parameterOf,
  textsIn,
} from "./swagger-parameter.js";
import { responseOf } from "./swagger-response.js";
import { type Refer, mapMembers, present, schemaOf, without } from "./swagger-schema.js";

export const isSwagger = ({ data }: Description): boolean => member(data, "swagger") !== undefined;

/** What every part is converted with. */
interface Context {
  readonly whole: Description;
  /** The document that says what its operations consume and produce. */
  readonly root: JsonObject;
  /** Its pointer, below which all that is converted will stand. */
  readonly home: string;
  readonly move: Move;
  readonly refuse: Refuse;
}

const verbs: readonly string[] = ["get", "put", "post", "delete", "options", "head", "patch"];

/** Where the sections of 2.0 are in 3.0. */
const sections: Readonly<Record<string, string>> = {
  definitions: "/components/schemas",
  responses: "/components/responses",
  securityDefinitions: "/components/securitySchemes",
};

interface Converted {
  readonly description: Description;
  readonly diagnostics: readonly Diagnostic[];
}

export function fromSwagger(whole: Description): Converted {
  const { data } = whole;
  if (!isObject(data)) return { description: whole, diagnostics: [] };
  return converting(whole, (common) => {
    // Without quotes it is a number in YAML.
    const { swagger } = data;
    if (swagger !== "2.0" && swagger !== 2) common.report("input-version", "/swagger", String(swagger));
    return documentOf({ ...common, whole, root: data, home: "" });
  });
}

/** The same of the other documents of a description of OpenAPI; all that they have stays where it is. */
export function documentsFromSwagger(whole: Description): Converted {
  const { data } = whole;
  const documents = member(data, documentsKey);
  if (!isObject(data) || !isObject(documents)) return { description: whole, diagnostics: [] };
  return converting(whole, (common) => ({
    ...data,
    [documentsKey]: mapMembers(documents, (each, name) =>
      isObject(each) && each["swagger"] !== undefined
        ? convertedInPlace({ ...common, whole, root: each, home: documentPointer(name) })
        : each,
    ),
  }));
}

/** What conversions tell of: what moved, and what is wrong. */
interface Common extends Pick<Context, "move" | "refuse"> {
  readonly report: (code: Diagnostic["code"], pointer: string, detail: string) => void;
}

function converting(whole: Description, convert: (common: Common) => Json): Converted {
  const diagnostics: Diagnostic[] = [];
  const report: Common["report"] = (code, pointer, detail) =>
    void diagnostics.push(diagnostic(code, whole.locate(pointer), detail));
  const moves = new Map<string, string>();
  const move: Move = (to, from) => void moves.set(to, from);
  const data = convert({ move, refuse: report, report });
  return {
    description: { ...whole, data, locate: (pointer) => whole.locate(before(pointer, moves)) },
    diagnostics,
  };
}

function documentOf(context: Context): JsonObject {
  const { root, move } = context;
  const { definitions, responses, securityDefinitions, paths, [documentsKey]: documents } = root;
  for (const [from, to] of Object.entries(sections)) move(to, `/${from}`);
  move("/servers", root["host"] === undefined ? "/basePath" : "/host");
  const refer = referrer(context, "");
  const converted = present({
    ...without(root, changed),
    servers: serversOf(root, root["schemes"]),
    paths: isObject(paths)
      ? mapMembers(paths, (each, path) => itemOf(context, each, joinPointer("/paths", path)))
      : paths,
    [documentsKey]: isObject(documents)
      ? mapMembers(documents, (each, name) => schemaOf(each, referrer(context, documentPointer(name))))
      : undefined,
  });
  const components = present({
    schemas: isObject(definitions) ? mapMembers(definitions, (each) => schemaOf(each, refer)) : definitions,
    responses: isObject(responses)
      ? mapMembers(responses, (each, name) =>
          responseAt(context, each, `/responses/${name}`, joinPointer("/components/responses", name), root),
        )
      : responses,
    securitySchemes: isObject(securityDefinitions)
      ? mapMembers(securityDefinitions, securitySchemeOf)
      : securityDefinitions,
  });
  return { openapi: "3.0.3", ...converted, components };
}

/** A document that keeps its sections, because references of others lead there. Bodies and forms are no parameters in 3.0. */
function convertedInPlace(context: Context): JsonObject {
  const { root, home, move, refuse } = context;
  const convert = (section: string, map: (value: Json, pointer: string) => Json): JsonObject => {
    const { [section]: value } = root;
    const at = joinPointer(home, section);
    return isObject(value)
      ? { [section]: mapMembers(value, (each, name) => map(each, joinPointer(at, name))) }
      : {};
  };
  const parameterAt = (value: Json, pointer: string): Json => {
    const found = written(context, value, pointer);
    return found === undefined || isBody(found) || isField(found)
      ? value
      : parameterOf(found, pointer, move, refuse);
  };
  const refer = referrer(context, home);
  return {
    ...root,
    ...convert("definitions", (each) => schemaOf(each, refer)),
    ...convert("parameters", parameterAt),
    ...convert("responses", (each, pointer) => responseAt(context, each, pointer, pointer, root)),
    ...convert("paths", (each, pointer) => itemOf(context, each, pointer)),
  };
}

/** What of the description 3.0 has not, or has elsewhere. */
const changed: readonly string[] = [
  ...["swagger", "host", "basePath", "schemes", "consumes", "produces", "parameters"],
  ...[...Object.keys(sections), "paths", documentsKey],
];

/** One for each scheme; without a host it is where the description is from. */
function serversOf({ host, basePath }: JsonObject, schemes: Json | undefined): Json {
  const path = typeof basePath === "string" && basePath !== "/" ? basePath.replace(/\/$/, "") : "";
  if (typeof host !== "string") return [{ url: path === "" ? "/" : path }];
  const all = textsIn(schemes);
  return (all.length === 0 ? ["https"] : all).map((scheme) => ({ url: `${scheme}://${host}${path}` }));
}

/**
 * References of a document as they lead to the same after the conversion: into sections that moved, and in full where they
 * are written into another document.
 */
function referrer({ whole }: Context, home: string, goal = home): Refer {
  const { data } = whole;
  const uri = whole.documents.find((each) => each.pointer === home)?.uri ?? whole.uri;
  return (ref) => {
    const target = resolveReference(ref, uri);
    if (target === undefined) return ref;
    const { uri: document, fragment } = target;
    if (document !== whole.uri) return home === goal ? ref : new URL(ref, uri).href;
    const [, section = "", rest = ""] = /^\/([^/]*)(.*)$/.exec(fragment) ?? [];
    const hasMoved =
      isSwagger(whole) && Object.hasOwn(sections, section) && member(data, section) !== undefined;
    const to = hasMoved ? sections[section] : undefined;
    const moved = `#${encodeURI(to === undefined ? fragment : to + rest)}`;
    return goal === "" ? moved : `${document}${moved}`;
  };
}

/** What a value is at the end of its references, wherever it stands. */
function written(context: Context, value: Json, pointer: string): Written | undefined {
  const found = follow(context.whole, value, pointer);
  return found && { ...found, refer: referrer(context, homeOf(found.pointer), context.home) };
}

/** One that is written elsewhere is brought here, because its operations need what only the description says. */
function itemOf(context: Context, value: Json, to: string): Json {
  const item = written(context, value, to);
  if (item === undefined) return value;
  if (item.pointer !== to) context.move(to, item.pointer);
  const shared = parametersOf(context, item.value["parameters"], joinPointer(item.pointer, "parameters"));
  return mapMembers(without(item.value, ["parameters"]), (each, key) =>
    verbs.includes(key) && isObject(each)
      ? operationOf(
          context,
          { ...item, value: each, pointer: joinPointer(item.pointer, key) },
          shared,
          joinPointer(to, key),
        )
      : each,
  );
}

/** A list of parameters. */
function parametersOf(context: Context, list: Json | undefined, pointer: string): readonly Written[] {
  return (isArray(list) ? list : []).flatMap((each, i) => {
    const at = joinPointer(pointer, i);
    const found = written(context, each, at);
    const ref = member(each, "$ref");
    if (found === undefined && typeof ref === "string")
      context.refuse("ref-unresolved", joinPointer(at, "$ref"), ref);
    else if (found === undefined)
      context.refuse("wrong-type", at, "a parameter is an object, or a reference to one");
    return found === undefined ? [] : [found];
  });
}

function operationOf(
  context: Context,
  { value, pointer }: Written,
  shared: readonly Written[],
  to: string,
): JsonObject {
  const { move, refuse, root } = context;
  const { parameters, consumes = root["consumes"], schemes, responses } = value;
  const own = parametersOf(context, parameters, joinPointer(pointer, "parameters"));
  const all = [...shared.filter((each) => !own.some((other) => replaces(other, each))), ...own];
  const plain = all.filter((each) => !isBody(each) && !isField(each));
  move(to, pointer);
  return present({
    ...without(value, ["parameters", "consumes", "produces", "schemes", "responses"]),
    servers: schemes === undefined ? undefined : serversOf(root, schemes),
    parameters: plain.map((each, i) => parameterOf(each, joinPointer(to, "parameters", i), move, refuse)),
    requestBody: bodyOf(all, textsIn(consumes), to, move, refuse),
    responses: isObject(responses)
      ? mapMembers(responses, (each, status) =>
          responseAt(
            context,
            each,
            joinPointer(pointer, "responses", status),
            joinPointer(to, "responses", status),
            value,
          ),
        )
      : responses,
  });
}

/** Swagger 2.0, Operation Object: by name and place; a body replaces a body. */
const replaces = (own: Written, shared: Written): boolean =>
  (isBody(own) || isField(own)) && isBody(shared)
    ? true
    : own.value["name"] === shared.value["name"] && own.value["in"] === shared.value["in"];

/** One of the description's own responses stays a reference, unless the operation produces something else; another document's is brought here. */
function responseAt(context: Context, value: Json, from: string, to: string, owner: JsonObject): Json {
  const { root, move, refuse } = context;
  const ref = member(value, "$ref");
  if (typeof ref === "string" && (owner === root || owner["produces"] === undefined)) {
    const moved = referrer(context, homeOf(from), context.home)(ref);
    if (moved.startsWith("#/components/responses/")) return { $ref: moved };
  }
  const response = written(context, value, from);
  if (response === undefined) return value;
  return responseOf(response, textsIn(owner["produces"] ?? root["produces"]), to, move, refuse);
}

/** Swagger 2.0, Security Scheme Object. */
function securitySchemeOf(value: Json): Json {
  if (!isObject(value)) return value;
  const { type, flow, authorizationUrl, tokenUrl, scopes = {}, ...rest } = value;
  if (type === "basic") return { ...rest, type: "http", scheme: "basic" };
  if (type !== "oauth2") return value;
  const name = typeof flow === "string" && Object.hasOwn(flows, flow) ? flows[flow] : undefined;
  const urls = present({ authorizationUrl, tokenUrl });
  return { ...rest, type, flows: name === undefined ? {} : { [name]: { ...urls, scopes } } };
}

const flows: Readonly<Record<string, string>> = {
  implicit: "implicit",
  password: "password",
  application: "clientCredentials",
  accessCode: "authorizationCode",
};
