/** Plans `api.md`: everything that the package exports, one line an export, told from the plans of its modules. */
import { type Code, code, comment, ident, plainText } from "../code/code.js";
import { firstParagraph, prose } from "../code/markdown.js";
import type { Declaration, Module } from "../code/module.js";
import { byCodeUnit } from "../json.js";

/** What one subpath of the package leads to. */
export interface Entry {
  /** `.` or `./validators`. */
  readonly subpath: string;
  /** The module below `src`, without ending. */
  readonly module: string;
}

interface Export {
  readonly name: string;
  readonly kind: string;
  readonly docs: string;
}

/** The lines of `api.md` for one entry. */
export function exportsOf(entry: Entry, modules: readonly Module[]): readonly Code[] {
  const table = new Map(modules.map((each) => [each.path, each]));
  const found = new Map<string, Export>();
  for (const each of collect(entry.module, table, false)) {
    const known = found.get(each.name);
    found.set(each.name, known === undefined ? each : { ...each, kind: `${known.kind}, ${each.kind}` });
  }
  return [...found.values()].sort((a, b) => byCodeUnit(a.name, b.name)).map(printLine);
}

function printLine({ name, kind, docs }: Export): Code {
  const line = code`\`${ident(name)}\` (${comment(kind)})`;
  const text = firstParagraph(docs);
  return text === "" ? line : code`${line} — ${prose(text)}`;
}

function collect(path: string, table: ReadonlyMap<string, Module>, typeOnly: boolean): readonly Export[] {
  return (table.get(path)?.declarations ?? []).flatMap((each) => exportsOfDeclaration(each, table, typeOnly));
}

function exportsOfDeclaration(
  each: Declaration,
  table: ReadonlyMap<string, Module>,
  typeOnly: boolean,
): readonly Export[] {
  if (each.kind !== "export") {
    if (each.kind === "const" && !each.exported) return [];
    return [{ name: each.name, kind: kindNames[each.kind], docs: textOf(each.docs) }];
  }
  const types = typeOnly || each.typeOnly === true;
  if (each.names === undefined) return collect(each.module, table, types);
  const source = collect(each.module, table, types);
  return each.names.flatMap(({ name, alias }) => {
    const originals = source.filter((other) => other.name === name);
    const known =
      originals.length > 0
        ? originals
        : [{ name, ...(runtimeExports[name] ?? { kind: types ? "type" : "value", docs: "" }) }];
    return known.map((original) => ({ ...original, name: alias ?? name }));
  });
}

/** What the runtime declares and the package's entry passes on. */
const runtimeExports: Readonly<Record<string, Omit<Export, "name">>> = {
  AccessTokens: { kind: "type", docs: "Gives access tokens, and keeps each for as long as it is good." },
  Answering: { kind: "type", docs: "What a handler answers with: a status, a body with it, or a function." },
  ApiCall: {
    kind: "interface",
    docs: "A request under way: await it, or take its `result()` or its `response()`.",
  },
  ApiClient: { kind: "interface", docs: "What `createClient` makes and every operation takes first." },
  ApiError: { kind: "class", docs: "The server answered with an error status." },
  CallOptions: { kind: "interface", docs: "What one call can be told." },
  ClientOptions: { kind: "interface", docs: "What every client can be told." },
  Exchange: {
    kind: "interface",
    docs: "Where an issue was seen: the operation, and the status of an answer.",
  },
  ClientCredentials: {
    kind: "interface",
    docs: "What a client gets tokens with for itself (RFC 6749, section 4.4).",
  },
  Factory: { kind: "interface", docs: "Makes valid sample values of a type." },
  Case: { kind: "interface", docs: "A value that shows a rule of its schema." },
  FixtureOptions: { kind: "interface", docs: "What a fixture can be told." },
  HandledRequest: { kind: "interface", docs: "A valid request, as a function that answers it is given it." },
  HandlerOptions: { kind: "interface", docs: "What a handler can be told." },
  Infer: { kind: "type", docs: "The type that a validator validates." },
  Issue: { kind: "class", docs: "One thing that is wrong with a value." },
  JsonSchema: { kind: "type", docs: "A schema object of JSON Schema 2020-12." },
  LogEntry: { kind: "interface", docs: "A request and its answer, without anything secret." },
  LoggingOptions: { kind: "interface", docs: "What of requests is logged." },
  Messages: { kind: "type", docs: "Says what an issue means." },
  Middleware: {
    kind: "type",
    docs: "What a request passes through on its way, and its answer on the way back.",
  },
  OperationHandler: { kind: "interface", docs: "Makes a handler that answers the requests of an operation." },
  OperationChecks: { kind: "interface", docs: "What requests and answers of an operation must be like." },
  ResponseValidationError: { kind: "class", docs: "An answer is not as the description says." },
  RetryOptions: { kind: "interface", docs: "When and how often a request is sent again." },
  SchemaValidator: { kind: "interface", docs: "A validator of a type, with its JSON Schema." },
  Strictness: { kind: "type", docs: "How strictly is checked: `strict`, `tolerant` or `off`." },
  PersonalData: { kind: "type", docs: "The names of personal data, by operation." },
  PersonalNames: { kind: "type", docs: "The names by which an operation holds personal data." },
  RefreshToken: {
    kind: "interface",
    docs: "What a client gets tokens with for a user who allowed it to (RFC 6749, section 6).",
  },
  TokenError: { kind: "class", docs: "The token endpoint gave no token." },
  TokenRequest: { kind: "interface", docs: "What a token is asked for with." },
  TokenSource: { kind: "type", docs: "Gives a token before each request." },
  ValidationError: { kind: "class", docs: "Thrown by `parse`; it lists every issue." },
  ValidationOptions: { kind: "interface", docs: "How strictly calls are checked." },
  Validator: { kind: "interface", docs: "A validator of a type, and a Standard Schema." },
  Webhook: {
    kind: "interface",
    docs: "A webhook or callback: the validator of its payload, and of its answers by status.",
  },
  Receiver: {
    kind: "interface",
    docs: "How requests of a webhook or callback are read, and the validators of its answers by status.",
  },
  ResponseError: { kind: "class", docs: "The answer cannot be read." },
  english: { kind: "const", docs: "The messages in plain English." },
  isApiError: { kind: "function", docs: "Whether something thrown is the error answer of an operation." },
  logging: { kind: "function", docs: "Middleware that tells a log of each request and of its answer." },
  redacted: { kind: "function", docs: "A copy of a value without what goes by one of the names." },
  retry: {
    kind: "function",
    docs: "Middleware that sends requests again which failed for a reason that may pass.",
  },
  setMessages: { kind: "function", docs: "Replaces the text of all messages." },
  terse: { kind: "const", docs: "The messages before they are replaced." },
  validation: {
    kind: "function",
    docs: "Checks what calls send and get: for `validation` of a client or a call.",
  },
  timeout: {
    kind: "function",
    docs: "Middleware that gives up what takes longer than so many milliseconds.",
  },
  tolerant: { kind: "function", docs: "A validator that lets unknown properties and enum members pass." },
};

const kindNames = { interface: "interface", type: "type", const: "const", function: "function" } as const;

const textOf = (docs: Code | undefined): string => (docs === undefined ? "" : plainText(docs));
