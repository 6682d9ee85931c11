/** From a request to the parameters that a call of its operation takes, and what is wrong with them. */
import { Issue } from "./issue.js";
import { type Read, readBody } from "./read-body.js";
import { readings } from "./readings.js";
import { type RequestTexts, parameterTexts } from "./request-texts.js";
import type { Route, RouteBody, RouteParameter } from "./route.js";
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
  const url = new URL(request.url);
  const path = pathTexts(route, url, baseUrl);
  if (path === undefined) throw new TypeError(`${request.url} is not at ${route.path} of the API`);
  const texts = { path, url, headers: request.headers, cookies };
  const parts: readonly Part[] = [
    ...route.parameters.map((each) => partOf(each, texts)),
    ...(route.body === undefined ? [] : [await bodyPart(route.body, request)]),
  ];
  const there = parts.filter(({ read }) => read.value !== undefined);
  return {
    value: Object.fromEntries(there.map(({ name, read }) => [name, read.value])),
    issues: parts.flatMap(issuesOf),
  };
}

/** A member of the object of parameters. */
interface Part {
  readonly name: string;
  readonly required: boolean;
  /** Where the description speaks of it. */
  readonly place: string;
  readonly read: Read;
}

function partOf(parameter: RouteParameter, texts: RequestTexts): Part {
  const { name, property = name, required = false, reads = {}, read, validator } = parameter;
  const { whole, parts } = parameterTexts(parameter, texts);
  const part = { name: property, required, place: validator.run.place ?? "" };
  if (whole.length === 0) return { ...part, read: { value: undefined, issues: [] } };
  const wires = readings(whole, parts, reads);
  const values = read === undefined ? wires : wires.map(read);
  const value = values.find(validator.is) ?? values[0];
  return { ...part, read: { value, issues: validator.check(value) } };
}

async function bodyPart(body: RouteBody, request: Request): Promise<Part> {
  const { required = false, place } = body;
  return { name: "body", required, place, read: await readBody(body, request) };
}

/** The issues as seen from the object of parameters. */
function issuesOf({ name, required, place, read }: Part): readonly Issue[] {
  if (read.value === undefined && !required) return [];
  const issues = read.value === undefined ? [new Issue(undefined, "required", undefined)] : read.issues;
  for (const issue of issues) issue.within(name, place);
  return issues;
}
