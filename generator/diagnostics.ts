/** One catalogue of everything that can be wrong with the input: each code with its severity, title and remedy. */
import { escapeInvisible } from "./text.js";

export type Severity = "error" | "warning";

interface Rule {
  readonly severity: Severity;
  readonly title: string;
  readonly remedy: string;
}

const error = (title: string, remedy: string): Rule => ({ severity: "error", title, remedy });
const warning = (title: string, remedy: string): Rule => ({ severity: "warning", title, remedy });

export const catalogue = {
  "input-unreadable": error("the file cannot be read", "check the path and the permissions"),
  "input-syntax": error("the file is not valid YAML or JSON", "mend the syntax at this place"),
  "number-imprecise": warning(
    "the number has more digits than JavaScript can hold",
    "write one that it can hold, or a string",
  ),
  "input-too-deep": error(
    "objects and arrays are nested more than 600 levels deep",
    "give what is inside of others a place of its own, and refer to it",
  ),
  "input-not-openapi": error(
    "the document is not an OpenAPI description",
    'give it an `openapi: "3.1.0"` field and a `paths` or `components` object',
  ),
  "input-version": error(
    "this OpenAPI version is not supported",
    "convert the description to Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2",
  ),
  "revision-unknown": error(
    "git knows no such revision",
    "give a branch, a tag or a commit of the repository of the description; a shallow clone may have to fetch it",
  ),
  "config-invalid": error(
    "the configuration is not valid",
    "correct it as the chapter `Configuration` of the README tells",
  ),
  "overlay-invalid": error(
    "the overlay breaks the OpenAPI Overlay Specification 1.0",
    "correct the named field of the overlay",
  ),
  "overlay-no-match": warning(
    "the overlay's target selects nothing",
    "correct the JSONPath or drop the action",
  ),
  "wrong-type": error(
    "a field has a value of the wrong kind",
    "write the value that the OpenAPI Specification asks for",
  ),
  "selection-no-match": warning(
    "no operation is what `include` or `exclude` speaks of",
    "correct the name, or remove it",
  ),
  "missing-field": error("a required field is missing", "add the field"),
  "ref-unresolved": error("the reference points to nothing", "correct the reference or add what it names"),
  "ref-unreadable": error(
    "the document that is referred to cannot be read",
    "correct the reference, or add the document",
  ),
  "ref-denied": error(
    "references may not lead there",
    "allow the folder or the host in `references` of the configuration, or bring the document into the description's folder",
  ),
  "ref-offline": error(
    "the document that is referred to is on the network",
    "run without --offline, or keep a copy of it in a file",
  ),
  "ref-cycle": error("the reference leads back to itself", "let the chain of references end in a definition"),
  "schema-explosion": error(
    "too many schemas apply to one value, because they refer to each other in many ways",
    "refer to each schema once",
  ),
  "schema-id": error(
    "the identifier is not an absolute URI without fragment, or is used twice",
    "give each `$id`, `$anchor` and `$dynamicAnchor` a name of its own (JSON Schema 2020-12 Core, section 8.2)",
  ),
  "schema-type": error(
    "this is not a JSON Schema type",
    "use null, boolean, integer, number, string, array or object",
  ),
  "schema-keyword": error("this keyword is not supported yet", "express the rule with supported keywords"),
  "schema-pattern": error(
    "the pattern is not an ECMAScript regular expression",
    "correct the pattern (ECMA-262)",
  ),
  "schema-pattern-unicode": warning(
    "the pattern is only valid without the `u` flag and is used without it",
    "write the pattern so that it is valid with the `u` flag (JSON Schema 2020-12, section 6.4)",
  ),
  "schema-pattern-slow": warning(
    "matching the pattern can take very long",
    "let repetitions that meet match different characters, or repeat nothing that is repeated inside",
  ),
  "schema-untyped": warning(
    "the schema names no type, so its validator lets values of all types pass",
    "add `type`, if no other values are meant",
  ),
  "schema-discriminator": warning(
    "the discriminator cannot tell the branches apart and is not used",
    "map every branch, or give each branch a `const` at the discriminating property",
  ),
  "discriminator-unfit": warning(
    "the discriminator says what the branches do not",
    "correct the name of the property, or the value in the mapping: what a branch does not allow is never valid",
  ),
  "fixture-impossible": warning(
    "no value can satisfy this schema, so it has no fixture",
    "loosen one of the named rules",
  ),
  "fixture-unsupported": warning(
    "no fixture can be made for this combination of rules yet",
    "express the schema with other keywords",
  ),
  "operation-id-duplicate": error(
    "two operations share an operationId",
    "give each operation its own operationId",
  ),
  method: error(
    "an additional operation has no method of its own",
    "give its HTTP method, as it is sent; those that path items have fields for stand there",
  ),
  "method-left-out": warning(
    "fetch sends no requests of this method, so the operation is left out",
    "nothing to do, if nobody calls it",
  ),
  "field-of-later-version": warning(
    "the field is of a later version of OpenAPI, and is read as that version has it",
    "say that version in `openapi`",
  ),
  "field-of-earlier-version": warning(
    "the field is of an earlier version, and is read as that version has it",
    "say it as the description's version does",
  ),
  "schema-empty": warning(
    "the list of schemas is empty, and is read as if it were not there",
    "add schemas to it, or remove it",
  ),
  "keyword-unknown": warning(
    "no keyword of JSON Schema or OpenAPI is called so, and it is not read",
    "correct its name, or begin it with x-",
  ),
  "field-unknown": warning(
    "no field of this object is called so, and it is not read",
    "correct its name, or begin it with x-",
  ),
  "format-unknown": warning(
    "the format is not known, and is a note",
    "correct its name, or say in `formats` of the configuration that it is an annotation",
  ),
  "format-invalid": error(
    "the module of a format cannot be used",
    "mend the module as the chapter `Formats and files of your own` of the README tells",
  ),
  "plugin-invalid": error(
    "the plugin cannot be used, or what it makes cannot stand in the package",
    "mend the plugin as the chapter `Formats and files of your own` of the README tells",
  ),
  "example-invalid": warning(
    "the example is not what its schema allows, and is not used",
    "correct the example or the schema",
  ),
  "default-invalid": warning(
    "the default is not what its schema allows, and is a note",
    "correct the default or the schema",
  ),
  "required-undeclared": warning(
    "a property is required that no schema describes, and can have any value",
    "describe it in `properties`, or correct its name",
  ),
  "path-parameter": error(
    "a path begins with a slash, and its parameters are required",
    "mend the path, or say `required: true`",
  ),
  "path-parameter-undeclared": warning(
    "a part of the path has no parameter, and is read as a text",
    "declare each `{name}` of the path as a path parameter",
  ),
  "path-parameter-unused": warning(
    "the path has no place for a parameter, which is left out",
    "add `{name}` to the path, or remove the parameter",
  ),
  "parameter-required": warning(
    "a path parameter does not say that it is required, and is read as if it did",
    "add `required: true` (OpenAPI 3.1, section 4.8.12)",
  ),
  "parameter-style": error(
    "parameters of this place have no such style",
    "use form, spaceDelimited, pipeDelimited or deepObject in query, simple, label or matrix in path, simple in header, form or cookie in cookie",
  ),
  "parameter-value": error(
    "the style of a parameter cannot write all of its values",
    "use style deepObject for objects in objects, form for arrays, or `content` with application/json for any value",
  ),
  "parameter-content": error(
    "this content of a parameter is not supported",
    "name one media type, application/json or text/plain, and no `schema` beside it; of a whole query JSON or a form, and nothing beside JSON",
  ),
  "parameter-field": warning(
    "a field of a parameter has no effect here and is ignored",
    "drop the field, or correct the fields that it needs (OpenAPI 3.1, section 4.8.12)",
  ),
  "parameter-collision": warning(
    "two parameters of one operation share a name",
    "rename one of them if the name in the package matters to you",
  ),
  "media-type": error(
    "this media type is not supported yet",
    "describe the body in JSON, as XML with a schema, as a form, as parts of an object (or of an array but in forms), as text or as bytes",
  ),
  encoding: error(
    "this encoding of a property is not supported yet",
    "use styles in forms only, and give required headers of parts a constant or a default",
  ),
  "media-type-left-out": warning(
    "this media type is not supported yet and is left out",
    "nothing to do, if the other media types are enough",
  ),
  "content-left-out": warning(
    "an answer of this status has no body, and what is described of one is left out",
    "drop `content`, or describe it under the status that the answer has",
  ),
  text: error(
    "values of this schema cannot stand in a text",
    "give the schema a type whose values are single ones, or describe the body in JSON",
  ),
  "text-left-out": warning(
    "values of this schema cannot stand in a text, which is left out",
    "nothing to do, if the other media types are enough; else give it a type whose values are single ones",
  ),
  xml: error(
    "values of this schema cannot stand in XML",
    "describe its XML (`name`, `wrapped`), give it one type, or describe the body in JSON",
  ),
  "xml-left-out": warning(
    "values of this schema cannot stand in XML, which is left out",
    "nothing to do, if the other media types are enough; else give it one type and describe its XML",
  ),
  "security-scheme": error(
    "this is no security scheme of OpenAPI",
    "use http with a scheme, apiKey, oauth2, openIdConnect or mutualTLS",
  ),
  "value-not-converted": warning(
    "values of this format stay as they are on the wire, because another schema speaks of their text or number",
    "let the schemas that apply to the same value agree in `type` and `format`, or leave the format as it is",
  ),
  "annotation-ignored": warning(
    "an annotation is not what JSON Schema asks for and is ignored",
    "write `examples` of a schema as a list of values",
  ),
  "name-kept": warning(
    "the description has another name for this than the package, which keeps its own",
    "to rename it in the package, remove its line from names.lock.json",
  ),
  "lock-invalid": error(
    "names.lock.json does not hold names",
    "correct the line or remove it: each name is an identifier, and nothing else of its section has it",
  ),
  "name-collision": warning("two names would be the same in TypeScript", "rename one of the two"),
  "server-variable": warning(
    "the server's URL and its variables do not agree",
    "declare each `{name}` of the URL as a variable with a default, which is one of its enum",
  ),
  "webhook-parameter": warning(
    "the URL of a webhook or callback is its receiver's own, so a parameter in its path is left out",
    "let the sender put it into the query or into a header",
  ),
  "extension-invalid": error(
    "the x-specwright extension is not valid",
    "see the chapter `Curating a description` of the README",
  ),
  "wire-unprintable": error(
    "openapi-typescript cannot print the types of `schema.ts`",
    "mend what it stumbles over, and please report it with the description that shows it",
  ),
  "template-unknown": error(
    "there is no template of this name",
    "give the template the name of one of ours, or remove it",
  ),
  "template-stale": error(
    "the template is not written for the view that it is given",
    "compare it with ours of the same name, and take over its first line",
  ),
  "template-invalid": error(
    "the template cannot be used, or what it makes cannot be read",
    "mend the template",
  ),
  "output-busy": error(
    "another run is writing to the output folder",
    "wait until it has ended; where there is none, remove the file",
  ),
  "output-edited": error(
    "a generated file was edited by hand, and would be overwritten",
    "move what you need into the description, an overlay or a file of your own; then run with --force",
  ),
  "output-foreign": error(
    "a file in the output folder was not written by specwright",
    "move the file away or choose another output folder",
  ),
  "output-is-input": error(
    "a file that the package is made of stands where one of the package belongs",
    "choose another output folder, or move the file away",
  ),
  "output-left-over": error(
    "a module of an earlier run, which the record does not know, would be overwritten",
    "remove the file, or run with --force; a folder that a cache restores is best emptied before",
  ),
  "output-unwritable": error(
    "the output cannot be written",
    "check the permissions and the space on the disk",
  ),
} as const satisfies Record<string, Rule>;

