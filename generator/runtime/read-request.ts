/** From a request to the parameters that a call of its operation takes, and what is wrong with them. */
import { Issue } from "./issue.js";
import { memberReadings } from "./member-readings.js";
import { readBody } from "./read-body.js";
import { readings, readsObject } from "./readings.js";
import { type Part, issuesOf } from "./request-part.js";
import { type ParameterTexts, type RequestTexts, parameterTexts } from "./request-texts.js";
import type { OperationChecks, Route, RouteBody, RouteParameter } from "./route.js";
import { type Read, settled } from "./settled.js";
import { pathTexts } from "./url-pattern.js";

/** What a request is read with. */
export interface ReadOptions {
  /** Where the API is; the server of the description unless it is given. A `*` in front stands for every origin. */
  readonly baseUrl?: string;
  /** The cookies that the platform hides from the request's headers, by name. */
  readonly cookies?: Readonly<Record<string, string | readonly string[]>>;
}

/** The parameters of a request as a call takes them: by name, and the body as `body`. Reads the request's body. */
export async function readRequest<P, R>(
  route: Route<P, R>,
  request: Request,
  { baseUrl, cookies = {} }: ReadOptions,
): Promise<Read> {
  const styles = new Map(
    route.parameters.flatMap((each) => (each.in === "path" ? [[each.name, each.style]] : [])),
  );
  const path = pathTexts(route, new URL(request.url), baseUrl, styles);
  if (path === undefined) throw new TypeError(`${request.url} is not at ${route.path} of the API`);
  return readParts(route, request, path, cookies);
}

/** The same of a request whose path has been read. */
export async function readParts(
  { parameters, body }: Pick<OperationChecks, "parameters" | "body">,
  request: Request,
  path: RequestTexts["path"],
  cookies: RequestTexts["cookies"],
): Promise<Read> {
  const texts = { path, url: new URL(request.url), headers: request.headers, cookies };
  const parts: readonly Part[] = [
    ...parameters.map((each) => partOf(each, texts, parameters)),
    ...(body === undefined ? [] : await bodyParts(body, request)),
  ];
  const there = parts.filter(({ read }) => read.value !== undefined);
  return {
    value: Object.fromEntries(there.map(({ name, read }) => [name, read.value])),
    issues: parts.flatMap(issuesOf),
  };
}

function partOf(parameter: RouteParameter, texts: RequestTexts, others: readonly RouteParameter[]): Part {
  const { name, property = name, required = false, validator } = parameter;
  const found = parameterTexts(parameter, texts, others);
  const read = parameter.json ? readJson(found, parameter) : readTexts(found, parameter);
  return { name: property, required, place: validator.run.place ?? "", read };
}

const nothing: Read = { value: undefined, issues: [] };

/** An object first where members are there. */
function readTexts(found: ParameterTexts, parameter: RouteParameter): Read {
  const { reads = {} } = parameter;
  const { whole, parts, members } = found;
  const isObject = readsObject(reads);
  if (whole.length === 0 && !(isObject && members.size > 0)) return nothing;
  const texts = whole.length === 0 ? [] : readings(whole, parts, reads);
  const read = (wire: unknown): Read => readValue(parameter, wire);
  const object = isObject ? [settled(memberReadings(members, reads), read)] : [];
  const all = members.size > 0 ? [...object, ...texts.map(read)] : [...texts.map(read), ...object];
  return all.find((each) => each.issues.length === 0) ?? all[0] ?? nothing;
}

/** The value of what stands in the request. */
function readValue({ convert, validator }: RouteParameter, wire: unknown): Read {
  const value = convert === undefined ? wire : convert(wire);
  return { value, issues: validator.check(value) };
}

function readJson({ whole: [text] }: ParameterTexts, parameter: RouteParameter): Read {
  if (text === undefined) return nothing;
  const { parse = JSON.parse } = parameter;
  let wire: unknown;
  try {
    wire = parse(text);
  } catch {
    // JSON Schema 2020-12 Validation, section 8.4.
    return { value: text, issues: [new Issue(text, "contentMediaType", "application/json")] };
  }
  return readValue(parameter, wire);
}

/** The body, and its media type where a call says which it is. */
async function bodyParts(body: RouteBody, request: Request): Promise<readonly Part[]> {
  const { required = false, chosen, contents } = body;
  const place = contents[0]?.place ?? "";
  const read = await readBody(body, request);
  const type = { value: chosen && read.type, issues: [] };
  return [
    { name: "contentType", required: false, place, read: type },
    { name: "body", required, place, read },
  ];
}
