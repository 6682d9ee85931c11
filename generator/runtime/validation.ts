/** Validation at the edge: what calls send and get is checked while they are under way. */
import type { Answers, Decode, OperationRequest, Validation } from "./client.js";
import { empty, loose } from "./decode.js";
import type { ServerSentEvent } from "./events.js";
import { Issue } from "./issue.js";
import { covers } from "./media-type.js";
import { ofStatus } from "./of-status.js";
import { type Part, issuesOf } from "./request-part.js";
import type { HeaderChecks, OperationChecks, RouteBody, RouteContent, SeriesChecks } from "./route.js";
import { tolerant } from "./tolerant.js";
import { ValidationError, type Validator } from "./validator.js";

/** How strictly is checked: everything counts; unknown properties and enum members are only reported; or nothing is. */
export type Strictness = "strict" | "tolerant" | "off";

/** How strictly calls are checked. */
export interface ValidationOptions {
  /** Of parameters and bodies; strict unless it is given. */
  readonly request?: Strictness;
  /** Of answers; tolerant unless it is given, because servers are sometimes newer than their description. */
  readonly response?: Strictness;
  /** Is told of everything that is tolerated. */
  readonly report?: (issue: Issue, exchange: Exchange) => void;
}

/** Where an issue was seen. */
export interface Exchange {
  readonly method: string;
  /** The path of the operation, its parameters in braces. */
  readonly path: string;
  /** Of an answer. */
  readonly status?: number;
}

/** An answer is not as the description says. */
export class ResponseValidationError extends ValidationError {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;