export type DiagnosticCode = keyof typeof catalogue;

/** A message to the author of the spec, with its place. Lines and columns count from 1. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place in a file; lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Reports what is wrong at a JSON Pointer (RFC 6901) of the description being read. */
export type Report = (code: DiagnosticCode, pointer: string, detail: string) => void;

export function diagnostic(code: DiagnosticCode, position: Position, detail: string): Diagnostic {
  const { severity, title, remedy } = catalogue[code];
  const shown = escapeInvisible(detail).slice(0, 500);
  return { code, severity, message: shown === "" ? title : `${title}: ${shown}`, remedy, ...position };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}

/** Each once, by place, so that the order is that of the files and not that of our passes. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct = new Map(diagnostics.map((each) => [JSON.stringify(each), each]));
  return [...distinct.values()].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}

/** The same, as an error. */
export const asError = (each: Diagnostic): Diagnostic => ({ ...each, severity: "error" });

/** `file:line:column severity code message` and the remedy below it, as it is printed to a person. */
export function formatDiagnostic(each: Diagnostic): string {
  return `${each.file}:${each.line}:${each.column} ${each.severity} ${each.code}\n  ${each.message}\n  → ${each.remedy}`;
}

/** Thrown by `generate` and `check`: the input has errors; nothing was written. */
export class SpecError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
    this.name = "SpecError";
    this.diagnostics = diagnostics;
  }
}
