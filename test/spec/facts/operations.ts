import { FORM, JSON_TYPE, type Fact, type Source } from "./fact.js";

const ACCOUNT = "/2010-04-01/Accounts/{AccountSid}";

interface Row {
  readonly id: string;
  readonly source: Source;
  readonly method: string;
  readonly path: string;
  /** Prefix of the SID in the path. */
  readonly sid?: string;
  readonly query?: readonly string[];
  /** The schema of the form. */
  readonly form?: string;
  /** The status of success, and where it is stated. */
  readonly success: readonly [status: string, source: Source];
  /** The schema of the answer. */
  readonly answer?: string;
  readonly errors: readonly string[];
}

const rows: readonly Row[] = [
  {
    id: "CreateApplication",
    source: "S2",
    method: "post",
    path: `${ACCOUNT}/Applications.json`,
    form: "ApplicationSettings",
    success: ["201", "F"],
    answer: "Application",
    errors: ["400", "401", "404", "429", "default"],
  },
  {
    id: "ListApplication",
    source: "S2",
    method: "get",
    path: `${ACCOUNT}/Applications.json`,
    query: ["FriendlyName", "PageSize", "Page", "PageToken"],
    success: ["200", "F"],
    answer: "ApplicationList",
    errors: ["400", "401", "404", "429", "default"],
  },
  {
    id: "FetchApplication",
    source: "S2",
    method: "get",
    path: `${ACCOUNT}/Applications/{Sid}.json`,
    sid: "AP",
    success: ["200", "F"],
    answer: "Application",
    errors: ["400", "401", "404", "429", "default"],
  },
  {
    id: "UpdateApplication",
    source: "S0",
    method: "post",
    path: `${ACCOUNT}/Applications/{Sid}.json`,
    sid: "AP",
    form: "ApplicationSettings",
    success: ["200", "S0"],
    answer: "Application",
    errors: ["400", "401", "404", "429", "default"],
  },
  {
    id: "DeleteApplication",
    source: "S2",
    method: "delete",
    path: `${ACCOUNT}/Applications/{Sid}.json`,
    sid: "AP",
    success: ["204", "S2"],
    errors: ["400", "401", "404", "429", "default"],
  },
  {
    id: "UpdateIncomingPhoneNumber",
    source: "S1",
    method: "post",
    path: `${ACCOUNT}/IncomingPhoneNumbers/{Sid}.json`,
    sid: "PN",
    form: "IncomingPhoneNumberSettings",
    success: ["200", "F"],
    answer: "IncomingPhoneNumber",
    errors: ["400", "401", "404", "429", "default"],
  },
  {
    id: "CreateCall",
    source: "S3",
    method: "post",
    path: `${ACCOUNT}/Calls.json`,
    form: "CallRequest",
    success: ["201", "F"],
    answer: "Call",
    errors: ["400", "401", "404", "429", "default"],
  },
];

function pathParameter({ id, source }: Row, name: string, prefix: string): Fact[] {
  const format = { type: "string", minLength: 34, maxLength: 34, pattern: `^${prefix}[0-9a-fA-F]{32}$` };
  return [
    {
      source,
      says: `${id} takes ${name} in the path`,
      at: ["parameter", id, name, "in"],
      must: { is: "path" },
    },
    {
      source,
      says: `${id} requires ${name}`,
      at: ["parameter", id, name, "required"],
      must: { is: true },
    },
    ...Object.entries(format).map(([keyword, value]): Fact => ({
      source: source === "S3" || prefix === "PN" ? "F" : source,
      says: `${id} takes a ${name} with ${keyword} ${JSON.stringify(value)}`,
      at: ["parameter", id, name, "schema", keyword],
      must: { is: value },
    })),
  ];
}

function operation(row: Row): Fact[] {
  const { id, source, method, path, sid, form, success, answer } = row;
  const [status, stated] = success;
  const parameters = ["AccountSid", ...(sid ? ["Sid"] : []), ...(row.query ?? [])];
  const facts: Fact[] = [
    {
      source,
      says: `${id} is ${method.toUpperCase()} ${path}`,
      at: ["document", "paths", path, method, "operationId"],
      must: { is: id },
    },
    {
      source,
      says: `${id} takes ${parameters.join(", ")} outside of the body`,
      at: ["operation", id, "parameters"],
      must: { hasKeys: parameters },
    },
    ...pathParameter(row, "AccountSid", "AC"),
    ...(sid ? pathParameter(row, "Sid", sid) : []),
    {
      source: stated,
      says: `${id} succeeds with ${status}, and fails with ${row.errors.join(", ")}`,
      at: ["operation", id, "responses"],
      must: { hasKeys: [status, ...row.errors] },
    },
  ];
  if (form) {
    facts.push(
      {
        source,
        says: `${id} sends a form and nothing else`,
        at: ["operation", id, "requestBody", "content"],
        must: { hasKeys: [FORM] },
      },
      {
        source,
        says: `${id} sends ${form}`,
        at: ["operation", id, "requestBody", "content", FORM, "schema", "$ref"],
        must: { is: `#/components/schemas/${form}` },
      },
    );
  } else {
    facts.push({
      source,
      says: `${id} sends no body`,
      at: ["operation", id, "requestBody"],
      must: { isAbsent: true },
    });
  }
  if (answer) {
    facts.push(
      {
        source: stated,
        says: `${id} answers with JSON and nothing else`,
        at: ["operation", id, "responses", status, "content"],
        must: { hasKeys: [JSON_TYPE] },
      },
      {
        source: id === "CreateCall" ? "F" : source,
        says: `${id} answers with ${answer}`,
        at: ["operation", id, "responses", status, "content", JSON_TYPE, "schema", "$ref"],
        must: { is: `#/components/schemas/${answer}` },
      },
    );
  } else {
    facts.push({
      source: stated,
      says: `${id} answers without a body`,
      at: ["operation", id, "responses", status, "content"],
      must: { isAbsent: true },
    });
  }
  for (const error of row.errors) {
    facts.push({
      source: "F",
      says: `${id} fails with a TwilioError (${error})`,
      at: ["operation", id, "responses", error, "content", JSON_TYPE, "schema", "$ref"],
      must: { is: "#/components/schemas/TwilioError" },
    });
  }
  return facts;
}

export const operationFacts: readonly Fact[] = rows.flatMap(operation);