  constructor(
    request: string,
    issues: readonly Issue[],
    { status, headers, body }: { readonly status: number; readonly headers: Headers; readonly body: unknown },
  ) {
    super(issues);
    this.message = `${request} answered ${status}:\n${this.message}`;
    this.name = "ResponseValidationError";
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

/** Checks the calls of the operations whose checks it is given: for `validation` of a client or of a call. */
export function validation(
  checks: OperationChecks | readonly OperationChecks[],
  { request = "strict", response = "tolerant", report }: ValidationOptions = {},
): Validation {
  const table = new Map([checks].flat().map((each) => [keyOf(each), each]));

  function checkRequest({ method, path, params = {} }: OperationRequest): void {
    const found = request === "off" ? undefined : table.get(keyOf({ method, path }));
    const issues = membersOf(found, params).flatMap((member) => {
      const { name, required, place } = member;
      const tell = (issue: Issue): void => {
        issue.within(name, place);
        report?.(issue, { method, path });
      };
      const value = (params as Readonly<Record<string, unknown>>)[name];
      const issues =
        value === undefined ? [] : [...checked(member, value, request, tell), ...filesIn(member, value)];
      const read = { value, issues };
      return issuesOf({ name, required, place, read });
    });
    if (issues.length === 0) return;
    const error = new ValidationError(issues);
    error.message = `${keyOf({ method, path })}:\n${error.message}`;
    throw error;
  }

  function checkAnswer(
    { method, path, headerValues }: OperationRequest,
    answer: Response,
    body: unknown,
    isSilent: boolean,
  ): unknown {
    const { status, headers } = answer;
    const found = response === "off" ? undefined : table.get(keyOf({ method, path }));
    const tell = (issue: Issue): void => report?.(issue, { method, path, status });
    const fail = (issues: readonly Issue[], value: unknown): void => {
      if (issues.length > 0)
        throw new ResponseValidationError(keyOf({ method, path }), issues, { status, headers, body: value });
    };
    const check = (validator: Validator<unknown> | undefined, value: unknown): void => {
      fail(checked({ validator }, value, response, tell), value);
    };
    const inHeaders = documented(found?.headers, status);
    if (inHeaders !== undefined)
      fail(headerIssues(inHeaders, headerValues?.(answer).headerValues ?? {}, response, tell), body);
    if (isSilent) return body;
    if (isSeries(body)) return checkedItems(body, documented(found?.series, status), check);
    check(documented(found?.responses, status), body);
    return body;
  }

  return (call) => {
    const { request } = call;
    checkRequest(request);
    const checking =
      (decode: Decode): Decode =>
      async (answer, call) =>
        checkAnswer(request, answer, await decode(answer, call), isSilent(decode));
    const checkedAnswers = Object.entries(request.answers).map(([status, decode]) => [
      status,
      checking(decode),
    ]);
    return { ...call, request: { ...request, answers: Object.fromEntries(checkedAnswers) as Answers } };
  };
}

/** Whether nothing is documented of the body that it reads: `default` does not speak of it then. */
const isSilent = (decode: Decode): boolean => decode === empty || decode === loose;

const keyOf = ({ method, path }: Pick<OperationRequest, "method" | "path">): string => `${method} ${path}`;

/** Of headers; one that is missing is only reported unless everything counts, because servers of mocks and other origins hide them. */
function headerIssues(
  rules: readonly HeaderChecks[],
  values: object,
  strictness: Strictness,
  tell: (issue: Issue) => void,
): readonly Issue[] {
  return rules.flatMap(({ name, required = false, place, validator }) => {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    const inside = (issue: Issue): Issue => {
      issue.within(name, place);
      issue.within("headerValues", "");
      return issue;
    };
    if (value !== undefined)
      return checked({ validator }, value, strictness, (issue) => tell(inside(issue))).map(inside);
    const missing = required ? [inside(new Issue(value, "required", undefined))] : [];
    if (strictness === "strict") return missing;
    missing.forEach(tell);
    return [];
  });
}

interface Checked {
  /** Bytes have none. */
  readonly validator: Validator<unknown> | undefined;
  /** The media type of a body, which may say what files in it are. */
  readonly content?: RouteContent | undefined;
  /** It is what each item of an array must be like. */
  readonly series?: boolean;
}

/** The issues that count; `tell` is told of the others. */
function checked(
  { validator, series = false }: Checked,
  value: unknown,
  strictness: Strictness,
  tell: (issue: Issue) => void,
): readonly Issue[] {
  if (validator === undefined) return [];
  if (series)
    return (Array.isArray(value) ? value : []).flatMap((item, i) => {
      const inside = (issue: Issue): Issue => (issue.within(i), issue);
      return checked({ validator }, item, strictness, (issue) => tell(inside(issue))).map(inside);
    });
  return (strictness === "strict" ? validator : tolerant(validator, tell)).check(value);
}

const filesIn = ({ content }: Checked, value: unknown): readonly Issue[] =>
  content?.files?.(content, value) ?? [];

/** What the object of parameters is made of. */
function membersOf(
  checks: OperationChecks | undefined,
  params: object,
): readonly (Omit<Part, "read"> & Checked)[] {
  const { parameters = [], body } = checks ?? {};
  return [
    ...parameters.map(({ name, property = name, required = false, validator }) => ({
      name: property,
      required,
      place: validator.run.place ?? "",
      validator,
    })),
    ...(body === undefined ? [] : [bodyOf(body, params)]),
  ];
}

/** The body as the media type that the caller chose. A series can be read only once, so it is looked at where it is an array. */
function bodyOf({ required, contents }: RouteBody, params: object): Omit<Part, "read"> & Checked {
  const { contentType } = params as { readonly contentType?: unknown };
  const content =
    contents.find(({ type }) => typeof contentType === "string" && covers(type, contentType)) ?? contents[0];
  return {
    name: "body",
    required: required ?? false,
    place: content?.place ?? "",
    validator: content?.validator,
    content,
    series: content?.series ?? false,
  };
}

/** Of a status: its own, that of its range, or that of all the rest. */
function documented<T>(all: Readonly<Record<string, T>> = {}, status: number): T | undefined {
  return ofStatus(all, status) ?? all["default"];
}

const isSeries = (body: unknown): body is AsyncIterable<unknown> =>
  typeof body === "object" && body !== null && Symbol.asyncIterator in body;

/** The same series, each item checked when it is asked for. */
async function* checkedItems(
  items: AsyncIterable<unknown>,
  { validator, events, loose }: Partial<SeriesChecks> = {},
  check: (validator: Validator<unknown> | undefined, value: unknown) => void,
): AsyncGenerator<unknown, void, undefined> {
  for await (const item of items) {
    const value = events ? (item as ServerSentEvent<unknown>).data : item;
    if (!(loose && typeof value === "string")) check(validator, value);
    yield item;
  }
}
