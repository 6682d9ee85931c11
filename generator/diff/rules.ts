/** What a change means, rule by rule: for callers, who write requests and read answers, and for the parts of a package. */

/** What callers must do: change their code, nothing, or read. */
export type Level = "breaking" | "compatible" | "docs";

export type Area = "client" | "types" | "validators" | "fixtures" | "receivers";

/** Requests are written by callers, answers are read by them; what is no value belongs to neither. */
export type Direction = "request" | "response";

export interface DiffRule {
  readonly title: string;
  readonly why: string;
  /** One level for all, or one for each direction. */
  readonly level: Level | Readonly<Record<Direction, Level>>;
  readonly affects: readonly Area[];
}

const everything: readonly Area[] = ["client", "types", "validators", "fixtures"];
const values: readonly Area[] = ["types", "validators", "fixtures"];
const checks: readonly Area[] = ["validators", "fixtures"];

const narrower = { request: "breaking", response: "compatible" } as const;
const wider = { request: "compatible", response: "breaking" } as const;
const both = { request: "breaking", response: "breaking" } as const;
const neither = { request: "compatible", response: "compatible" } as const;

export const diffRules = {
  "operation-added": {
    title: "an operation is new",
    why: "Nothing calls it yet.",
    level: "compatible",
    affects: everything,
  },
  "operation-removed": {
    title: "an operation is gone",
    why: "Code that calls it no longer compiles.",
    level: "breaking",
    affects: everything,
  },
  "operation-renamed": {
    title: "the function of an operation has another name",
    why: "Code that imports it by the old name no longer compiles.",
    level: "breaking",
    affects: ["client", "fixtures"],
  },
  "operation-moved": {
    title: "an operation belongs to another resource",
    why: "Its method on the facade is found elsewhere.",
    level: "breaking",
    affects: ["client"],
  },
  "parameter-added": {
    title: "an optional parameter is new",
    why: "Calls without it are as they were.",
    level: "compatible",
    affects: ["client"],
  },
  "parameter-added-required": {
    title: "a required parameter is new",
    why: "Calls without it no longer compile.",
    level: "breaking",
    affects: ["client"],
  },
  "parameter-removed": {
    title: "a parameter is gone",
    why: "Calls that give it no longer compile.",
    level: "breaking",
    affects: ["client"],
  },
  "parameter-required": {
    title: "a parameter has become required",
    why: "Calls without it no longer compile.",
    level: "breaking",
    affects: ["client"],
  },
  "parameter-optional": {
    title: "a parameter has become optional",
    why: "Calls that give it are as they were.",
    level: "compatible",
    affects: ["client"],
  },
  "parameter-written-otherwise": {
    title: "a parameter is written in another style",
    why: "The package writes it; code that gives it stays as it is.",
    level: "compatible",
    affects: ["client"],
  },
  "parameter-renamed": {
    title: "a parameter has another name in the package",
    why: "Code that gives or reads it by the old name no longer compiles.",
    level: "breaking",
    affects: ["client", "receivers"],
  },
  "body-added": {
    title: "an operation takes an optional body now",
    why: "Calls without it are as they were.",
    level: "compatible",
    affects: ["client"],
  },
  "body-required": {
    title: "an operation needs a body now",
    why: "Calls without it no longer compile.",
    level: "breaking",
    affects: ["client"],
  },
  "body-optional": {
    title: "the body of an operation has become optional",
    why: "Calls that give it are as they were.",
    level: "compatible",
    affects: ["client"],
  },
  "body-removed": {
    title: "an operation takes no body any more",
    why: "Calls that give one no longer compile.",
    level: "breaking",
    affects: ["client"],
  },
  "media-type-added": {
    title: "a body can be of another media type as well",
    why: "In a request it is one more choice; an answer may now hold what code does not expect.",
    level: wider,
    affects: ["client", "types"],
  },
  "media-type-removed": {
    title: "a body is no longer of a media type",
    why: "Requests that chose it no longer compile; answers of it no longer come.",
    level: narrower,
    affects: ["client", "types"],
  },
  "part-types-narrowed": {
    title: "a part of a body can be of fewer media types",
    why: "Requests with parts of the others are refused.",
    level: narrower,
    affects: ["client", "receivers"],
  },
  "part-types-widened": {
    title: "a part of a body can be of more media types",
    why: "Code that reads it must expect the new ones.",
    level: wider,
    affects: ["client", "receivers"],
  },
  "part-written-otherwise": {
    title: "a part of a body is written otherwise",
    why: "The package writes and reads it; code stays as it is.",
    level: neither,
    affects: ["client", "receivers"],
  },
  "status-added": {
    title: "an answer is documented that was not",
    why: "An error that was of an unknown body has a type now.",
    level: "compatible",
    affects: ["client", "validators", "fixtures"],
  },
  "success-added": {
    title: "a success is documented that was not",
    why: "Awaiting a call may now give another body than before.",
    level: "breaking",
    affects: ["client", "validators", "fixtures"],
  },
  "status-removed": {
    title: "an answer is no longer documented",
    why: "Code that narrows by its status no longer compiles.",
    level: "breaking",
    affects: ["client", "validators", "fixtures"],
  },
  "paging-added": {
    title: "an operation goes through pages now",
    why: "Calls that await one page are as they were.",
    level: "compatible",
    affects: ["client"],
  },
  "paging-removed": {
    title: "an operation no longer goes through pages",
    why: "Code that iterates over its items or pages no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "paging-items-moved": {
    title: "pages hold their items elsewhere",
    why: "Code that iterates over items gets those of another place.",
    level: "breaking",
    affects: ["client"],
  },
  "paging-changed": {
    title: "the next page is found otherwise",
    why: "The package finds it; code that iterates stays as it is.",
    level: "compatible",
    affects: ["client"],
  },
  "header-added": {
    title: "a header of an answer is documented that was not",
    why: "Nothing reads it yet.",
    level: "compatible",
    affects: ["client"],
  },
  "header-removed": {
    title: "a header of an answer is no longer documented",
    why: "Code that reads it no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "header-optional": {
    title: "a header of an answer has become optional",
    why: "Code that reads it must expect that it is not there.",
    level: "breaking",
    affects: ["client"],
  },
  "header-required": {
    title: "a header of an answer has become required",
    why: "Answers surely have it.",
    level: "compatible",
    affects: ["client"],
  },
  "header-read-otherwise": {
    title: "a header of an answer is read in another way",
    why: "The package reads it; what code gets of it is told of its type.",
    level: "compatible",
    affects: ["client"],
  },
  "webhook-added": {
    title: "a webhook or callback is new",
    why: "Nothing receives it yet.",
    level: "compatible",
    affects: ["receivers"],
  },
  "webhook-removed": {
    title: "a webhook or callback is gone",
    why: "Code that receives it no longer compiles.",
    level: "breaking",
    affects: ["receivers"],
  },
  "webhook-renamed": {
    title: "a webhook or callback has another name in the package",
    why: "Code that imports it by the old name no longer compiles.",
    level: "breaking",
    affects: ["receivers"],
  },
  "webhook-method-changed": {
    title: "a webhook or callback comes by another method",
    why: "What the package makes of it takes no requests of the old one; servers must route the new one.",
    level: "breaking",
    affects: ["receivers"],
  },
  "payload-added": {
    title: "a webhook has a payload that is described",
    why: "Code that receives it gets a payload that it did not ask for.",
    level: "compatible",
    affects: ["receivers"],
  },
  "payload-removed": {
    title: "a webhook no longer has a payload that is described",
    why: "Code that reads it no longer compiles.",
    level: "breaking",
    affects: ["receivers"],
  },
  "webhook-parameter-added": {
    title: "a webhook comes with another parameter",
    why: "Nothing reads it yet.",
    level: "compatible",
    affects: ["receivers"],
  },
  "webhook-parameter-removed": {
    title: "a webhook no longer comes with a parameter",
    why: "Code that reads it no longer compiles.",
    level: "breaking",
    affects: ["receivers"],
  },
  "webhook-parameter-optional": {
    title: "a parameter of a webhook has become optional",
    why: "Code that reads it must expect that it is not there.",
    level: "breaking",
    affects: ["receivers"],
  },
  "webhook-parameter-required": {
    title: "a parameter of a webhook has become required",
    why: "It surely comes.",
    level: "compatible",
    affects: ["receivers"],
  },
  "webhook-parameter-read-otherwise": {
    title: "a parameter of a webhook is read in another style",
    why: "The package reads it; code gets the same.",
    level: "compatible",
    affects: ["receivers"],
  },
  "answer-added": {
    title: "a webhook can be answered by another status",
    why: "Answers that were given are as they were.",
    level: "compatible",
    affects: ["receivers"],
  },
  "answer-removed": {
    title: "a webhook is no longer answered by a status",
    why: "Code that answers by it no longer compiles.",
    level: "breaking",
    affects: ["receivers"],
  },
  "security-changed": {
    title: "an operation asks for other credentials",
    why: "A client without them can no longer call it.",
    level: "breaking",
    affects: ["client"],
  },
  "server-changed": {
    title: "requests go to another base URL unless one is given",
    why: "Code stays as it is, and reaches another server.",
    level: "compatible",
    affects: ["client"],
  },
  "base-url-required": {
    title: "the description no longer says where the API is",
    why: "Clients that are made without a base URL no longer compile.",
    level: "breaking",
    affects: ["client"],
  },
  "server-added": {
    title: "a server is new",
    why: "Nothing goes there yet.",
    level: "compatible",
    affects: ["client"],
  },
  "server-removed": {
    title: "a server is gone",
    why: "Code that names it no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "server-renamed": {
    title: "a server has another name in the package",
    why: "Code that names it by the old name no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "server-url-changed": {
    title: "a server is at another URL",
    why: "Code that names it stays as it is, and reaches another URL.",
    level: "compatible",
    affects: ["client"],
  },
  "server-variables-narrowed": {
    title: "the variables of a server take less",
    why: "Code that gives their values, or none, no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "server-variables-widened": {
    title: "the variables of a server take more, or have other defaults",
    why: "Code that gives their values stays as it is.",
    level: "compatible",
    affects: ["client"],
  },
  "credentials-added": {
    title: "a client can be given other credentials",
    why: "Clients without them are as they were.",
    level: "compatible",
    affects: ["client"],
  },
  "credentials-removed": {
    title: "a client is no longer given some credentials",
    why: "Code that gives them no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "credentials-changed": {
    title: "credentials are of another kind",
    why: "Code that gives them as they were may not compile any more, or is refused.",
    level: "breaking",
    affects: ["client"],
  },
  "credentials-regrouped": {
    title: "`auth` is one credential where it was several by name, or the other way around",
    why: "Code that gives it as it was no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "credentials-sent-otherwise": {
    title: "credentials stand elsewhere in requests, or are got elsewhere",
    why: "The package sends them; code that gives them stays as it is.",
    level: "compatible",
    affects: ["client"],
  },
  "schema-removed": {
    title: "a named schema is gone",
    why: "Code that imports its type, validator or fixture no longer compiles.",
    level: "breaking",
    affects: values,
  },
  "schema-added": {
    title: "a named schema is new",
    why: "Nothing uses it yet.",
    level: "compatible",
    affects: values,
  },
  "schema-renamed": {
    title: "a schema has another name in the package",
    why: "Code that imports it by the old name no longer compiles.",
    level: "breaking",
    affects: values,
  },
  "schema-split": {
    title: "a schema has a type of its own for requests",
    why: "What requests lack, or have alone, is told of its properties.",
    level: "compatible",
    affects: values,
  },
  "schema-merged": {
    title: "a schema has no type of its own for requests any more",
    why: "Code that imports the type of requests no longer compiles.",
    level: "breaking",
    affects: values,
  },
  "property-read-only": {
    title: "a property is no longer written",
    why: "Requests that have it no longer compile.",
    level: "breaking",
    affects: values,
  },
  "property-writable": {
    title: "a property can be written",
    why: "Requests may have it; where they must, that is told as well.",
    level: "compatible",
    affects: values,
  },
  "property-write-only": {
    title: "a property is no longer read",
    why: "Code that reads it no longer compiles.",
    level: "breaking",
    affects: values,
  },
  "property-readable": {
    title: "a property can be read",
    why: "Nothing reads it yet.",
    level: "compatible",
    affects: values,
  },
  "property-added": {
    title: "an optional property is new",
    why: "Requests without it are valid, and answers may have more than code reads.",
    level: neither,
    affects: values,
  },
  "property-added-required": {
    title: "a required property is new",
    why: "Requests without it no longer compile; answers only have more.",
    level: narrower,
    affects: values,
  },
  "property-removed": {
    title: "a property is gone",
    why: "Code that writes or reads it no longer compiles.",
    level: both,
    affects: values,
  },
  "property-required": {
    title: "a property has become required",
    why: "Requests without it no longer compile; answers surely have it.",
    level: narrower,
    affects: values,
  },
  "property-optional": {
    title: "a property has become optional",
    why: "Requests may leave it out; code that reads it must expect that it is not there.",
    level: wider,
    affects: values,
  },
  "type-narrowed": {
    title: "values can be of fewer types",
    why: "Requests with values of the others no longer compile.",
    level: narrower,
    affects: values,
  },
  "type-widened": {
    title: "values can be of more types",
    why: "Code that reads them must expect the new ones.",
    level: wider,
    affects: values,
  },
  "type-changed": {
    title: "values are of another type",
    why: "Code that writes or reads them no longer compiles.",
    level: both,
    affects: values,
  },
  "null-added": {
    title: "a value can be null",
    why: "Code that reads it must expect null.",
    level: wider,
    affects: values,
  },
  "null-removed": {
    title: "a value can no longer be null",
    why: "Requests with null no longer compile.",
    level: narrower,
    affects: values,
  },
  "enum-member-added": {
    title: "a list of values has a new member",
    why: "A switch over all members no longer covers them.",
    level: wider,
    affects: values,
  },
  "enum-member-removed": {
    title: "a list of values has lost a member",
    why: "Requests with it no longer compile.",
    level: narrower,
    affects: values,
  },
  "alternative-added": {
    title: "a union has a new alternative",
    why: "Code that reads it must tell one more from the others.",
    level: wider,
    affects: values,
  },
  "alternative-removed": {
    title: "a union has lost an alternative",
    why: "Requests of it no longer compile.",
    level: narrower,
    affects: values,
  },
  "properties-closed": {
    title: "an object may no longer have other properties",
    why: "Requests with others are no longer valid.",
    level: narrower,
    affects: values,
  },
  "properties-opened": {
    title: "an object may have other properties",
    why: "Code reads what it knows.",
    level: neither,
    affects: values,
  },
  "constraint-narrowed": {
    title: "a rule allows less",
    why: "Requests that were valid may be none; answers that a server still gives may be refused at the edge.",
    level: narrower,
    affects: checks,
  },
  "constraint-widened": {
    title: "a rule allows more",
    why: "The type stays as it is.",
    level: neither,
    affects: checks,
  },
  "constraint-changed": {
    title: "a rule is another",
    why: "Requests that were valid may be none.",
    level: narrower,
    affects: checks,
  },
  "package-renamed": {
    title: "the package has another name, which follows the title",
    why: "Imports by the old name, and of the facade, are no longer found; `package.name` keeps a name.",
    level: "breaking",
    affects: ["client"],
  },
  deprecated: {
    title: "something is deprecated",
    why: "Editors strike it through; it works as before.",
    level: "compatible",
    affects: ["client", "types"],
  },
  "deprecated-no-more": {
    title: "something is deprecated no more",
    why: "Editors no longer strike it through; it works as before.",
    level: "docs",
    affects: ["client", "types"],
  },
  "docs-changed": {
    title: "a description is worded otherwise",
    why: "Comments and documents change, and nothing else.",
    level: "docs",
    affects: [],
  },
} as const satisfies Readonly<Record<string, DiffRule>>;

export type DiffCode = keyof typeof diffRules;

export const isDiffCode = (code: string): code is DiffCode => Object.hasOwn(diffRules, code);

/** The level of a rule, for values of a direction where it has one for each. */
export function levelOf(code: DiffCode, direction: Direction | undefined): Level {
  const { level }: DiffRule = diffRules[code];
  if (typeof level === "string") return level;
  return direction === undefined ? worst(Object.values(level)) : level[direction];
}

/** From what costs nobody anything to what costs most. */
export const order: readonly Level[] = ["docs", "compatible", "breaking"];

export const worst = (levels: readonly Level[]): Level =>
  order[Math.max(0, ...levels.map((each) => order.indexOf(each)))] ?? "docs";
