var __defProp = Object.defineProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// ../../tmp/time.ts
import { readFileSync, readdirSync } from "node:fs";

// generator/text.ts
var invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;
function escapeInvisible(text2) {
  return text2.replace(
    invisible,
    (each2) => Array.from(
      { length: each2.length },
      (_, i) => `\\u${each2.charCodeAt(i).toString(16).padStart(4, "0")}`
    ).join("")
  );
}

// generator/diagnostics.ts
var error = (title, remedy) => ({ severity: "error", title, remedy });
var warning = (title, remedy) => ({ severity: "warning", title, remedy });
var catalogue = {
  "input-unreadable": error("the file cannot be read", "check the path and the permissions"),
  "input-syntax": error("the file is not valid YAML or JSON", "mend the syntax at this place"),
  "input-not-openapi": error(
    "the document is not an OpenAPI description",
    'give it an `openapi: "3.1.0"` field and a `paths` or `components` object'
  ),
  "input-version": error(
    "this OpenAPI version is not supported",
    "convert the description to OpenAPI 3.0 or 3.1"
  ),
  "config-invalid": error(
    "the configuration is not valid",
    "correct the named field as the chapter `Configuration` of the README tells"
  ),
  "overlay-invalid": error(
    "the overlay breaks the OpenAPI Overlay Specification 1.0",
    "correct the named field of the overlay"
  ),
  "overlay-no-match": warning(
    "the overlay's target selects nothing",
    "correct the JSONPath or drop the action"
  ),
  "wrong-type": error(
    "a field has a value of the wrong kind",
    "write the value that the OpenAPI Specification asks for"
  ),
  "missing-field": error("a required field is missing", "add the field"),
  "ref-unresolved": error("the reference points to nothing", "correct the reference or add what it names"),
  "ref-external": error(
    "references to other documents are not supported yet",
    "bundle the description into one file first"
  ),
  "ref-cycle": error("the reference leads back to itself", "let the chain of references end in a definition"),
  "schema-id": error(
    "the identifier is not an absolute URI without fragment, or is used twice",
    "give each `$id`, `$anchor` and `$dynamicAnchor` a name of its own (JSON Schema 2020-12 Core, section 8.2)"
  ),
  "schema-type": error(
    "this is not a JSON Schema type",
    "use null, boolean, integer, number, string, array or object"
  ),
  "schema-keyword": error("this keyword is not supported yet", "express the rule with supported keywords"),
  "schema-pattern": error(
    "the pattern is not an ECMAScript regular expression",
    "correct the pattern (ECMA-262)"
  ),
  "schema-pattern-unicode": warning(
    "the pattern is only valid without the `u` flag and is used without it",
    "write the pattern so that it is valid with the `u` flag (JSON Schema 2020-12, section 6.4)"
  ),
  "schema-pattern-slow": warning(
    "matching the pattern can take very long",
    "let repetitions that meet match different characters, or repeat nothing that is repeated inside"
  ),
  "schema-discriminator": warning(
    "the discriminator cannot tell the branches apart and is not used",
    "map every branch, or give each branch a `const` at the discriminating property"
  ),
  "fixture-impossible": warning(
    "no value can satisfy this schema, so it has no fixture",
    "loosen one of the named rules"
  ),
  "fixture-unsupported": warning(
    "no fixture can be made for this combination of rules yet",
    "express the schema with other keywords"
  ),
  "operation-id-duplicate": error(
    "two operations share an operationId",
    "give each operation its own operationId"
  ),
  "path-parameter": error(
    "the path and its parameters do not agree",
    "declare each `{name}` of the path as a required path parameter, and no other"
  ),
  "parameter-style": error(
    "this serialization of a parameter is not supported yet",
    "use style form or simple with values that are primitives or arrays of primitives"
  ),
  "parameter-collision": warning(
    "two parameters of one operation share a name",
    "rename one of them if the name in the package matters to you"
  ),
  "media-type": error(
    "this media type is not supported yet",
    "use application/json, application/x-www-form-urlencoded, text or binary content"
  ),
  "media-type-choice": warning(
    "of several media types one is used",
    "drop the other media types if they are not meant for this client"
  ),
  "security-scheme": error(
    "this security scheme is not supported yet",
    "use http basic, http bearer, apiKey, oauth2 or openIdConnect"
  ),
  "annotation-ignored": warning(
    "an annotation is not what JSON Schema asks for and is ignored",
    "write `examples` of a schema as a list of values"
  ),
  "name-collision": warning("two names would be the same in TypeScript", "rename one of the two"),
  "ignored-webhooks": warning(
    "webhooks are not generated yet",
    "nothing to do; the rest of the package is complete"
  ),
  "ignored-callbacks": warning(
    "callbacks are not generated yet",
    "nothing to do; the rest of the package is complete"
  ),
  "extension-invalid": error(
    "the x-specwright extension is not valid",
    "see the chapter `Curating a description` of the README"
  ),
  "output-foreign": error(
    "a file in the output folder was not written by specwright",
    "move the file away or choose another output folder"
  ),
  "output-unwritable": error(
    "the output cannot be written",
    "check the permissions and the space on the disk"
  )
};
function diagnostic(code, position, detail) {
  const { severity, title, remedy } = catalogue[code];
  const shown = escapeInvisible(detail).slice(0, 500);
  return { code, severity, message: shown === "" ? title : `${title}: ${shown}`, remedy, ...position };
}

// generator/json.ts
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isArray(value) {
  return Array.isArray(value);
}
function member(value, key) {
  if (isArray(value)) return /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : void 0;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function joinPointer(pointer, ...keys) {
  return keys.reduce(
    (all, key) => `${all}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    pointer
  );
}
function splitPointer(pointer) {
  return pointer === "" ? [] : pointer.slice(1).split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function valueAt(root, pointer) {
  return splitPointer(pointer).reduce(member, root);
}
function byCodeUnit(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function sortKeys(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => byCodeUnit(a, b)));
}
function sameJson(a, b) {
  if (a === b) return true;
  if (isArray(a) && isArray(b))
    return a.length === b.length && a.every((each2, i) => sameJson(each2, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}
function localPointer(ref) {
  if (ref !== "#" && !ref.startsWith("#/")) return void 0;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return void 0;
  }
}

// generator/load/source.ts
async function parseSource(file, text2) {
  const yaml = await import("yaml");
  let parsed;
  const parse2 = () => {
    const lines = new yaml.LineCounter();
    parsed ??= {
      document: yaml.parseDocument(text2, { lineCounter: lines, prettyErrors: false, stringKeys: true }),
      lines
    };
    return parsed;
  };
  const position = (offset) => {
    const { line, col } = parse2().lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const locate = (pointer) => position(offsetOf(yaml, parse2().document.contents, pointer));
  if (/^\s*[{[]/.test(text2)) {
    try {
      return { source: { file, data: JSON.parse(text2), locate } };
    } catch {
    }
  }
  const { document } = parse2();
  if (document.errors.length > 0)
    return {
      diagnostics: document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]).map((e) => diagnostic("input-syntax", position(e.pos[0]), e.message))
    };
  try {
    const data = document.toJS();
    refuseCycles(data, /* @__PURE__ */ new Set());
    return { source: { file, data, locate } };
  } catch (cause) {
    return { diagnostics: [diagnostic("input-syntax", position(0), cause.message)] };
  }
}
function refuseCycles(value, above) {
  if (typeof value !== "object" || value === null) return;
  if (above.has(value)) throw new Error("an alias contains itself");
  above.add(value);
  for (const each2 of Object.values(value)) refuseCycles(each2, above);
  above.delete(value);
}
function offsetOf({ isAlias, isMap, isSeq }, root, pointer) {
  let node = root;
  let offset = 0;
  for (const key of splitPointer(pointer)) {
    if (isAlias(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => keyText(item.key) === key);
      if (pair === void 0) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(key)];
      if (item === void 0) break;
      offset = startOf(item) ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
var keyText = (key) => String(key?.value ?? key);
var startOf = (node) => node?.range?.[0];

// generator/model/reader.ts
function field(at2, key) {
  const value = member(at2.value, key);
  return value === void 0 ? void 0 : { value, pointer: joinPointer(at2.pointer, key) };
}
function objectField(reader, at2, key) {
  return expect(reader, field(at2, key), isObject, "an object");
}
function arrayField(reader, at2, key) {
  const list2 = expect(reader, field(at2, key), isArray, "an array");
  return list2?.value.map((value, i) => ({ value, pointer: joinPointer(list2.pointer, i) })) ?? [];
}
function stringField(reader, at2, key) {
  return expect(reader, field(at2, key), (v) => typeof v === "string", "a string")?.value;
}
function booleanField(reader, at2, key) {
  return expect(reader, field(at2, key), (v) => typeof v === "boolean", "true or false")?.value === true;
}
function numberField(reader, at2, key, kind = "a number", fits = Number.isFinite) {
  return expect(reader, field(at2, key), (v) => typeof v === "number" && fits(v), kind)?.value;
}
function countField(reader, at2, key) {
  return numberField(
    reader,
    at2,
    key,
    "a whole number of 0 or more",
    (v) => Number.isSafeInteger(v) && v >= 0
  );
}
function members(at2) {
  return at2 === void 0 ? [] : Object.entries(at2.value).map(([key, value]) => ({ key, value, pointer: joinPointer(at2.pointer, key) }));
}
function expect(reader, at2, is, kind) {
  if (at2 === void 0 || is(at2.value)) return at2;
  reader.report("wrong-type", at2.pointer, `expected ${kind}, found ${describe(at2.value)}`);
  return void 0;
}
function describe(value) {
  const text2 = JSON.stringify(value);
  return isArray(value) ? "an array" : isObject(value) ? "an object" : text2.length > 60 ? `${text2.slice(0, 59)}\u2026` : text2;
}
function follow(reader, at2) {
  const seen = /* @__PURE__ */ new Set();
  let here = at2;
  while (here !== void 0) {
    const ref = member(here.value, "$ref");
    if (typeof ref !== "string") return expect(reader, here, isObject, "an object");
    const pointer = refPointer(reader, here, ref);
    if (pointer === void 0) return void 0;
    if (seen.has(pointer)) {
      reader.report("ref-cycle", joinPointer(here.pointer, "$ref"), ref);
      return void 0;
    }
    seen.add(pointer);
    here = { value: valueAt(reader.root.value, pointer), pointer };
  }
  return void 0;
}
function refPointer(reader, at2, ref) {
  const pointer = localPointer(ref);
  if (pointer !== void 0 && valueAt(reader.root.value, pointer) !== void 0) return pointer;
  reader.report(refProblem(ref), joinPointer(at2.pointer, "$ref"), ref);
  return void 0;
}
var refProblem = (ref) => ref.startsWith("#") ? "ref-unresolved" : "ref-external";

// generator/model/lower-content.ts
function codecOf(mediaType, schema) {
  const essence = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  if (schema !== void 0 && member(schema.value, "format") === "binary" && !essence.startsWith("multipart/"))
    return "binary";
  if (/^(application|text)\/json$|\+json$|^\*\/\*$|^application\/\*$/.test(essence)) return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (/(^|\/|\+)(xml|event-stream|jsonl?|json-seq|x-ndjson|ndjson)$|^multipart\//.test(essence))
    return void 0;
  if (essence.startsWith("text/")) return "text";
  return schema === void 0 || member(schema.value, "type") === "string" ? "binary" : void 0;
}
var preference = ["json", "form", "text", "binary"];
function lowerContent(reader, schemas, owner, direction, name) {
  const all = members(objectField(reader, owner, "content"));
  if (all.length === 0) return void 0;
  const readable = all.map((media2) => ({ media: media2, codec: codecOf(media2.key, field(media2, "schema")) })).filter((each2) => each2.codec !== void 0 && !(direction === "response" && each2.codec === "form")).sort((a, b) => preference.indexOf(a.codec) - preference.indexOf(b.codec));
  const chosen2 = readable[0];
  if (chosen2?.codec === void 0) {
    for (const media2 of all) reader.report("media-type", media2.pointer, media2.key);
    return void 0;
  }
  const { media, codec } = chosen2;
  if (all.length > 1) reader.report("media-type-choice", `${owner.pointer}/content`, `${media.key} is used`);
  const schema = field(media, "schema");
  const example2 = exampleOf(reader, media, schema);
  return {
    pointer: media.pointer,
    mediaType: media.key,
    codec,
    ...codec === "binary" ? {} : { schema: nameContent(schemas, schema ?? { value: true, pointer: media.pointer }, direction, name) },
    ...example2 === void 0 ? {} : { example: example2 }
  };
}
function nameContent(schemas, at2, direction, name) {
  const ref = member(at2.value, "$ref");
  const target = typeof ref === "string" && Object.keys(at2.value).length === 1 ? localPointer(ref) : void 0;
  if (target !== void 0) return schemas.lower(at2, direction);
  const id = schemas.want(at2.pointer, direction);
  if (!at2.pointer.startsWith("/components/")) name(id);
  return { pointer: at2.pointer, ref: id, annotations: {} };
}
function exampleOf(reader, at2, schema) {
  const single2 = member(at2.value, "example");
  if (single2 !== void 0) return single2;
  const first2 = members(objectField(reader, at2, "examples"))[0];
  if (first2 !== void 0) return member(follow(reader, first2)?.value, "value");
  const list2 = schema && member(schema.value, "examples");
  return Array.isArray(list2) ? list2[0] : schema && member(schema.value, "example");
}
function proseOf(reader, at2) {
  const summary = stringField(reader, at2, "summary");
  const description = stringField(reader, at2, "description");
  return {
    ...summary === void 0 ? {} : { summary },
    ...description === void 0 ? {} : { description }
  };
}
function strings(reader, at2, key) {
  return arrayField(reader, at2, key).flatMap((each2) => typeof each2.value === "string" ? each2.value : []);
}

// generator/model/present.ts
function present(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== void 0));
}
function nonEmpty(object) {
  const kept = present(object);
  return Object.keys(kept).length === 0 ? void 0 : kept;
}

// generator/model/names.ts
var reserved = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public Infinity NaN return static super switch this throw true try typeof undefined var void while with yield".split(" ")
);
function isIdentifier(text2) {
  return /^[A-Za-z_$][\w$]*$/.test(text2) && !reserved.has(text2);
}
function pascalCase(text2) {
  const joined = words(text2).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  if (reserved.has(joined)) return `${joined}_`;
  return /^[A-Za-z_$]/.test(joined) ? joined : `_${joined}`;
}
function camelCase(text2) {
  const name = pascalCase(text2);
  const camel = name.replace(/^[A-Z]+(?![a-z])|^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (head) => head.toLowerCase());
  return reserved.has(camel) || camel === "then" ? `${camel}_` : camel;
}
function kebabCase(text2) {
  return words(text2).join("-").replace(/([a-z0-9])([A-Z])/g, "$1-$2").replace(/([A-Z])([A-Z][a-z])/g, "$1-$2").toLowerCase();
}
function fileNames(name, pointer) {
  const short = kebabCase(name).slice(0, 80) || "unnamed";
  const own2 = /^(con|prn|aux|nul|com\d|lpt\d)$/.test(short) ? `${short}_` : short;
  let hash = 0;
  for (const each2 of pointer) hash = Math.imul(hash, 31) + (each2.codePointAt(0) ?? 0) >>> 0;
  return [own2, `${own2}-${hash.toString(36)}`];
}
function words(text2) {
  const ascii = text2.normalize("NFKD").replace(/\p{M}/gu, "").replace(/æ/g, "ae").replace(/ø/g, "oe").replace(/ß/g, "ss").replace(/[^\x00-\x7f]/gu, (each2) => `-u${each2.codePointAt(0)?.toString(16)}-`);
  return ascii.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
}
var NameTable = class {
  #report;
  #owners = /* @__PURE__ */ new Map();
  /** Without a `report`, falling back to another name is nothing that the author needs to know. */
  constructor(report2, taken = []) {
    this.#report = report2;
    for (const name of taken) this.#owners.set(name, "");
  }
  /** The first of the names that is free, or else a spelling of the pointer, which nothing else has. */
  claim(wishes, pointer) {
    const name = wishes.find((wish) => !this.#owners.has(wish)) ?? exactName(pointer);
    if (name !== wishes[0]) {
      const owner = this.#owners.get(wishes[0]) || "every package";
      this.#report?.(
        "name-collision",
        pointer,
        `${wishes[0]} already belongs to ${owner}; this one becomes ${name}`
      );
    }
    this.#owners.set(name, pointer);
    return name;
  }
};
function exactName(text2) {
  const name = text2.replace(/[^A-Za-z0-9]/gu, (each2) => `$${each2.codePointAt(0)?.toString(16)}`);
  return isIdentifier(name) ? name : `_${name}`;
}
var inheritedNames = new Set(Object.getOwnPropertyNames(Object.prototype));

// generator/model/schema.ts
var jsonTypes = [
  "boolean",
  "integer",
  "number",
  "string",
  "array",
  "object",
  "null"
];
function isOfType(value, type) {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    case "boolean":
    case "number":
    case "string":
      return typeof value === type;
  }
}
function named(table, id) {
  const found = table.get(id);
  if (found === void 0) throw new Error(`bug: schema ${id} was never lowered`);
  return found;
}
function isNull(schema) {
  return schema.types?.length === 1 && schema.types[0] === "null";
}
function isPureRef(schema) {
  return schema.ref !== void 0 && !hasRules(schema, "ref");
}
function hasRules(schema, except) {
  return rules.some((rule) => rule !== except && schema[rule] !== void 0);
}
var rules = [
  "never",
  "ref",
  "types",
  "enum",
  "string",
  "number",
  "array",
  "object",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "conditional"
];
function inPlaceSchemas(schema) {
  const { not: not2, conditional: conditional2, object } = schema;
  return [
    ...schema.allOf ?? [],
    ...schema.anyOf ?? [],
    ...schema.oneOf ?? [],
    ...not2 ? [not2] : [],
    ...conditional2 ? [conditional2.if, conditional2.then, conditional2.else].filter(isDefined) : [],
    ...object?.dependentSchemas?.map((each2) => each2.schema) ?? []
  ];
}
function childSchemas(schema) {
  const { array: array2, object } = schema;
  return [
    ...inPlaceSchemas(schema),
    ...array2?.prefixItems ?? [],
    ...[array2?.items, array2?.contains?.schema, array2?.unevaluatedItems].filter(isDefined),
    ...object?.properties.map((each2) => each2.schema) ?? [],
    ...object?.patternProperties.map((each2) => each2.schema) ?? [],
    ...[object?.additionalProperties, object?.propertyNames, object?.unevaluatedProperties].filter(isDefined)
  ];
}
var isDefined = (value) => value !== void 0;
function refsOf(schema) {
  return [...schema.ref === void 0 ? [] : [schema.ref], ...childSchemas(schema).flatMap(refsOf)];
}

// generator/model/lower-parameter.ts
var locations = ["path", "query", "header", "cookie"];
var ignoredHeaders = ["accept", "content-type", "authorization"];
function lowerParameters(reader, schemas, item, operation) {
  const found = /* @__PURE__ */ new Map();
  for (const owner of [item, operation])
    for (const place of arrayField(reader, owner, "parameters")) {
      const parameter = lowerParameter(reader, schemas, place);
      if (parameter !== void 0) found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  return nameApart(reader, operation, [...found.values()]);
}
function nameApart(reader, operation, parameters) {
  const owners = new Map(
    field(operation, "requestBody") === void 0 ? [] : [["body", "the body"]]
  );
  for (const each2 of parameters) if (each2.in === "path") owners.set(each2.name, each2.pointer);
  return parameters.map((each2) => {
    const owner = owners.get(each2.name);
    if (owner === void 0 || owner === each2.pointer) {
      owners.set(each2.name, each2.pointer);
      return each2;
    }
    const property = `${each2.in}${pascalCase(each2.name)}`;
    reader.report(
      "parameter-collision",
      each2.pointer,
      `${each2.name} is also the name of ${owner}; this one becomes ${property}`
    );
    return { ...each2, property };
  });
}
function lowerParameter(reader, schemas, place) {
  const at2 = follow(reader, place);
  if (at2 === void 0) return void 0;
  const name = stringField(reader, at2, "name");
  const location = stringField(reader, at2, "in");
  if (name === void 0 || location === void 0) {
    reader.report("missing-field", at2.pointer, name === void 0 ? "name" : "in");
    return void 0;
  }
  if (!locations.includes(location)) {
    reader.report(
      "wrong-type",
      `${at2.pointer}/in`,
      `expected one of ${locations.join(", ")}, found ${location}`
    );
    return void 0;
  }
  if (location === "header" && ignoredHeaders.includes(name.toLowerCase())) return void 0;
  const schema = field(at2, "schema");
  if (schema === void 0)
    reader.report(field(at2, "content") ? "parameter-style" : "missing-field", at2.pointer, `${name}: schema`);
  const description = stringField(reader, at2, "description");
  return present({
    pointer: at2.pointer,
    name,
    property: name,
    in: location,
    required: location === "path" || booleanField(reader, at2, "required"),
    deprecated: booleanField(reader, at2, "deprecated"),
    description,
    schema: schemas.lower(schema ?? { value: true, pointer: at2.pointer }, "request"),
    arrays: lowerStyle(reader, at2, location),
    example: exampleOf(reader, at2, schema)
  });
}
function lowerStyle(reader, at2, location) {
  const usual = location === "query" || location === "cookie" ? "form" : "simple";
  const style = stringField(reader, at2, "style") ?? usual;
  const explode = field(at2, "explode") === void 0 ? style === "form" : booleanField(reader, at2, "explode");
  if (style !== usual) reader.report("parameter-style", `${at2.pointer}/style`, style);
  if (booleanField(reader, at2, "allowReserved"))
    reader.report("parameter-style", `${at2.pointer}/allowReserved`, "allowReserved");
  return usual === "form" && explode ? "repeated" : "joined";
}
function checkParameters(reader, operations, table) {
  const reported = /* @__PURE__ */ new Set();
  for (const { operation } of operations)
    for (const { name, schema, pointer } of operation.parameters) {
      if (reported.has(pointer) || isWritable(schema, table, true)) continue;
      reported.add(pointer);
      reader.report("parameter-style", pointer, `${name} can hold an object or a nested array`);
    }
}
function isWritable(schema, table, top, seen = /* @__PURE__ */ new Set()) {
  const allows = (type) => schema.types?.includes(type) ?? false;
  if (allows("object") || schema.types === void 0 && schema.object !== void 0) return false;
  if (allows("array") || schema.types === void 0 && schema.array !== void 0) {
    const items = [
      ...schema.array?.prefixItems ?? [],
      ...schema.array?.items ? [schema.array.items] : []
    ];
    if (!top || !items.every((each2) => isWritable(each2, table, false))) return false;
  }
  if (schema.ref !== void 0 && !seen.has(schema.ref)) {
    if (!isWritable(named(table, schema.ref).schema, table, top, seen.add(schema.ref))) return false;
  }
  return [...schema.allOf ?? [], ...schema.anyOf ?? [], ...schema.oneOf ?? []].every(
    (each2) => isWritable(each2, table, top, seen)
  );
}
function sharedParameters(operations) {
  const uses = /* @__PURE__ */ new Map();
  for (const { resource, operation } of operations)
    for (const parameter of operation.parameters) {
      const use = uses.get(parameter.name) ?? { resources: /* @__PURE__ */ new Set(), all: [] };
      uses.set(parameter.name, use);
      use.resources.add(resource);
      use.all.push(parameter);
    }
  return [...uses.values()].filter(
    ({ resources, all }) => resources.size > 1 && all.every((each2) => sameUse(each2, all[0]))
  ).map(({ all }) => all[0]).sort((a, b) => byCodeUnit(a.name, b.name));
}
function sameUse(a, b) {
  return a.in === b.in && sameRules(a.schema, b.schema);
}
function sameRules(a, b) {
  const bare = (schema) => JSON.stringify(
    schema,
    (key, value) => key === "pointer" || key === "annotations" ? void 0 : value
  );
  return bare(a) === bare(b);
}

// generator/model/paging.ts
function pageProperty(responses2, name, table) {
  const page = responses2.find((each2) => each2.status.startsWith("2"))?.content?.schema;
  return page && propertyOf(page, name, table);
}
function propertyOf(schema, name, table) {
  const own2 = schema.object?.properties.find((each2) => each2.name === name)?.schema;
  const parts = [
    ...schema.ref === void 0 ? [] : [named(table, schema.ref).schema],
    ...schema.allOf ?? []
  ];
  const found = own2 ?? parts.map((each2) => propertyOf(each2, name, table)).find((each2) => each2 !== void 0);
  return found?.ref !== void 0 && found.array === void 0 ? named(table, found.ref).schema : found;
}

// generator/model/lower-paging.ts
function lowerPaging(reader, at2) {
  const strategy = stringField(reader, at2, "strategy");
  const items = stringField(reader, at2, "items");
  const next = stringField(reader, at2, "next");
  if (strategy === "next-link" && items !== void 0 && next !== void 0)
    return { pointer: at2.pointer, strategy, items, next };
  reader.report("extension-invalid", at2.pointer, "paging needs strategy: next-link, items and next");
  return void 0;
}
function checkPaging(reader, operations, table) {
  for (const { operation } of operations) {
    const { paging, responses: responses2 } = operation;
    if (paging === void 0) continue;
    if (pageProperty(responses2, paging.items, table)?.array === void 0)
      reader.report(
        "extension-invalid",
        `${paging.pointer}/items`,
        `no answer has a list called ${paging.items}`
      );
    if (pageProperty(responses2, paging.next, table) === void 0)
      reader.report(
        "extension-invalid",
        `${paging.pointer}/next`,
        `no answer has a property called ${paging.next}`
      );
  }
}

// generator/model/lower-security.ts
function lowerSecuritySchemes(reader) {
  const components = objectField(reader, reader.root, "components");
  return members(components && objectField(reader, components, "securitySchemes")).flatMap((each2) => lowerScheme(reader, each2.key, each2) ?? []).sort((a, b) => byCodeUnit(a.name, b.name));
}
function lowerScheme(reader, name, place) {
  const at2 = follow(reader, place);
  if (at2 === void 0) return void 0;
  const text2 = stringField(reader, at2, "description");
  const common = { name, ...text2 === void 0 ? {} : { description: text2 } };
  const type = stringField(reader, at2, "type");
  const scheme = stringField(reader, at2, "scheme")?.toLowerCase();
  const location = stringField(reader, at2, "in");
  const key = stringField(reader, at2, "name");
  if (type === "http" && scheme === "basic") return { ...common, kind: "basic" };
  if (type === "http" && scheme === "bearer") return { ...common, kind: "bearer" };
  if (type === "oauth2" || type === "openIdConnect") return { ...common, kind: "bearer" };
  if (type === "apiKey" && key !== void 0 && (location === "header" || location === "query" || location === "cookie"))
    return { ...common, kind: "apiKey", in: location, key };
  reader.report(
    "security-scheme",
    at2.pointer,
    [type, scheme, location].filter(Boolean).join(" ") || "no type"
  );
  return void 0;
}
function lowerSecurity(reader, operation, schemes) {
  const own2 = field(operation, "security") !== void 0;
  return arrayField(reader, own2 ? operation : reader.root, "security").map(
    (each2) => members(follow(reader, each2)).map(({ key, pointer }) => {
      const declared = schemes.some((scheme) => scheme.name === key);
      if (!declared) reader.report("ref-unresolved", pointer, `no security scheme is called ${key}`);
      return key;
    })
  );
}

// generator/model/lower-operation.ts
var verbs = ["delete", "get", "head", "options", "patch", "post", "put", "trace"];
function lowerOperations(context) {
  const { reader } = context;
  const found = members(objectField(reader, reader.root, "paths")).filter((item) => !item.key.startsWith("x-")).flatMap((place) => {
    if (!place.key.startsWith("/"))
      reader.report("path-parameter", place.pointer, `${place.key} does not begin with a slash`);
    const item = follow(reader, place);
    return verbs.flatMap((verb) => {
      const at2 = item && objectField(reader, item, verb);
      return item === void 0 || at2 === void 0 ? [] : [{ path: place.key, item, at: at2, verb }];
    });
  });
  const lowered = withoutDuplicates(reader, found).map((each2) => lowerOperation(context, each2));
  return nameMethods(context, lowered);
}
function withoutDuplicates(reader, found) {
  const owners = /* @__PURE__ */ new Map();
  return found.filter(({ at: at2 }) => {
    const id = stringField(reader, at2, "operationId");
    if (id === void 0) return true;
    const owner = owners.get(id);
    if (owner === void 0) owners.set(id, at2.pointer);
    else
      reader.report(
        "operation-id-duplicate",
        `${at2.pointer}/operationId`,
        `${id} is also the one of ${owner}`
      );
    return owner === void 0;
  });
}
function lowerOperation(context, { path, item, at: at2, verb }) {
  const { reader, schemas } = context;
  const curated = curation(reader, at2);
  const id = stringField(reader, at2, "operationId");
  const original = id ?? `${verb} ${path}`;
  const name = context.exported.claim(
    [camelCase(curated.name ?? original), camelCase(`${verb} ${path}`), exactName(original)],
    at2.pointer
  );
  const resource = camelCase(curated.resource ?? strings(reader, at2, "tags")[0] ?? firstSegment(path));
  const parameters = lowerParameters(reader, schemas, item, at2);
  checkPath(reader, at2, path, parameters);
  if (field(at2, "callbacks") !== void 0) reader.report("ignored-callbacks", `${at2.pointer}/callbacks`, "");
  const typeName = (suffix) => (schema) => context.nameSchema(schema, pascalCase(name) + suffix, original + suffix, resource);
  const body = lowerBody(context, at2, typeName("Body"));
  const claim = (suffix) => context.exported.claim([pascalCase(name) + suffix, exactName(original + suffix)], at2.pointer);
  const shared = body?.content.schema !== void 0 && !isOwn(body.content.schema.ref, at2);
  return {
    resource,
    method: curated.method,
    operation: {
      pointer: at2.pointer,
      name,
      paramsType: claim("Params"),
      responsesType: claim("Responses"),
      ...shared ? { bodyAlias: claim("Body") } : {},
      method: name,
      verb: verb.toUpperCase(),
      path,
      ...proseOf(reader, at2),
      deprecated: booleanField(reader, at2, "deprecated"),
      parameters,
      ...body === void 0 ? {} : { body },
      responses: lowerResponses(
        context,
        at2,
        (status) => typeName(`Response${pascalCase(status).replace(/^_/, "")}`)
      ),
      ...curated.paging === void 0 ? {} : { paging: curated.paging },
      security: lowerSecurity(reader, at2, context.securitySchemes)
    }
  };
}
var isOwn = (id, operation) => id?.startsWith(`${operation.pointer}/`) === true;
function curation(reader, operation) {
  const at2 = objectField(reader, operation, "x-specwright");
  if (at2 === void 0) return {};
  for (const { key, pointer } of members(at2))
    if (!["resource", "method", "name", "paging"].includes(key))
      reader.report("extension-invalid", pointer, `${key} is unknown`);
  const paging = objectField(reader, at2, "paging");
  const optional2 = (key) => {
    const text2 = stringField(reader, at2, key);
    return text2 === void 0 ? {} : { [key]: text2 };
  };
  const declared = paging && lowerPaging(reader, paging);
  return {
    ...optional2("resource"),
    ...optional2("method"),
    ...optional2("name"),
    ...declared === void 0 ? {} : { paging: declared }
  };
}
var firstSegment = (path) => path.split("/").find((segment) => segment !== "" && !segment.startsWith("{")) ?? "root";
function checkPath(reader, at2, path, parameters) {
  const inPath = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const declared = parameters.filter((each2) => each2.in === "path");
  for (const name of inPath)
    if (!declared.some((each2) => each2.name === name))
      reader.report("path-parameter", at2.pointer, `{${name}} of ${path} is not declared`);
  for (const each2 of declared)
    if (!inPath.includes(each2.name))
      reader.report("path-parameter", each2.pointer, `${each2.name} does not stand in ${path}`);
}
function lowerBody(context, operation, name) {
  const { reader, schemas } = context;
  const at2 = follow(reader, field(operation, "requestBody"));
  if (at2 === void 0) return void 0;
  const content = lowerContent(reader, schemas, at2, "request", name);
  const description = stringField(reader, at2, "description");
  if (content === void 0) return void 0;
  return {
    required: booleanField(reader, at2, "required"),
    ...description === void 0 ? {} : { description },
    content
  };
}
function lowerResponses(context, operation, name) {
  const { reader, schemas } = context;
  return members(objectField(reader, operation, "responses")).filter((each2) => !each2.key.startsWith("x-")).flatMap((place) => {
    const status = place.key.toUpperCase() === "DEFAULT" ? "default" : place.key.toUpperCase();
    if (status !== "default" && !/^[1-5](\d\d|XX)$/.test(status))
      reader.report(
        "wrong-type",
        place.pointer,
        `expected a status code, 1XX to 5XX or default, found ${place.key}`
      );
    const at2 = follow(reader, expect(reader, place, isObject, "an object"));
    if (at2 === void 0) return [];
    const description = stringField(reader, at2, "description");
    const content = lowerContent(reader, schemas, at2, "response", name(status));
    return [
      { status, ...description ? { description } : {}, ...content === void 0 ? {} : { content } }
    ];
  }).sort((a, b) => byCodeUnit(a.status, b.status));
}
function nameMethods(context, operations) {
  const tables = /* @__PURE__ */ new Map();
  return operations.map(({ resource, operation, method }) => {
    const table = tables.get(resource) ?? new NameTable(context.reader.report);
    tables.set(resource, table);
    const wish = method ?? withoutResource(operation.name, resource);
    const name = table.claim([wish, operation.name], operation.pointer);
    return { resource, operation: { ...operation, method: name } };
  });
}
var either = (word) => `${word}|${word.charAt(0).toUpperCase()}${word.slice(1)}`;
function withoutResource(name, resource) {
  const singular = resource.replace(/(?<=s)es$|ies$|s$/i, (end) => end === "ies" ? "y" : "");
  const rest = name.replace(new RegExp(`(${either(resource)}|${either(singular)})(?![a-z])`), "").replace(/_$/, "");
  return rest === "" || !/^[A-Za-z]/.test(rest) ? name : rest.charAt(0).toLowerCase() + rest.slice(1);
}

// generator/model/formats.ts
var around = (max, whole = true) => ({ min: -max, max, whole });
var signed = (bits) => ({
  min: -(2 ** (bits - 1)),
  max: 2 ** (bits - 1) - 1,
  whole: true
});
var unsigned = (bits) => ({ min: 0, max: 2 ** bits - 1, whole: true });
var knownFormats = /* @__PURE__ */ new Map([
  ["base64url", { check: "isBase64url" }],
  ["binary", {}],
  ["byte", { check: "isByte" }],
  ["char", { check: "isChar" }],
  ["commonmark", {}],
  ["date", { check: "isDate", sample: "date" }],
  ["date-time", { check: "isDateTime", sample: "dateTime" }],
  ["date-time-local", { check: "isDateTimeLocal" }],
  ["date-time-rfc-2822", { check: "isRfc2822", sample: "rfc2822" }],
  ["decimal", { check: "isDecimal" }],
  ["decimal128", { check: "isDecimal128" }],
  ["double", {}],
  ["double-int", { range: around(Number.MAX_SAFE_INTEGER) }],
  ["duration", { check: "isDuration" }],
  ["email", { check: "isEmail" }],
  ["float", { range: around(34028234663852886e22, false) }],
  ["hostname", { check: "isHostname" }],
  ["html", {}],
  ["http-date", { check: "isHttpDate" }],
  ["idn-email", { check: "isIdnEmail" }],
  ["idn-hostname", { check: "isIdnHostname" }],
  ["int8", { range: signed(8) }],
  ["int16", { range: signed(16) }],
  ["int32", { range: signed(32) }],
  ["int64", { range: signed(64) }],
  ["ipv4", { check: "isIpv4", sample: "ipv4" }],
  ["ipv6", { check: "isIpv6", sample: "ipv6" }],
  ["iri", { check: "isIri" }],
  ["iri-reference", { check: "isIriReference" }],
  ["json-pointer", { check: "isJsonPointer" }],
  ["media-range", { check: "isMediaRange" }],
  ["password", {}],
  ["regex", { check: "isRegex" }],
  ["relative-json-pointer", { check: "isRelativeJsonPointer" }],
  ["sf-binary", { check: "isSfBinary" }],
  ["sf-boolean", { check: "isSfBoolean" }],
  ["sf-decimal", { check: "isSfDecimal", range: around(999999999999999e-3, false) }],
  ["sf-integer", { check: "isSfInteger", range: around(999999999999999) }],
  ["sf-string", { check: "isSfString" }],
  ["sf-token", { check: "isSfToken" }],
  ["time", { check: "isTime", sample: "time" }],
  ["time-local", { check: "isTimeLocal" }],
  ["uint8", { range: unsigned(8) }],
  ["uint16", { range: unsigned(16) }],
  ["uint32", { range: unsigned(32) }],
  ["uint64", { range: unsigned(64) }],
  ["unixtime", {}],
  ["uri", { check: "isUri" }],
  ["uri-reference", { check: "isUriReference" }],
  ["uri-template", { check: "isUriTemplate" }],
  ["uuid", { check: "isUuid", sample: "uuid" }]
]);
function numberRange(format) {
  return knownFormats.get(format ?? "")?.range;
}
function checksStrings(format) {
  return knownFormats.get(format)?.check !== void 0;
}
function isAssertable(format) {
  return checksStrings(format) || numberRange(format) !== void 0;
}

// generator/load/upgrade.ts
function upgradeSchema(schema) {
  if (typeof schema["$ref"] === "string") return { $ref: schema["$ref"] };
  const { nullable, example: example2, ...rest } = schema;
  let upgraded = rest;
  for (const [flag2, limit2] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"]
  ])
    upgraded = upgradeBound(upgraded, flag2, limit2);
  if (example2 !== void 0 && upgraded["examples"] === void 0)
    upgraded = { ...upgraded, examples: [example2] };
  return nullable === true ? allowNull(upgraded) : upgraded;
}
function upgradeBound(schema, flag2, limit2) {
  if (typeof schema[flag2] !== "boolean") return schema;
  const { [flag2]: exclusive, [limit2]: bound, ...rest } = schema;
  if (bound === void 0) return rest;
  return { ...rest, [exclusive === true ? flag2 : limit2]: bound };
}
function allowNull(schema) {
  const { type, enum: values } = schema;
  if (typeof type === "string") {
    const types = [type, "null"];
    return isArray(values) && !values.includes(null) ? { ...schema, type: types, enum: [...values, null] } : { ...schema, type: types };
  }
  if (isArray(values)) return { ...schema, enum: [...values.filter((each2) => each2 !== null), null] };
  if (isArray(schema["anyOf"])) return { ...schema, anyOf: [...schema["anyOf"], { type: "null" }] };
  if (!isArray(schema["oneOf"]) && !isArray(schema["allOf"])) return schema;
  const isNote = ([key]) => annotations.includes(key);
  const entries = Object.entries(schema);
  const rules2 = Object.fromEntries(entries.filter((each2) => !isNote(each2)));
  return { ...Object.fromEntries(entries.filter(isNote)), anyOf: [rules2, { type: "null" }] };
}
var annotations = [
  "title",
  "description",
  "default",
  "deprecated",
  "readOnly",
  "writeOnly",
  "examples"
];

// generator/model/reachable.ts
function memoReachable(scan) {
  const known = /* @__PURE__ */ new Map();
  return (start) => {
    const seen = /* @__PURE__ */ new Set([start]);
    let found = known.get(start);
    if (found !== void 0) return found;
    found = false;
    for (const pointer of seen) {
      const here = scan(pointer);
      if (here.found || here.next.some((each2) => known.get(each2) === true)) {
        found = true;
        break;
      }
      for (const each2 of here.next) if (known.get(each2) === void 0) seen.add(each2);
    }
    if (found) known.set(start, true);
    else for (const pointer of seen) known.set(pointer, false);
    return found;
  };
}

// generator/model/subschemas.ts
var single = [
  "items",
  "contains",
  "additionalProperties",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
  "unevaluatedItems",
  "unevaluatedProperties"
];
var lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
var maps = ["properties", "patternProperties", "dependentSchemas", "dependencies"];
var stores = ["$defs", "definitions"];
function appliedSchemas(at2) {
  return [
    ...single.flatMap((key) => schemasIn(at2, key, false)),
    ...lists.flatMap((key) => schemasIn(at2, key, true)),
    ...maps.flatMap((key) => schemasIn(at2, key, true))
  ];
}
function innerSchemas(at2) {
  return [
    ...appliedSchemas(at2),
    ...stores.flatMap((key) => schemasIn(at2, key, true)),
    ...schemasIn(at2, "contentSchema", false)
  ];
}
function schemasIn(at2, key, many2) {
  const value = member(at2.value, key);
  if (value === void 0) return [];
  const pointer = joinPointer(at2.pointer, key);
  if (!many2) return [{ value, pointer }];
  if (isArray(value)) return value.map((each2, i) => ({ value: each2, pointer: joinPointer(pointer, i) }));
  return isObject(value) ? members({ value, pointer }) : [];
}

// generator/model/directions.ts
function readDirections(schemas) {
  const isMarked = (at2, mark, seen = /* @__PURE__ */ new Set()) => {
    if (!isObject(at2.value)) return false;
    if (member(at2.value, mark) === true) return true;
    const [target] = schemas.refs(at2);
    if (target !== void 0 && !seen.has(target) && isMarked(schemas.at(target), mark, /* @__PURE__ */ new Set([...seen, target])))
      return true;
    const all = member(at2.value, "allOf");
    return isArray(all) && all.some((value, i) => isMarked({ value, pointer: joinPointer(at2.pointer, "allOf", i) }, mark, seen));
  };
  const scan = (at2) => {
    if (!isObject(at2.value)) return { found: false, next: [] };
    const raw = schemas.read(at2);
    const inner = appliedSchemas(raw).map(scan);
    const properties = field(raw, "properties");
    const marked = members(
      properties && isObject(properties.value) ? properties : void 0
    ).some((each2) => isMarked(each2, "readOnly") || isMarked(each2, "writeOnly"));
    return {
      found: marked || inner.some((each2) => each2.found),
      next: [...schemas.refs(raw), ...inner.flatMap((each2) => each2.next)]
    };
  };
  return { directed: memoReachable((pointer) => scan(schemas.at(pointer))), isMarked };
}

// generator/model/dynamic-scope.ts
function dynamicScopes(identifiers, at2) {
  const enter = (scope, pointer) => {
    const fresh = [...identifiers.dynamicAnchors(pointer)].filter(([name]) => !scope.has(name));
    return fresh.length === 0 ? scope : new Map([...scope, ...fresh]);
  };
  const dynamicName = (initial) => {
    const name = initial === void 0 ? void 0 : member(at2(initial).value, "$dynamicAnchor");
    return typeof name === "string" ? name : void 0;
  };
  const anchorName = (ref, initial) => {
    const name = dynamicName(initial);
    return name !== void 0 && ref.endsWith(`#${name}`) ? name : void 0;
  };
  const candidates = (ref, from) => {
    const initial = identifiers.resolve(ref, from);
    const name = anchorName(ref, initial);
    return name === void 0 ? initial === void 0 ? [] : [initial] : identifiers.anchored(name);
  };
  const resolve = (ref, from, scope) => {
    const initial = identifiers.resolve(ref, from);
    const name = anchorName(ref, initial);
    return name === void 0 ? initial : scope.get(name) ?? initial;
  };
  const namesFrom = memo((start) => {
    const names2 = /* @__PURE__ */ new Set();
    const seen = /* @__PURE__ */ new Set([start]);
    const visit = (schema) => {
      const { $ref, $dynamicRef } = isObject(schema.value) ? schema.value : {};
      const targets = [
        ...typeof $ref === "string" ? [identifiers.resolve($ref, schema.pointer)] : [],
        ...typeof $dynamicRef === "string" ? candidates($dynamicRef, schema.pointer) : []
      ];
      for (const target of targets) if (target !== void 0) seen.add(target);
      if (typeof $dynamicRef === "string") {
        const name = anchorName($dynamicRef, identifiers.resolve($dynamicRef, schema.pointer));
        if (name !== void 0) names2.add(name);
      }
      for (const each2 of appliedSchemas(schema)) visit(each2);
    };
    for (const pointer of seen) visit(at2(pointer));
    return names2;
  });
  const key = (scope, pointer) => {
    if (scope.size === 0) return "";
    const own2 = enter(/* @__PURE__ */ new Map(), pointer);
    return [...namesFrom(pointer)].filter((name) => scope.get(name) !== own2.get(name)).sort().map((name) => `${name}=${scope.get(name)}`).join();
  };
  return { enter, key, resolve, candidates };
}
function memo(make2) {
  const known = /* @__PURE__ */ new Map();
  return (pointer) => {
    const value = known.get(pointer) ?? make2(pointer);
    known.set(pointer, value);
    return value;
  };
}

// generator/model/identifiers.ts
var documentUri = "description://local/";
var validationVocabulary = "https://json-schema.org/draft/2020-12/vocab/validation";
function readIdentifiers(root, report2) {
  const byUri = /* @__PURE__ */ new Map();
  const byPointer = /* @__PURE__ */ new Map();
  const document = add(documentUri, "");
  function add(uri, pointer) {
    const resource = { uri, pointer, anchors: /* @__PURE__ */ new Map(), dynamicAnchors: /* @__PURE__ */ new Map() };
    if (byUri.has(uri)) report2("schema-id", joinPointer(pointer, "$id"), uri);
    else byUri.set(uri, resource);
    byPointer.set(pointer, resource);
    return resource;
  }
  const addAnchor = (anchors, name, { pointer }, keyword) => {
    if (anchors.has(name) && anchors.get(name) !== pointer)
      report2("schema-id", joinPointer(pointer, keyword), name);
    else anchors.set(name, pointer);
  };
  const visitSchema = (at2, outer) => {
    if (!isObject(at2.value)) return;
    const { $id, $anchor, $dynamicAnchor } = at2.value;
    const uri = typeof $id === "string" ? absolute($id, outer.uri) : void 0;
    if (typeof $id === "string" && uri === void 0)
      report2("schema-id", joinPointer(at2.pointer, "$id"), $id);
    const resource = uri === void 0 || uri === outer.uri ? outer : add(uri, at2.pointer);
    if (typeof $anchor === "string") addAnchor(resource.anchors, $anchor, at2, "$anchor");
    if (typeof $dynamicAnchor === "string") {
      addAnchor(resource.anchors, $dynamicAnchor, at2, "$dynamicAnchor");
      resource.dynamicAnchors.set($dynamicAnchor, resource.anchors.get($dynamicAnchor) ?? at2.pointer);
    }
    for (const each2 of innerSchemas(at2)) visitSchema(each2, resource);
  };
  for (const each2 of schemasOf({ value: root, pointer: "" })) visitSchema(each2, document);
  const resourceOf = (pointer) => {
    if (byPointer.size === 1) return document;
    let at2 = pointer;
    for (; ; ) {
      const found = byPointer.get(at2);
      if (found !== void 0) return found;
      at2 = at2.slice(0, at2.lastIndexOf("/"));
    }
  };
  const resolve = (ref, from) => {
    const base = resourceOf(from);
    const local = localPointer(ref);
    if (local !== void 0) return base.pointer + local;
    const target = parse(ref, base.uri);
    const resource = target && byUri.get(target.uri);
    if (target === void 0 || resource === void 0) return void 0;
    if (target.fragment === "" || target.fragment.startsWith("/")) return resource.pointer + target.fragment;
    return resource.anchors.get(target.fragment);
  };
  return {
    isPlain: byPointer.size === 1 && document.anchors.size === 0,
    resolve,
    dynamicAnchors: (pointer) => resourceOf(pointer).dynamicAnchors,
    anchored: (name) => [...byPointer.values()].flatMap((each2) => each2.dynamicAnchors.get(name) ?? []),
    validates: (pointer) => {
      const { pointer: start } = resourceOf(pointer);
      const dialect = member(valueAt(root, start), "$schema");
      const metaschema = typeof dialect === "string" ? resolve(dialect, start) : void 0;
      const vocabularies = metaschema && member(valueAt(root, metaschema), "$vocabulary");
      return !isObject(vocabularies) || vocabularies[validationVocabulary] !== void 0;
    }
  };
}
function parse(ref, base) {
  try {
    const url = new URL(ref, base);
    const fragment = decodeURIComponent(url.hash.slice(1));
    url.hash = "";
    return { uri: url.href, fragment };
  } catch {
    return void 0;
  }
}
function absolute(id, base) {
  const parsed = parse(id, base);
  return parsed?.fragment === "" ? parsed.uri : void 0;
}
var foreign = /* @__PURE__ */ new Set(["example", "examples", "value", "default"]);
function* schemasOf({ value, pointer }) {
  if (isArray(value))
    for (const [i, each2] of value.entries())
      yield* schemasOf({ value: each2, pointer: joinPointer(pointer, i) });
  else if (isObject(value))
    for (const [key, each2] of Object.entries(value)) {
      const at2 = { value: each2, pointer: joinPointer(pointer, key) };
      if (foreign.has(key) || key.startsWith("x-")) continue;
      if (pointer === "/components" && key === "schemas" && isObject(each2))
        for (const [name, schema] of Object.entries(each2))
          yield { value: schema, pointer: joinPointer(at2.pointer, name) };
      else if (key === "schema" || key === "itemSchema") yield at2;
      else yield* schemasOf(at2);
    }
}

// generator/model/lower-discriminator.ts
function lowerDiscriminator(reader, raw, resolve) {
  const at2 = objectField(reader, raw, "discriminator");
  if (at2 === void 0) return void 0;
  const property = stringField(reader, at2, "propertyName");
  if (property === void 0) {
    reader.report("missing-field", at2.pointer, "propertyName");
    return void 0;
  }
  const branches2 = [...arrayField(reader, raw, "oneOf"), ...arrayField(reader, raw, "anyOf")];
  if (branches2.length === 0) return void 0;
  if (field(raw, "oneOf") !== void 0 && field(raw, "anyOf") !== void 0) {
    reader.report("schema-discriminator", at2.pointer, property);
    return void 0;
  }
  const mapping = members(objectField(reader, at2, "mapping"));
  const tags = branches2.map((branch) => tagsOf(reader, branch, property, mapping, resolve));
  const all = tags.flat();
  const distinct2 = all.every((tag, i) => !all.slice(0, i).some((other) => sameJson(tag, other)));
  const declared = branches2.map(
    (each2, i) => sameJson(ownTags(reader, each2, property, resolve, /* @__PURE__ */ new Set()), tags[i] ?? [])
  );
  if (distinct2 && tags.every((each2, i) => each2.length > 0 || isNullBranch(branches2[i])))
    return { property, tags, declared };
  reader.report("schema-discriminator", at2.pointer, property);
  return void 0;
}
function tagsOf(reader, branch, property, mapping, resolve) {
  const pointer = refTarget(branch, resolve);
  const mapped = mapping.filter((each2) => pointer !== void 0 && mappingTarget(each2, resolve) === pointer);
  const own2 = ownTags(reader, branch, property, resolve, /* @__PURE__ */ new Set());
  if (mapped.length > 0 && own2.every((tag) => typeof tag === "string")) return mapped.map((each2) => each2.key);
  if (own2.length > 0) return own2;
  return pointer !== void 0 && pointer.startsWith("/components/schemas/") ? [pointer.slice(pointer.lastIndexOf("/") + 1)] : [];
}
function ownTags(reader, at2, property, resolve, seen) {
  if (seen.has(at2.pointer)) return [];
  seen.add(at2.pointer);
  const ref = refTarget(at2, resolve);
  if (ref !== void 0) {
    const target = { value: valueAt(reader.root.value, ref) ?? true, pointer: ref };
    return ownTags(reader, target, property, resolve, seen);
  }
  const schema = member(member(at2.value, "properties"), property);
  const constant3 = member(schema, "const");
  if (constant3 !== void 0) return [constant3];
  const values = member(schema, "enum");
  if (isArray(values)) return values;
  const all = member(at2.value, "allOf");
  return isArray(all) ? all.flatMap(
    (value, i) => ownTags(reader, { value, pointer: joinPointer(at2.pointer, "allOf", i) }, property, resolve, seen)
  ) : [];
}
function mappingTarget({ value, pointer }, resolve) {
  if (typeof value !== "string") return void 0;
  const component = joinPointer("/components/schemas", value);
  return value.includes("#") ? resolve(value, pointer) : component;
}
function refTarget({ value, pointer }, resolve) {
  const ref = member(value, "$ref");
  return typeof ref === "string" ? resolve(ref, pointer) : void 0;
}
var isNullBranch = (at2) => at2 !== void 0 && member(at2.value, "type") === "null";

// generator/model/pattern-time.ts
import { createRequire } from "node:module";
import { RegExpParser as RegExpParser2, visitRegExpAST as visitRegExpAST2 } from "@eslint-community/regexpp";

// generator/model/pattern-choices.ts
import { visitRegExpAST } from "@eslint-community/regexpp";

// generator/model/pattern-shape.ts
import { RegExpParser } from "@eslint-community/regexpp";
function patternShape({ source, flags }) {
  const tree = new RegExpParser().parsePattern(source, void 0, void 0, { unicode: flags === "u" });
  const starts = tree.alternatives.every((each2) => isEdge(each2.elements[0], "start"));
  const ends = tree.alternatives.every((each2) => isEdge(each2.elements.at(-1), "end"));
  const openStart = !tree.alternatives.some((each2) => isEdge(each2.elements[0], "start"));
  const openEnd = !tree.alternatives.some((each2) => isEdge(each2.elements.at(-1), "end"));
  try {
    const options = tree.alternatives.map(
      ({ elements }) => sequence(
        elements.filter(
          (each2, i) => !(i === 0 && isEdge(each2, "start")) && !(i === elements.length - 1 && isEdge(each2, "end"))
        ),
        flags
      )
    );
    return {
      shape: options.length === 1 ? options[0] : { kind: "choice", options },
      anchored: starts && ends,
      openStart,
      openEnd
    };
  } catch (cause) {
    if (cause instanceof Unsupported) return void 0;
    throw cause;
  }
}
function lengthsOf(shape) {
  switch (shape.kind) {
    case "text":
      return { min: [...shape.text].length, max: [...shape.text].length };
    case "chars":
      return { min: shape.min, max: shape.max };
    case "sequence":
      return total(shape.parts.map(lengthsOf));
    case "choice": {
      const all = shape.options.map(lengthsOf);
      return { min: Math.min(...all.map((each2) => each2.min)), max: Math.max(...all.map((each2) => each2.max)) };
    }
    case "repeat": {
      const part = lengthsOf(shape.part);
      return {
        min: shape.min * part.min,
        max: shape.max === 0 ? 0 : part.max === 0 ? 0 : shape.max * part.max
      };
    }
  }
}
function fit(shape, { min, max }) {
  const natural = lengthsOf(shape);
  if (natural.max < min || natural.min > max) return void 0;
  switch (shape.kind) {
    case "text":
      return shape;
    case "chars":
      return { ...shape, min: Math.max(shape.min, min), max: Math.min(shape.max, max) };
    case "choice": {
      const options = shape.options.flatMap((each2) => fit(each2, { min, max }) ?? []);
      return options.length === 0 ? void 0 : { kind: "choice", options };
    }
    case "sequence": {
      const parts = share(shape.parts.map(lengthsOf), { min, max }).map(
        (range, i) => fit(shape.parts[i], range)
      );
      return parts.every((each2) => each2 !== void 0) ? { kind: "sequence", parts } : void 0;
    }
    case "repeat": {
      const part = lengthsOf(shape.part);
      for (let count = shape.min; count <= Math.min(shape.max, shape.min + max + 1); count++) {
        if (count * part.max < min) continue;
        return fit(
          { kind: "sequence", parts: Array.from({ length: count }, () => shape.part) },
          { min, max }
        );
      }
      return void 0;
    }
  }
}
function share(parts, wanted) {
  let missing = Math.max(0, wanted.min - total(parts).min);
  const raised = parts.map(({ min, max }) => {
    const more = Math.min(missing, max - min);
    missing -= more;
    return { min: min + more, max };
  });
  let spare = wanted.max - total(raised).min;
  return raised.map(({ min, max }) => {
    const room = Math.min(spare, max - min);
    spare -= room;
    return { min, max: min + room };
  });
}
var total = (ranges) => ({
  min: ranges.reduce((sum, each2) => sum + each2.min, 0),
  max: ranges.reduce((sum, each2) => sum + each2.max, 0)
});
var Unsupported = class extends Error {
};
var isEdge = (element, kind) => element?.type === "Assertion" && element.kind === kind;
function sequence(elements, flags) {
  const parts = [];
  for (const element of elements) {
    const part = shapeOf(element, flags);
    const last = parts.at(-1);
    if (part.kind === "text" && last?.kind === "text")
      parts[parts.length - 1] = { kind: "text", text: last.text + part.text };
    else parts.push(part);
  }
  return parts.length === 1 ? parts[0] : { kind: "sequence", parts };
}
function shapeOf(element, flags) {
  switch (element.type) {
    case "Character":
      return { kind: "text", text: String.fromCodePoint(element.value) };
    case "CharacterClass":
    case "CharacterSet":
    case "ExpressionCharacterClass":
      return { kind: "chars", alphabet: alphabetOf(element.raw, flags), min: 1, max: 1 };
    case "Group":
    case "CapturingGroup": {
      const options = element.alternatives.map((each2) => sequence(each2.elements, flags));
      return options.length === 1 ? options[0] : { kind: "choice", options };
    }
    case "Quantifier": {
      const part = shapeOf(element.element, flags);
      const { min, max } = element;
      return part.kind === "chars" && part.min === 1 && part.max === 1 ? { ...part, min, max } : { kind: "repeat", part, min, max };
    }
    case "Assertion":
    case "Backreference":
      throw new Unsupported();
  }
}
function alphabetOf(raw, flags) {
  const expression = new RegExp(`^(?:${raw})$`, flags);
  for (const kind of kindsOfCharacters) {
    const found = kind.filter((each2) => expression.test(each2));
    if (found.length > 0) return found.slice(0, 64).join("");
  }
  throw new Unsupported();
}
var kindsOfCharacters = [
  [...between("0", "9"), ...between("a", "z")],
  between("A", "Z"),
  between("!", "~"),
  [" "],
  between("\xA1", "\u2FFF"),
  between("\0", "")
];
function between(from, to) {
  const [start, end] = [from.charCodeAt(0), to.charCodeAt(0)];
  return Array.from({ length: end - start + 1 }, (_, i) => String.fromCharCode(start + i));
}
function impliesLengths({ minLength, maxLength, pattern }) {
  if (pattern?.flags !== "u") return false;
  const found = patternShape(pattern);
  if (!found?.anchored) return false;
  const { min, max } = lengthsOf(found.shape);
  return min >= (minLength ?? 0) && max <= (maxLength ?? Infinity);
}

// generator/model/pattern-choices.ts
function ambiguousChoice(tree, flags) {
  let found;
  visitRegExpAST(tree, {
    onQuantifierEnter: ({ element, max, raw }) => {
      if (max < 10 || element.type !== "Group" && element.type !== "CapturingGroup") return;
      if (isAmbiguous(element.alternatives, flags)) found ??= raw;
    }
  });
  return found;
}
function isAmbiguous(alternatives2, flags) {
  return alternatives2.some((alternative) => {
    const others2 = alternatives2.filter((each2) => each2 !== alternative);
    const shape = patternShape({ source: alternative.raw, flags })?.shape;
    if (others2.length === 0 || shape === void 0) return false;
    const text2 = instanceOf(shape);
    return text2 !== "" && matcher(others2, flags)?.test(text2) === true;
  });
}
function matcher(alternatives2, flags) {
  try {
    return new RegExp(`^(?:${alternatives2.map((each2) => each2.raw).join("|")})+$`, flags);
  } catch {
    return void 0;
  }
}
function instanceOf(shape) {
  switch (shape.kind) {
    case "text":
      return shape.text;
    case "chars":
      return shape.alphabet.slice(0, 1).repeat(Math.max(shape.min, Math.min(1, shape.max)));
    case "sequence":
      return shape.parts.map(instanceOf).join("");
    case "choice":
      return shape.options.slice(0, 1).map(instanceOf).join("");
    case "repeat":
      return instanceOf(shape.part).repeat(Math.max(shape.min, Math.min(1, shape.max)));
  }
}

// generator/model/pattern-time.ts
var require2 = createRequire(import.meta.url);
var most = 50;
var deepest = 4;
var many = 10;
function slownessOf({ source, flags }) {
  const tree = new RegExpParser2().parsePattern(source, void 0, void 0, { unicode: flags === "u" });
  const choice = ambiguousChoice(tree, flags);
  if (choice !== void 0)
    return `${choice} can match the same text by several of its alternatives, and each is tried (exponential time)`;
  const repetitions = repetitionsOf(tree);
  if (!isWorthAnalysing(repetitions)) return void 0;
  const { analyse } = require2("scslre");
  const endless2 = withoutLimits(source, repetitions);
  const { reports } = analyse({ source: endless2, flags }, { reportTypes: { Move: false }, maxReports: 8 });
  const report2 = reports.find((each2) => each2.exponential) ?? reports[0];
  return report2 && explain(report2, endless2 === source);
}
function repetitionsOf(tree) {
  const repetitions = [];
  const open = [];
  visitRegExpAST2(tree, {
    onQuantifierEnter: (node) => {
      for (const each2 of open) each2.isOuter = true;
      const repetition = { node, depth: open.length, isOuter: false };
      repetitions.push(repetition);
      open.push(repetition);
    },
    onQuantifierLeave: () => void open.pop()
  });
  return repetitions;
}
var isNested = ({ depth, isOuter }) => depth > 0 || isOuter;
var isEndless = (each2) => each2.node.max === Infinity || isNested(each2) && each2.node.max >= many;
function isWorthAnalysing(repetitions) {
  const endless2 = repetitions.filter(isEndless);
  return (endless2.length > 1 || endless2.some(isNested)) && endless2.length <= most && repetitions.every((each2) => each2.depth <= deepest);
}
function withoutLimits(source, repetitions) {
  return repetitions.filter((each2) => isEndless(each2) && each2.node.max !== Infinity).map(({ node }) => ({ node, at: node.element.end })).sort((a, b) => b.at - a.at).reduce((text2, { node, at: at2 }) => {
    const lazy = node.greedy ? "" : "?";
    return `${text2.slice(0, at2)}{${node.min},}${lazy}${text2.slice(node.end)}`;
  }, source);
}
function explain(report2, verbatim) {
  const growth = report2.exponential ? "exponential" : "at least quadratic";
  const run = `a run of ${JSON.stringify(report2.character.pick)} in many ways, and each is tried (${growth} time)`;
  const fixed = verbatim ? report2.fix() : void 0;
  return `${ambiguity(report2)} ${run}${fixed === void 0 ? "" : `; ${fixed.source} is the same without that`}`;
}
function ambiguity(report2) {
  switch (report2.type) {
    case "Trade":
      return `${report2.startQuant.raw} and ${report2.endQuant.raw} can share`;
    case "Self":
      return `${report2.parentQuant.raw} can split`;
    case "Move":
      return `${report2.quant.raw} can start`;
  }
}

// generator/model/pattern.ts
function readPattern(report2, source, pointer) {
  for (const flags of ["u", ""]) {
    try {
      new RegExp(source, flags);
    } catch {
      continue;
    }
    if (flags === "") report2("schema-pattern-unicode", pointer, source);
    const slowness = analysed(report2, { source, flags });
    if (slowness !== void 0) report2("schema-pattern-slow", pointer, slowness);
    return { source, flags };
  }
  report2("schema-pattern", pointer, source);
  return void 0;
}
var analyses = /* @__PURE__ */ new WeakMap();
function analysed(report2, pattern) {
  const known = analyses.get(report2) ?? /* @__PURE__ */ new Map();
  analyses.set(report2, known);
  const key = `${pattern.flags}/${pattern.source}`;
  if (!known.has(key)) known.set(key, slownessOf(pattern));
  return known.get(key);
}

// generator/model/lower-rules.ts
function lowerTypes(reader, raw) {
  const at2 = field(raw, "type");
  if (at2 === void 0) return void 0;
  const names2 = isArray(at2.value) ? at2.value : [at2.value];
  const types = jsonTypes.filter((type) => names2.includes(type));
  const unknown = names2.find((name) => !jsonTypes.includes(name));
  if (unknown !== void 0 || names2.length === 0)
    reader.report("schema-type", at2.pointer, unknown === void 0 ? "an empty list" : describe(unknown));
  return types.includes("number") ? types.filter((type) => type !== "integer") : types;
}
function lowerEnum(reader, raw, types) {
  const listed2 = field(raw, "enum") === void 0 ? void 0 : arrayField(reader, raw, "enum").map((each2) => each2.value);
  const constant3 = member(raw.value, "const");
  if (listed2 === void 0 && constant3 === void 0) return {};
  const values = constant3 === void 0 ? listed2 ?? [] : listed2 === void 0 ? [constant3] : listed2.filter((v) => sameJson(v, constant3));
  const allowed = types === void 0 ? values : values.filter((value) => types.some((type) => isOfType(value, type)));
  return {
    enum: allowed.filter((value, i) => !allowed.slice(0, i).some((earlier) => sameJson(earlier, value))),
    ...constant3 === void 0 ? {} : { constant: true }
  };
}
function lowerString(reader, raw, asserts) {
  const pattern = stringField(reader, raw, "pattern");
  const format = stringField(reader, raw, "format");
  return nonEmpty({
    minLength: countField(reader, raw, "minLength"),
    maxLength: countField(reader, raw, "maxLength"),
    pattern: pattern === void 0 ? void 0 : readPattern(reader.report, pattern, joinPointer(raw.pointer, "pattern")),
    format: format !== void 0 && checksStrings(format) && asserts(format) ? format : void 0
  });
}
function lowerNumber(reader, raw, asserts) {
  const format = stringField(reader, raw, "format");
  return nonEmpty({
    minimum: numberField(reader, raw, "minimum"),
    maximum: numberField(reader, raw, "maximum"),
    exclusiveMinimum: numberField(reader, raw, "exclusiveMinimum"),
    exclusiveMaximum: numberField(reader, raw, "exclusiveMaximum"),
    multipleOf: numberField(reader, raw, "multipleOf", "a number above 0", (value) => value > 0),
    format: numberRange(format) !== void 0 && asserts(format) ? format : void 0
  });
}
function lowerAnnotations(reader, raw, asserts) {
  const format = stringField(reader, raw, "format");
  const listed2 = field(raw, "examples");
  const examples = listed2 !== void 0 && isArray(listed2.value) ? listed2.value : [];
  if (listed2 !== void 0 && !isArray(listed2.value))
    reader.report("annotation-ignored", listed2.pointer, "examples");
  return present({
    title: stringField(reader, raw, "title"),
    description: stringField(reader, raw, "description"),
    default: member(raw.value, "default"),
    examples: examples.length === 0 ? void 0 : examples,
    deprecated: booleanField(reader, raw, "deprecated") || void 0,
    format: format === void 0 || asserts(format) ? void 0 : format
  });
}

// generator/model/lower-schema.ts
var foreignKeywords = ["$recursiveRef"];
function schemaLowering(reader, dialect, asserts) {
  const wanted = /* @__PURE__ */ new Map();
  const at2 = (pointer) => ({ value: valueAt(reader.root.value, pointer) ?? true, pointer });
  const identifiers = readIdentifiers(reader.root.value, dialect === "3.0" ? () => {
  } : reader.report);
  const scopes = dynamicScopes(identifiers, at2);
  const upgrade = (raw) => dialect === "3.0" ? { ...raw, value: upgradeSchema(raw.value) } : raw;
  const refs = ({ value, pointer }) => {
    const [$ref, $dynamicRef] = [member(value, "$ref"), member(value, "$dynamicRef")];
    const target = typeof $ref === "string" ? identifiers.resolve($ref, pointer) : void 0;
    return [
      ...target === void 0 ? [] : [target],
      ...typeof $dynamicRef === "string" ? scopes.candidates($dynamicRef, pointer) : []
    ];
  };
  const { directed, isMarked } = readDirections({ at: at2, read: upgrade, refs });
  const wantIn = (pointer, { direction, scope }) => {
    const inside = scopes.enter(scope, pointer);
    const key = scopes.key(inside, pointer);
    const id = [pointer, ...directed(pointer) ? [direction] : [], ...key === "" ? [] : [key]].join(">");
    if (!wanted.has(id)) wanted.set(id, { pointer, view: { direction, scope: inside } });
    return id;
  };
  const lowerIn = (place, outer) => {
    const { pointer } = place;
    if (place.value === true) return { pointer, annotations: {} };
    if (place.value === false) return { pointer, never: true, annotations: {} };
    const object = expect(reader, place, isObject, "a schema (an object, true or false)");
    if (object === void 0) return { pointer, annotations: {} };
    const raw = validating(upgrade(object));
    for (const keyword of foreignKeywords)
      if (member(raw.value, keyword) !== void 0)
        reader.report("schema-keyword", joinPointer(pointer, keyword), keyword);
    const view = { ...outer, scope: scopes.enter(outer.scope, pointer) };
    const [ref, ...more] = lowerRefs(raw, view);
    const types = lowerTypes(reader, raw);
    return collapse(
      present({
        pointer,
        ref,
        types,
        ...lowerEnum(reader, raw, types),
        string: lowerString(reader, raw, asserts),
        number: lowerNumber(reader, raw, asserts),
        array: lowerArray(raw, view),
        object: lowerObject(raw, view),
        allOf: some([
          ...more.map((id) => ({ pointer, ref: id, annotations: {} })),
          ...lowerList(raw, "allOf", view)
        ]),
        anyOf: some(lowerList(raw, "anyOf", view)),
        oneOf: some(lowerList(raw, "oneOf", view)),
        not: lowerField(raw, "not", view),
        conditional: lowerConditional(raw, view),
        discriminator: lowerDiscriminator(reader, raw, identifiers.resolve),
        annotations: lowerAnnotations(reader, raw, asserts)
      })
    );
  };
  const validating = (raw) => {
    if (identifiers.validates(raw.pointer)) return raw;
    const kept = Object.entries(raw.value).filter(([key]) => !validationKeywords.has(key));
    return { ...raw, value: Object.fromEntries(kept) };
  };
  const lowerField = (raw, key, view) => {
    const value = field(raw, key);
    return value && lowerIn(value, view);
  };
  const lowerList = (raw, key, view) => arrayField(reader, raw, key).map((each2) => lowerIn(written(each2, raw), view));
  const written = (each2, raw) => dialect === "3.0" && valueAt(reader.root.value, each2.pointer) === void 0 ? { ...each2, pointer: raw.pointer } : each2;
  const lowerRefs = (raw, view) => ["$ref", "$dynamicRef"].flatMap((keyword) => {
    const ref = stringField(reader, raw, keyword);
    if (ref === void 0) return [];
    const pointer = keyword === "$ref" ? identifiers.resolve(ref, raw.pointer) : scopes.resolve(ref, raw.pointer, view.scope);
    if (pointer !== void 0 && valueAt(reader.root.value, pointer) !== void 0)
      return [wantIn(pointer, view)];
    reader.report(refProblem(ref), joinPointer(raw.pointer, keyword), ref);
    return [];
  });
  const lowerConditional = (raw, view) => {
    const condition = lowerField(raw, "if", view);
    return condition && present({ if: condition, then: lowerField(raw, "then", view), else: lowerField(raw, "else", view) });
  };
  const lowerArray = (raw, view) => {
    const contained = lowerField(raw, "contains", view);
    const max = countField(reader, raw, "maxContains");
    const min = countField(reader, raw, "minContains") ?? 1;
    return nonEmpty({
      prefixItems: some(lowerList(raw, "prefixItems", view)),
      items: lowerField(raw, "items", view),
      minItems: countField(reader, raw, "minItems"),
      maxItems: countField(reader, raw, "maxItems"),
      uniqueItems: booleanField(reader, raw, "uniqueItems") || void 0,
      contains: contained && { schema: contained, min, ...max === void 0 ? {} : { max } },
      unevaluatedItems: lowerField(raw, "unevaluatedItems", view)
    });
  };
  const lowerObject = (raw, view) => {
    const additionalProperties = lowerField(raw, "additionalProperties", view);
    const patternProperties = lowerPatternProperties(raw, view);
    const properties = lowerProperties(raw, view, patternProperties, additionalProperties);
    const dependencies = members(objectField(reader, raw, "dependencies"));
    const rest = nonEmpty({
      additionalProperties,
      propertyNames: lowerField(raw, "propertyNames", view),
      minProperties: countField(reader, raw, "minProperties"),
      maxProperties: countField(reader, raw, "maxProperties"),
      dependentRequired: some(
        [
          ...members(objectField(reader, raw, "dependentRequired")),
          ...dependencies.filter((each2) => isArray(each2.value))
        ].map((each2) => ({ name: each2.key, required: namesIn(each2) }))
      ),
      dependentSchemas: some(
        [
          ...members(objectField(reader, raw, "dependentSchemas")),
          ...dependencies.filter((each2) => !isArray(each2.value))
        ].map((each2) => ({ name: each2.key, schema: lowerIn(each2, view) }))
      ),
      unevaluatedProperties: lowerField(raw, "unevaluatedProperties", view)
    });
    if (properties.length === 0 && patternProperties.length === 0 && rest === void 0) return void 0;
    return { properties, patternProperties, ...rest };
  };
  const lowerProperties = (raw, view, patterns, additional) => {
    const required = new Set(
      arrayField(reader, raw, "required").flatMap((each2) => nameAt(each2)?.value ?? [])
    );
    const declared = members(objectField(reader, raw, "properties"));
    const hidden = view.direction === "request" ? "readOnly" : "writeOnly";
    const own2 = declared.filter((each2) => !isMarked(each2, hidden)).map((each2) => ({
      name: each2.key,
      required: required.has(each2.key),
      schema: lowerIn(each2, view)
    }));
    for (const each2 of declared) required.delete(each2.key);
    return [
      ...own2,
      ...[...required].map((name) => {
        const matching2 = patterns.filter(
          ({ pattern }) => new RegExp(pattern.source, pattern.flags).test(name)
        );
        return { name, required: true, schema: otherSchema(raw, matching2, additional), undeclared: true };
      })
    ];
  };
  const lowerPatternProperties = (raw, view) => members(objectField(reader, raw, "patternProperties")).flatMap((each2) => {
    const pattern = readPattern(reader.report, each2.key, each2.pointer);
    return pattern === void 0 ? [] : [{ pattern, schema: lowerIn(each2, view) }];
  });
  const nameAt = (each2) => expect(reader, each2, (v) => typeof v === "string", "a property name");
  const namesIn = (list2) => {
    const names2 = expect(reader, list2, isArray, "an array");
    return (names2?.value ?? []).flatMap(
      (value, i) => nameAt({ value, pointer: joinPointer(list2.pointer, i) })?.value ?? []
    );
  };
  return {
    lower: (place, direction) => lowerIn(place, { direction, scope: scopes.enter(/* @__PURE__ */ new Map(), place.pointer) }),
    lowerPlace: ({ pointer, view }) => lowerIn(at2(pointer), view),
    want: (pointer, direction) => wantIn(pointer, { direction, scope: /* @__PURE__ */ new Map() }),
    directed,
    wanted
  };
}
var validationKeywords = /* @__PURE__ */ new Set([
  ...["type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"],
  ...[
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxContains",
    "minContains"
  ],
  ...["maxProperties", "minProperties", "required", "dependentRequired"]
]);
var some = (list2) => list2.length === 0 ? void 0 : list2;
function collapse(schema) {
  const [only2, ...more] = schema.allOf ?? [];
  if (only2 === void 0 || more.length > 0 || hasRules(schema, "allOf")) return schema;
  return { ...only2, annotations: { ...only2.annotations, ...schema.annotations } };
}
function otherSchema(raw, matching2, additional) {
  const [only2, ...more] = matching2.map((each2) => each2.schema);
  if (only2 === void 0)
    return additional ?? { pointer: joinPointer(raw.pointer, "required"), annotations: {} };
  return more.length === 0 ? only2 : { pointer: raw.pointer, annotations: {}, allOf: [only2, ...more] };
}

// generator/model/lower-server.ts
function lowerServer(reader) {
  const servers = arrayField(reader, reader.root, "servers").map((each2) => {
    const server = expect(reader, each2, isObject, "a server object");
    const url = server && stringField(reader, server, "url");
    if (server !== void 0 && url === void 0) reader.report("missing-field", each2.pointer, "url");
    const variables = members(server && objectField(reader, server, "variables"));
    return variables.reduce(
      (all, variable) => all.replaceAll(`{${variable.key}}`, stringField(reader, variable, "default") ?? ""),
      url ?? ""
    );
  });
  return (servers[0] ?? "").replace(/\/+$/, "");
}

// generator/model/settle.ts
var nothing = () => void 0;
function settle(schema, table, around2 = nothing) {
  const known = (name) => declaredIn(schema, name, table, 0) ?? around2(name);
  const inside = (each2) => settle(each2, table);
  const parts = (list2) => list2.map((each2) => settle(each2, table, known));
  const { allOf, anyOf: anyOf2, oneOf: oneOf2, array: array2, object } = schema;
  return {
    ...schema,
    ...allOf && { allOf: parts(allOf) },
    ...anyOf2 && { anyOf: parts(anyOf2) },
    ...oneOf2 && { oneOf: parts(oneOf2) },
    ...array2 && {
      array: {
        ...array2,
        ...array2.items && { items: inside(array2.items) },
        ...array2.prefixItems && { prefixItems: array2.prefixItems.map(inside) }
      }
    },
    ...object && {
      object: {
        ...object,
        properties: object.properties.map((each2) => settleProperty(each2, known, inside)),
        patternProperties: object.patternProperties.map((each2) => ({ ...each2, schema: inside(each2.schema) })),
        ...object.additionalProperties && { additionalProperties: inside(object.additionalProperties) }
      }
    }
  };
}
function settleProperty(property, known, inside) {
  if (!property.undeclared || hasRules(property.schema))
    return { ...property, schema: inside(property.schema) };
  return { ...property, schema: known(property.name) ?? property.schema };
}
function declaredIn(schema, name, table, depth) {
  if (depth > 20) return void 0;
  const own2 = schema.object?.properties.find((each2) => each2.name === name && !each2.undeclared)?.schema;
  const parts = [
    ...schema.ref === void 0 ? [] : [named(table, schema.ref).schema],
    ...schema.allOf ?? []
  ];
  return own2 ?? parts.map((each2) => declaredIn(each2, name, table, depth + 1)).find((each2) => each2 !== void 0);
}

// generator/model/lower.ts
var packageExports = [
  "ApiCall",
  "ApiClient",
  "ApiError",
  "CallOptions",
  "ClientDefaults",
  "ClientOptions",
  "Credentials",
  "PagedApiCall",
  "ResponseError",
  "createClient",
  "client",
  "isApiError",
  "options",
  "params"
];
function canonical(data) {
  const { paths, components } = data;
  return sortKeys({
    ...data,
    ...isObject(paths) ? { paths: sortKeys(paths) } : {},
    ...isObject(components) ? { components: mapValues(sortKeys(components), sortMap) } : {}
  });
}
var sortMap = (value) => isObject(value) ? sortKeys(value) : value;
var mapValues = (object, map) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
function readDialect(data, report2) {
  const version = member(data, "openapi");
  if (typeof version === "string") {
    if (!["paths", "components", "webhooks"].some((key) => member(data, key) !== void 0))
      report2("input-not-openapi", "", 'there is none of "paths", "components" and "webhooks"');
    if (/^3\.0\.\d+/.test(version)) return "3.0";
    if (/^3\.1\.\d+/.test(version)) return "3.1";
    report2("input-version", "/openapi", version);
  } else if (member(data, "swagger") !== void 0) report2("input-version", "/swagger", "Swagger 2.0");
  else report2("input-not-openapi", "", 'the field "openapi" is missing or is no string');
  return void 0;
}
function lower(data, dialect, report2, asserts = isAssertable) {
  const reader = { root: { value: data, pointer: "" }, report: report2 };
  const schemas = schemaLowering(reader, dialect, asserts);
  const exported = new NameTable(report2, packageExports);
  const names2 = /* @__PURE__ */ new Map();
  const nameSchema = (id, wish, original, resource) => {
    if (names2.has(id)) return;
    const name = exported.claim(
      [wish, `${wish}Schema`, exactName(original)],
      schemas.wanted.get(id)?.pointer ?? id
    );
    names2.set(id, resource === void 0 ? { name } : { name, resource });
  };
  const components = objectField(reader, reader.root, "components");
  for (const each2 of members(components && objectField(reader, components, "schemas"))) {
    nameSchema(schemas.want(each2.pointer, "response"), pascalCase(each2.key), each2.key);
    if (schemas.directed(each2.pointer))
      nameSchema(
        schemas.want(each2.pointer, "request"),
        `${pascalCase(each2.key)}Request`,
        `${each2.key}Request`
      );
  }
  const securitySchemes = lowerSecuritySchemes(reader);
  const operations = lowerOperations({ reader, schemas, exported, securitySchemes, nameSchema });
  const lowered = /* @__PURE__ */ new Map();
  for (const [id, place] of schemas.wanted) {
    nameSchema(id, nameOfPlace(id, place), id);
    lowered.set(id, schemas.lowerPlace(place));
  }
  const taken = operations.map(({ operation }) => operation.name);
  const resources = groupByResource(operations);
  const table = nameAll(lowered, names2, resources, taken);
  for (const each2 of table.values())
    if (appliesToItself(table, each2.id))
      report2("ref-cycle", each2.schema.pointer + (each2.schema.ref === void 0 ? "" : "/$ref"), each2.name);
  checkParameters(reader, operations, table);
  checkPaging(reader, operations, table);
  if (field(reader.root, "webhooks") !== void 0) report2("ignored-webhooks", "/webhooks", "");
  return {
    ...lowerInfo(reader),
    server: lowerServer(reader),
    securitySchemes,
    resources,
    schemas: new Map([...table].map(([id, each2]) => [id, { ...each2, schema: settle(each2.schema, table) }])),
    sharedParameters: sharedParameters(operations)
  };
}
function nameAll(lowered, names2, resources, takenFactories) {
  const factories = new NameTable(void 0, ["s", ...takenFactories]);
  const files = new NameTable(void 0, ["index", "operations"]);
  const all = [...lowered].map(([id, schema]) => ({ id, schema, name: "", ...names2.get(id) }));
  return new Map(
    all.sort((a, b) => byCodeUnit(a.name, b.name)).map((each2) => {
      const { pointer } = each2.schema;
      const file = resources.find(({ name }) => name === each2.resource)?.file;
      const resource = file === void 0 ? {} : { resource: file };
      const factory2 = factories.claim([camelCase(each2.name), `${each2.name}Fixture`], pointer);
      return [
        each2.id,
        {
          ...each2,
          ...resource,
          factory: factory2,
          file: files.claim(fileNames(each2.name, each2.id), each2.id)
        }
      ];
    })
  );
}
function appliesToItself(table, start) {
  const seen = /* @__PURE__ */ new Set();
  const visit = (schema) => inPlaceSchemas(schema).some(visit) || schema.ref !== void 0 && (schema.ref === start || !seen.has(schema.ref) && visit(named(table, (seen.add(schema.ref), schema.ref)).schema));
  return visit(named(table, start).schema);
}
function lowerInfo(reader) {
  const info = objectField(reader, reader.root, "info");
  const description = info && stringField(reader, info, "description");
  return {
    title: (info && stringField(reader, info, "title")) ?? "API",
    ...description === void 0 ? {} : { description }
  };
}
function nameOfPlace(id, { pointer, view }) {
  const [, ...marks] = id.slice(pointer.length).split(">");
  const scopes = marks.filter((each2) => each2.includes("=")).flatMap((each2) => each2.split(","));
  const names2 = scopes.map((each2) => nameOfPointer(each2.slice(each2.indexOf("=") + 1)));
  const direction = marks.includes(view.direction) && view.direction === "request" ? "Request" : "";
  return nameOfPointer(pointer) + direction + (names2.length === 0 ? "" : `In${names2.join("And")}`);
}
function nameOfPointer(pointer) {
  const shared = /^\/components\/(requestBodies|responses)\/([^/]+)\/content\/[^/]+\/schema$/.exec(pointer);
  if (shared !== null) return pascalCase(shared[2] ?? "") + (shared[1] === "responses" ? "Response" : "Body");
  const silent = /* @__PURE__ */ new Set(["components", "schemas", "paths", "properties", "content", "schema", "responses"]);
  return pascalCase(
    splitPointer(pointer).filter((step3) => !silent.has(step3)).join(" ")
  );
}
function groupByResource(operations) {
  const groups = /* @__PURE__ */ new Map();
  for (const { resource, operation } of operations)
    groups.set(resource, [...groups.get(resource) ?? [], operation]);
  const files = new NameTable(void 0, ["index"]);
  return [...groups].sort(([a], [b]) => byCodeUnit(a, b)).map(([name, group]) => ({
    name,
    file: files.claim(fileNames(name, name), name),
    operations: group.sort((a, b) => byCodeUnit(a.name, b.name))
  }));
}

// generator/runtime/array-checks.ts
var array_checks_exports = {};
__export(array_checks_exports, {
  contains: () => contains,
  counted: () => counted,
  each: () => each,
  isArray: () => isArray2,
  tuple: () => tuple,
  unevaluatedItem: () => unevaluatedItem,
  unevaluatedItems: () => unevaluatedItems,
  unique: () => unique
});

// generator/runtime/checks.ts
var checks_exports = {};
__export(checks_exports, {
  among: () => among,
  array: () => array,
  between: () => between2,
  boolean: () => boolean,
  constant: () => constant,
  exclusiveMaximum: () => exclusiveMaximum,
  exclusiveMinimum: () => exclusiveMinimum,
  fail: () => fail,
  formatted: () => formatted,
  integer: () => integer,
  isRecord: () => isRecord,
  lift: () => lift,
  matching: () => matching,
  maximum: () => maximum,
  minimum: () => minimum,
  multipleOf: () => multipleOf,
  nested: () => nested,
  never: () => never,
  nil: () => nil,
  number: () => number,
  present: () => present2,
  ranged: () => ranged,
  record: () => record,
  sized: () => sized,
  tagged: () => tagged,
  text: () => text,
  typed: () => typed,
  under: () => under
});

// generator/runtime/issue.ts
var messages = ({ code, expected = "" }) => `must satisfy ${code} ${String(expected)}`.trimEnd();
var none = [];
var Issue = class {
  /** Property names and array indexes from the root to the offending value. */
  path = none;
  #value;
  #sight;
  constructor(value, code, expected, causes = none) {
    this.#value = value;
    this.code = this.keyword = code;
    this.expected = expected;
    this.causes = causes;
  }
  /** Where the description says so: the JSON Pointer of the schema. Worked out when it is asked for. */
  get schema() {
    let pointer = "";
    for (let each2 = this.#sight; each2; each2 = each2.inner) {
      const place = each2.place ?? `/properties${step(each2.key)}`;
      pointer = place[0] === "#" ? place : pointer + place;
    }
    return pointer;
  }
  /** The path as a JSON Pointer (RFC 6901). */
  get pointer() {
    return this.path.map(step).join("");
  }
  get message() {
    return messages(this);
  }
  get received() {
    const value = this.#value;
    return {
      type: value === null ? "null" : Array.isArray(value) ? "array" : typeof value,
      preview: typeof value === "string" ? value.replace(/^(.{4}).+$/su, "$1\u2026") : Object(value) === value ? "" : String(value)
    };
  }
  toString() {
    return `${this.pointer || "the value"} ${this.message}`;
  }
  /** What an issue looks like as JSON. */
  toJSON() {
    const { pointer, message, received, schema } = this;
    return { ...this, pointer, message, received, schema };
  }
  /** The issue as seen from outside: the value stands under a key, its schema at a place; that of the property, say. */
  within(key, place) {
    if (key !== void 0) this.path = [key, ...this.path];
    this.#sight = { key, place, inner: this.#sight };
    for (const cause of this.causes) cause.within(key, place);
  }
};
function step(key) {
  return `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

// generator/runtime/checks.ts
function fail(issues, key, value, code, expected) {
  const missing = value === void 0;
  const issue = missing ? new Issue(value, "required", void 0) : new Issue(value, code, expected);
  if (key !== void 0) issue.within(key, missing ? "" : void 0);
  issues.push(issue);
  return false;
}
function present2(issues, key, value) {
  if (value === void 0) fail(issues, key, value, "required");
}
function never(issues, key, value) {
  fail(issues, key, value, "never");
}
function text(issues, key, value) {
  return typeof value === "string" || fail(issues, key, value, "type", "string");
}
function boolean(issues, key, value) {
  return typeof value === "boolean" || fail(issues, key, value, "type", "boolean");
}
function nil(issues, key, value) {
  return value === null || fail(issues, key, value, "type", "null");
}
function number(issues, key, value) {
  return Number.isFinite(value) || fail(issues, key, value, "type", "number");
}
function integer(issues, key, value) {
  return Number.isInteger(value) || fail(issues, key, value, "type", "integer");
}
function array(issues, key, value) {
  return Array.isArray(value) || fail(issues, key, value, "type", "array");
}
function record(issues, key, value) {
  return isRecord(value) || fail(issues, key, value, "type", "object");
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function typed(issues, key, value, types) {
  const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return types.includes(type) && (type !== "number" || Number.isFinite(value)) || types.includes("integer") && Number.isInteger(value) || fail(issues, key, value, "type", types);
}
function sized(issues, key, value, min, max) {
  if (!text(issues, key, value)) return false;
  if (value.length > max || value.length < 2 * min) {
    const length = [...value].length;
    if (length < min) fail(issues, key, value, "minLength", min);
    if (length > max) fail(issues, key, value, "maxLength", max);
  }
  return true;
}
function matching(issues, key, value, pattern) {
  return text(issues, key, value) && (pattern.test(value) || !fail(issues, key, value, "pattern", pattern.source));
}
function formatted(issues, key, value, is, format) {
  return text(issues, key, value) && (is(value) || !fail(issues, key, value, "format", format));
}
function among(issues, key, value, values) {
  return values.includes(value) || fail(issues, key, value, "enum", values);
}
function constant(issues, key, value, only2) {
  return value === only2 || fail(issues, key, value, "const", only2);
}
function tagged(issues, key, value, tags) {
  const missing = value === void 0;
  const issue = missing ? new Issue(value, "required", void 0) : new Issue(value, "discriminator", tags);
  issue.within(key, missing ? "" : "/discriminator");
  issues.push(issue);
}
function minimum(issues, key, value, limit2) {
  return value >= limit2 || !fail(issues, key, value, "minimum", limit2);
}
function maximum(issues, key, value, limit2) {
  return value <= limit2 || !fail(issues, key, value, "maximum", limit2);
}
function between2(issues, key, value, min, max) {
  return minimum(issues, key, value, min) && maximum(issues, key, value, max);
}
function exclusiveMinimum(issues, key, value, limit2) {
  return value > limit2 || !fail(issues, key, value, "exclusiveMinimum", limit2);
}
function exclusiveMaximum(issues, key, value, limit2) {
  return value < limit2 || !fail(issues, key, value, "exclusiveMaximum", limit2);
}
function multipleOf(issues, key, value, step3) {
  const is = value % step3 === 0 || isMultiple(value, step3);
  return is || !fail(issues, key, value, "multipleOf", step3);
}
function isMultiple(value, step3) {
  if (!Number.isFinite(value) || Number.isSafeInteger(value) && Number.isSafeInteger(step3)) return false;
  const [digits3, scale] = decimal(value);
  const [stepDigits, stepScale] = decimal(step3);
  const most6 = Math.max(scale, stepScale);
  return digits3 * 10n ** BigInt(most6 - scale) % (stepDigits * 10n ** BigInt(most6 - stepScale)) === 0n;
}
function decimal(value) {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const scale = fraction.length - Number(exponent);
  const digits3 = BigInt(whole + fraction);
  return scale < 0 ? [digits3 * 10n ** BigInt(-scale), 0] : [digits3, scale];
}
function ranged(issues, key, value, format, min, max, whole) {
  const number2 = value;
  const is = number2 >= min && number2 <= max && (!whole || Number.isInteger(number2));
  return is || !fail(issues, key, value, "format", format);
}
function nested(issues, key, value, check) {
  if (value === void 0) return void fail(issues, key, value, "required");
  const before = issues.length;
  check(value, issues);
  if (issues.length > before) lift(issues, before, key, check.place);
}
function under(issues, key, value, check, place) {
  const before = issues.length;
  check(value, issues);
  if (issues.length > before) lift(issues, before, key, check.place ?? place);
}
function lift(issues, from, key, place) {
  for (let i = from; i < issues.length; i++) issues[i].within(key, place);
}

// generator/runtime/array-checks.ts
function isArray2(value) {
  return Array.isArray(value);
}
function each(issues, key, value, check, from = 0, seen) {
  if (!array(issues, key, value)) return false;
  const before = issues.length;
  for (let i = from; i < value.length; i++) {
    under(issues, i, value[i], check, "/items");
    seen?.add(i);
  }
  if (key !== void 0 && issues.length > before) lift(issues, before, key);
  return true;
}
function tuple(issues, key, value, checks, seen) {
  if (!array(issues, key, value)) return false;
  const before = issues.length;
  checks.slice(0, value.length).forEach((check, i) => {
    under(issues, i, value[i], check, `/prefixItems/${i}`);
    seen?.add(i);
  });
  if (key !== void 0 && issues.length > before) lift(issues, before, key);
  return true;
}
function contains(issues, key, value, check, min, max, seen) {
  if (!array(issues, key, value)) return false;
  const fitting2 = [...value.keys()].filter((i) => {
    const found = [];
    check(value[i], found);
    return found.length === 0;
  });
  for (const i of fitting2) seen?.add(i);
  if (fitting2.length < min) fail(issues, key, value, min === 1 ? "contains" : "minContains", min);
  if (fitting2.length > max) fail(issues, key, value, "maxContains", max);
  return true;
}
function counted(issues, key, value, min, max) {
  if (!array(issues, key, value)) return false;
  if (value.length < min) fail(issues, key, value, "minItems", min);
  if (value.length > max) fail(issues, key, value, "maxItems", max);
  return true;
}
function canonical2(value) {
  if (Array.isArray(value)) return `[${value.map(canonical2).join()}]`;
  if (!isRecord(value)) return typeof value === "string" ? JSON.stringify(value) : String(value);
  const members2 = Object.keys(value).sort();
  return `{${members2.map((key) => `${JSON.stringify(key)}:${canonical2(value[key])}`).join()}}`;
}
function unique(issues, key, value) {
  if (!array(issues, key, value)) return false;
  const distinct2 = new Set(value.map(canonical2));
  if (distinct2.size < value.length) fail(issues, key, value, "uniqueItems", true);
  return true;
}
function unevaluatedItems(issues, value, check, seen) {
  value.forEach((item, i) => {
    if (!seen.has(i)) under(issues, i, item, check, "/unevaluatedItems");
    seen.add(i);
  });
}
function unevaluatedItem(value, issues) {
  fail(issues, void 0, value, "unevaluatedItems", false);
}

// generator/runtime/branch-checks.ts
var branch_checks_exports = {};
__export(branch_checks_exports, {
  anyOf: () => anyOf,
  apply: () => apply,
  conditional: () => conditional,
  dependent: () => dependent,
  not: () => not,
  oneOf: () => oneOf,
  tell: () => tell,
  unseen: () => unseen
});

// generator/runtime/object-checks.ts
var object_checks_exports = {};
__export(object_checks_exports, {
  names: () => names,
  others: () => others,
  own: () => own,
  populated: () => populated,
  setOf: () => setOf,
  together: () => together,
  unevaluatedProperties: () => unevaluatedProperties,
  unevaluatedProperty: () => unevaluatedProperty,
  unknownProperty: () => unknownProperty
});
function setOf(names2) {
  return new Set(names2);
}
function own(value, key) {
  return Object.hasOwn(value, key) ? value[key] : void 0;
}
function others(issues, value, declared, rest, patterns = [], seen) {
  for (const key of Object.keys(value)) {
    if (value[key] === void 0) continue;
    const matched = patterns.filter(([pattern]) => pattern.test(key));
    for (const [pattern, check, text2] of matched)
      under(issues, key, value[key], check, `/patternProperties${step(text2 ?? pattern.source)}`);
    const known = matched.length > 0 || declared.has(key);
    if (!known && rest !== void 0) under(issues, key, value[key], rest, "/additionalProperties");
    if (known || rest !== void 0) seen?.add(key);
  }
}
function unknownProperty(value, issues) {
  fail(issues, void 0, value, "additionalProperties", false);
}
function names(issues, value, check) {
  for (const key of Object.keys(value))
    if (value[key] !== void 0) {
      const causes = [];
      check(key, causes);
      if (!causes[0]) continue;
      const issue = new Issue(key, "propertyNames", void 0, causes);
      issue.within(key, check.place ?? "/propertyNames");
      issues.push(issue);
    }
}
function populated(issues, value, min, max) {
  const count = Object.values(value).filter((each2) => each2 !== void 0).length;
  if (count < min) fail(issues, void 0, value, "minProperties", min);
  if (count > max) fail(issues, void 0, value, "maxProperties", max);
}
function together(issues, value, key, required) {
  if (own(value, key) === void 0) return;
  for (const name of required) {
    if (own(value, name) !== void 0) continue;
    const issue = new Issue(void 0, "dependentRequired", key);
    issue.within(name, `/dependentRequired${step(key)}`);
    issues.push(issue);
  }
}
function unevaluatedProperties(issues, value, check, seen) {
  for (const key of Object.keys(value)) {
    if (!seen.has(key) && value[key] !== void 0)
      under(issues, key, value[key], check, "/unevaluatedProperties");
    seen.add(key);
  }
}
function unevaluatedProperty(value, issues) {
  fail(issues, void 0, value, "unevaluatedProperties", false);
}

// generator/runtime/branch-checks.ts
function apply(issues, value, check, place = "", seen) {
  const before = issues.length;
  check(value, issues, seen);
  if (issues.length > before) lift(issues, before, void 0, check.place ?? place);
}
var addAll = (seen, more) => {
  for (const key of more ?? []) seen?.add(key);
};
function anyOf(issues, value, checks, seen, places) {
  branches(issues, value, checks, "anyOf", seen, places);
}
function oneOf(issues, value, checks, seen, places) {
  branches(issues, value, checks, "oneOf", seen, places);
}
function branches(issues, value, checks, code, seen, places) {
  const outcomes = [];
  let fitting2 = 0;
  for (const check of checks) {
    const judged = seen && unseen();
    const found = [];
    check(value, found, judged);
    outcomes.push(found);
    if (found.length > 0) continue;
    fitting2++;
    addAll(seen, judged);
    if (seen === void 0 && (code === "anyOf" || fitting2 > 1)) break;
  }
  if (fitting2 === 1 || fitting2 > 0 && code === "anyOf") return;
  if (fitting2 > 0) return void issues.push(new Issue(value, code, 1));
  const nearest = outcomes.reduce(nearer);
  const index = outcomes.indexOf(nearest);
  lift(nearest, 0, void 0, checks[index]?.place ?? places?.[index] ?? `/${code}/${index}`);
  issues.push(new Issue(value, code, checks.length, nearest));
}
function nearer(a, b) {
  const [ofA, ofB] = [distance(a), distance(b)];
  const differing = ofA.findIndex((each2, i) => each2 !== ofB[i]);
  return (ofA[differing] ?? 0) > (ofB[differing] ?? 0) ? b : a;
}
var distance = (issues) => [
  issues.filter(isMistagged).length,
  issues.filter(({ code, path }) => code === "additionalProperties" && path.length === 1).length,
  -Math.min(...issues.map((each2) => each2.path.length)),
  issues.length
];
var isMistagged = ({ code, expected, path }) => path.length === 1 && (code === "const" || code === "enum" && expected.length === 1);
function not(issues, value, check) {
  const found = [];
  check(value, found);
  if (found.length === 0) fail(issues, void 0, value, "not");
}
function conditional(issues, value, condition, then, otherwise, seen) {
  const judged = seen && unseen();
  const found = [];
  condition(value, found, judged);
  if (found.length > 0) {
    if (otherwise !== void 0) apply(issues, value, otherwise, "/else", seen);
    return;
  }
  addAll(seen, judged);
  if (then !== void 0) apply(issues, value, then, "/then", seen);
}
function dependent(issues, value, key, check, seen) {
  if (own(value, key) !== void 0) apply(issues, value, check, `/dependentSchemas${step(key)}`, seen);
}
function unseen() {
  return /* @__PURE__ */ new Set();
}
function tell(outer, seen) {
  addAll(outer, seen);
}

// generator/runtime/formats.ts
var formats_exports = {};
__export(formats_exports, {
  isBase64url: () => isBase64url,
  isByte: () => isByte,
  isChar: () => isChar,
  isDate: () => isDate,
  isDateTime: () => isDateTime,
  isDateTimeLocal: () => isDateTimeLocal,
  isDecimal: () => isDecimal,
  isDecimal128: () => isDecimal128,
  isDuration: () => isDuration,
  isEmail: () => isEmail,
  isHostname: () => isHostname,
  isHttpDate: () => isHttpDate,
  isIdnEmail: () => isIdnEmail,
  isIdnHostname: () => isIdnHostname,
  isIpv4: () => isIpv4,
  isIpv6: () => isIpv6,
  isIri: () => isIri,
  isIriReference: () => isIriReference,
  isJsonPointer: () => isJsonPointer,
  isMediaRange: () => isMediaRange,
  isRegex: () => isRegex,
  isRelativeJsonPointer: () => isRelativeJsonPointer,
  isRfc2822: () => isRfc2822,
  isSfBinary: () => isSfBinary,
  isSfBoolean: () => isSfBoolean,
  isSfDecimal: () => isSfDecimal,
  isSfInteger: () => isSfInteger,
  isSfString: () => isSfString,
  isSfToken: () => isSfToken,
  isTime: () => isTime,
  isTimeLocal: () => isTimeLocal,
  isUri: () => isUri,
  isUriReference: () => isUriReference,
  isUriTemplate: () => isUriTemplate,
  isUuid: () => isUuid
});

// generator/runtime/formats-bidi.ts
function keepBidiRule(labels) {
  const classes = labels.map((label) => Array.from(label, bidiClass).join(""));
  return !classes.some((each2) => /[RA]/.test(each2)) || classes.every(keepsBidiRule);
}
function keepsBidiRule(classes) {
  return /^(?:R(?:[^L]*[REA])?|L(?:[^RA]*[LE])?)M*$/.test(classes) && !(classes.includes("E") && classes.includes("A"));
}
function bidiClass(point) {
  if (/[\d\u06f0-\u06f9]/.test(point)) return "E";
  if (/[\u0660-\u0669\u{10d30}-\u{10d39}]/u.test(point)) return "A";
  if (/\p{Mn}/u.test(point)) return "M";
  if (/[\u200d\u200c\-\xb7\u02b9\u02ba\u02c6-\u02cf\u02ec\u0375\u2e2f\u30fb\ua67f\ua717-\ua71f\ua788]/.test(
    point
  ))
    return "N";
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(point) ? "R" : "L";
}

// generator/runtime/formats-punycode.ts
var digits = "abcdefghijklmnopqrstuvwxyz0123456789";
function decodePunycode(text2) {
  const ascii = text2.slice(0, Math.max(0, text2.lastIndexOf("-")));
  const points = [...ascii];
  let [point, index, bias] = [128, 0, 72];
  for (let at2 = ascii === "" ? 0 : ascii.length + 1; at2 < text2.length; index++) {
    const before = index;
    for (let weight = 1, place = 36; ; place += 36) {
      const digit = at2 < text2.length ? digits.indexOf(text2.charAt(at2++)) : -1;
      if (digit < 0) return void 0;
      index += digit * weight;
      const threshold = thresholdOf(place, bias);
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const count = points.length + 1;
    bias = adapt(index - before, count, before === 0);
    point += Math.floor(index / count);
    index %= count;
    if (point > 1114111 || point >> 11 === 27) return void 0;
    points.splice(index, 0, String.fromCodePoint(point));
  }
  return points.join("");
}
function encodePunycode(text2) {
  const points = Array.from(text2, (each2) => each2.codePointAt(0) ?? 0);
  const ascii = points.filter((each2) => each2 < 128);
  let output = String.fromCharCode(...ascii) + (ascii.length > 0 ? "-" : "");
  let [point, delta, bias, done] = [128, 0, 72, ascii.length];
  while (done < points.length) {
    const next = Math.min(...points.filter((each2) => each2 >= point));
    delta += (next - point) * (done + 1);
    point = next;
    for (const each2 of points) {
      if (each2 < point) delta++;
      if (each2 !== point) continue;
      output += variableLength(delta, bias);
      bias = adapt(delta, done + 1, done === ascii.length);
      delta = 0;
      done++;
    }
    delta++;
    point++;
  }
  return output;
}
function variableLength(number2, bias) {
  let text2 = "";
  for (let rest = number2, place = 36; ; place += 36) {
    const threshold = thresholdOf(place, bias);
    if (rest < threshold) return text2 + digits.charAt(rest);
    const range = 36 - threshold;
    text2 += digits.charAt(threshold + (rest - threshold) % range);
    rest = Math.floor((rest - threshold) / range);
  }
}
var thresholdOf = (place, bias) => Math.min(26, Math.max(1, place - bias));
function adapt(distance2, count, isFirst) {
  let delta = Math.floor(distance2 / (isFirst ? 700 : 2));
  delta += Math.floor(delta / count);
  let place = 0;
  for (; delta > 455; place += 36) delta = Math.floor(delta / 35);
  return place + Math.floor(36 * delta / (delta + 38));
}

// generator/runtime/formats-idn.ts
function isIdnHostname(value) {
  if (value.length > 506) return false;
  const labels = value.split(/[.\u3002\uff0e\uff61]/);
  const octets = labels.map(octetsOf);
  if (octets.some((each2) => each2 > 63) || octets.reduce((sum, each2) => sum + 1 + each2, -1) > 253)
    return false;
  const texts = labels.map(textOf);
  return texts.every((text2) => text2 !== void 0) && keepBidiRule(texts);
}
function octetsOf(label) {
  return isAscii(label) ? label.length : 4 + encodePunycode(label).length;
}
var isAscii = (text2) => /^[ -~]*$/.test(text2);
function textOf(label) {
  if (!isAscii(label)) return isULabel(label) ? label : void 0;
  const lower3 = label.toLowerCase();
  if (!/^[a-z\d](?:[a-z\d-]*[a-z\d])?$/.test(lower3)) return void 0;
  if (!lower3.startsWith("xn--")) return lower3;
  const text2 = decodePunycode(lower3.slice(4));
  return text2 !== void 0 && !isAscii(text2) && isULabel(text2) ? text2 : void 0;
}
function isULabel(label) {
  return label.normalize() === label && /^(?!-|..--|\p{M})(?:[\u200d\u200c\-\xb7\xdf\u0375\u03c2\u05f3\u05f4\u06fd\u06fe\u0f0b\u3007\u30fb\uac00-\ud7a3]|(?![\u20d0-\u20ff\p{CWKCF}\p{Script=Hangul}\u0640\u07fa\u3031-\u3035\u303b\u{1d100}-\u{1d24f}])[\p{L}\p{Mn}\p{Mc}\p{Nd}])+$/u.test(
    label
  ) && !label.endsWith("-") && fitsContext(label);
}
function fitsContext(label) {
  return (
    // A.3 to A.6: the middle dot between two l, the keraia before Greek, geresh and gershayim behind Hebrew.
    !/(?:^|[^l])\xb7|\xb7(?!l)|\u0375(?!\p{Script=Greek})|(?:^|\P{Script=Hebrew})[\u05f3\u05f4]/u.test(
      label
    ) && // A.7: the katakana middle dot among kana or Han.
    (!label.includes("\u30FB") || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label)) && // A.8 and A.9: not both kinds of Arabic digits.
    !(/[\u0660-\u0669]/.test(label) && /[\u06f0-\u06f9]/.test(label)) && (!/[\u200c\u200d]/.test(label) || joinersFit(label))
  );
}
function joinersFit(label) {
  const types = Array.from(label, joiningType).join("");
  return !/[NJ]/.test(types.replace(/V[NJ]|D[TV]*N(?=[TV]*[DR])/g, " "));
}
function joiningType(point) {
  if (point === "\u200C") return "N";
  if (point === "\u200D") return "J";
  if (isVirama(point)) return "V";
  if (/\p{Mn}/u.test(point)) return "T";
  if (!/(?=\p{L})[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Mandaic}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Phags_Pa}\p{Script=Syriac}]/u.test(
    point
  ) || /[\u0621\u0674\u06e5\u06e6\u07f4\u07f5\u0861\u0866\u0883-\u0885\u0887\u08ad\u08c9\u1880-\u1884\ua873\ufe73]/.test(
    point
  ))
    return "U";
  return /[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2-\u06d5\u06ee\u06ef\u0710\u0715-\u0719\u071e\u0728\u072a\u072c\u072f\u074d\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779\u0840\u0846\u0847\u0849\u0854\u0856-\u0858\u0867\u0869\u086a\u0870-\u0882\u088e\u08aa-\u08ae\u08b1\u08b2\u08b9]/.test(
    point
  ) ? "R" : "D";
}
function isVirama(point) {
  return point !== "\u05B0" && point !== "\u3099" && `\u05B0${point}\u3099`.normalize("NFD") === `\u3099${point}\u05B0`;
}

// generator/runtime/formats-net.ts
function isEmail(value) {
  const at2 = value.lastIndexOf("@");
  const domain = value.slice(at2 + 1);
  return /^(?:[\w!#$%&'*+\-/=?^`{|}~]+(?:\.[\w!#$%&'*+\-/=?^`{|}~]+)*|"(?:[ !#-[\]-~]|\\[ -~])*")@$/.test(
    value.slice(0, at2 + 1)
  ) && (isLetterDigitHyphen(domain) || isAddressLiteral(domain));
}
function isIdnEmail(value) {
  const at2 = value.lastIndexOf("@");
  const domain = value.slice(at2 + 1);
  return /^(?:[\w!#$%&'*+\-/=?^`{|}~\x80-\u{10ffff}]+(?:\.[\w!#$%&'*+\-/=?^`{|}~\x80-\u{10ffff}]+)*|"(?:[ !#-[\]-~\x80-\u{10ffff}]|\\[ -~])*")@$/u.test(
    value.slice(0, at2 + 1)
  ) && !/\p{Cs}/u.test(value) && (domain.length < 2048 && isIdnHostname(domain.normalize()) || isAddressLiteral(domain));
}
function isHostname(value) {
  return isLetterDigitHyphen(value) && (!/(?:^|\.)xn--/i.test(value) || isIdnHostname(value));
}
function isIpv4(value) {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(value);
}
function isIpv6(value) {
  return /^[\da-f:.]+$/i.test(value) && URL.canParse(`http://[${value}]`);
}
function isLetterDigitHyphen(value) {
  return value.length <= 253 && /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i.test(value);
}
function isAddressLiteral(value) {
  const address = /^\[(ipv6:)?(.*)\]$/i.exec(value);
  return address !== null && (address[1] === void 0 ? isIpv4 : isIpv6)(address[2] ?? "");
}

// generator/runtime/formats-text.ts
function isUuid(value) {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);
}
function isByte(value) {
  return value.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(value);
}
function isBase64url(value) {
  return /^[\w-]*$/.test(value) ? value.length % 4 !== 1 : value.length % 4 === 0 && /^[\w-]+={1,2}$/.test(value);
}
function isChar(value) {
  return /^\P{Cs}$/u.test(value);
}
function isDecimal(value) {
  return /^[+-]?\d+(?:\.\d+)?$/.test(value);
}
function isDecimal128(value) {
  const match = /^(?:NaN|-?INF|[+-]?(\d+(?:\.\d+)?)(?:e[+-]?\d+)?)$/i.exec(value);
  return match !== null && (match[1] ?? "").replace(".", "").replace(/^0+/, "").length <= 34;
}
function isSfInteger(value) {
  return /^-?\d{1,15}$/.test(value);
}
function isSfDecimal(value) {
  return /^-?\d{1,12}\.\d{1,3}$/.test(value);
}
function isSfString(value) {
  return /^"(?:[ !#-[\]-~]|\\["\\])*"$/.test(value);
}
function isSfToken(value) {
  return /^[a-z*][\w!#$%&'*+\-.^`|~:/]*$/i.test(value);
}
function isSfBinary(value) {
  return /^:[A-Za-z\d+/]*={0,2}:$/.test(value);
}
function isSfBoolean(value) {
  return /^\?[01]$/.test(value);
}
function isMediaRange(value) {
  return /^[\w!#$%&'*+\-.^`|~]+\/[\w!#$%&'*+\-.^`|~]+(?:[ \t]*;(?:[ \t]*[\w!#$%&'*+\-.^`|~]+=(?:[\w!#$%&'*+\-.^`|~]+|"(?:[\t !#-[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"))?)*(?:[ \t]*;[ \t]*)?$/.test(
    value
  );
}
function isJsonPointer(value) {
  return /^(?:$|\/)/.test(value) && !/~(?![01])/.test(value);
}
function isRelativeJsonPointer(value) {
  const rest = value.replace(/^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?/, "");
  return rest !== value && (rest === "#" || isJsonPointer(rest));
}
function isRegex(value) {
  try {
    return new RegExp(value, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

// generator/runtime/formats-time.ts
function isDate(value) {
  return /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/.test(
    value
  );
}
function isTime(value) {
  return /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i.test(value) && (value.charAt(6) !== "6" || isLastMinute(value));
}
function isDateTime(value) {
  return /^.{10}t/i.test(value) && isDate(value.slice(0, 10)) && isTime(value.slice(11));
}
function isTimeLocal(value) {
  return /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/.test(value);
}
function isDateTimeLocal(value) {
  return /^.{10}t/i.test(value) && isDate(value.slice(0, 10)) && isTimeLocal(value.slice(11));
}
function isDuration(value) {
  return /^P(?!$)(?!.*(?:Y\d+D|H\d+S))(?:(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|\d+W)$/.test(
    value
  );
}
function isRfc2822(value) {
  return /^(?:(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), *)?(?:0?[1-9]|[12]\d|30(?! +Feb)|31(?= +(?:Jan|Mar|May|Jul|Aug|Oct|Dec))) +(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{4} +(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60))? +(?:[+-]\d\d[0-5]\d|UT|GMT|[ECMP][SD]T)$/i.test(
    value
  );
}
function isHttpDate(value) {
  const date2 = value.replace(
    /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\d\d)-([A-Z][a-z]{2})-(\d\d [\d:]{8} GMT)$/,
    "Sun, $1 $2 20$3"
  ).replace(
    /^([A-Z][a-z]{2}) ([A-Z][a-z]{2}) ([ \d]\d) ([\d:]{8}) (\d{4})$/,
    (_, name, month, day, time2, year) => `${name}, ${day.replace(" ", "0")} ${month} ${year} ${time2} GMT`
  );
  return /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/.test(date2) && isRfc2822(date2);
}
function isLastMinute(value) {
  const [, sign, zone = "00:00"] = /([+-])(.*)$/.exec(value) ?? [];
  const ahead = minutesOf(zone) * (sign === "-" ? -1 : 1);
  return (minutesOf(value) + 1 - ahead) % 1440 === 0;
}
var minutesOf = (text2) => Number(text2.slice(0, 2)) * 60 + Number(text2.slice(3, 5));

// generator/runtime/formats-uri.ts
function isUri(value) {
  return /^[a-z][a-z\d+.-]*:/i.test(value) && isUriReference(value);
}
function isUriReference(value) {
  const match = /^(?:[a-z][a-z\d+.-]*:|(?![^/?#]*:))(?:\/\/(?:[\w!$-.:;=~]*@)?(?:\[(?:v[\da-f]+\.[\w!$&-.:;=~]+|(.*?))\]|[\w!$-.;=~]*)(?::\d*)?(?![^/?#])|(?!\/\/))[\w!$-;=@~]*(?:\?[\w!$-;=?@~]*)?(?:#[\w!$-;=?@~]*)?$/i.exec(
    value
  );
  return match !== null && !/%(?![\da-f]{2})/i.test(value) && (match[1] === void 0 || isIpv6(match[1]));
}
function isIri(value) {
  return isUri(withoutUnicode(value));
}
function isIriReference(value) {
  return isUriReference(withoutUnicode(value));
}
function isUriTemplate(value) {
  const literals = value.replace(
    /\{[+#./;?&=,!@|]?[\w%]+(?:\.[\w%]+)*(?:\*|:[1-9]\d{0,3})?(?:,[\w%]+(?:\.[\w%]+)*(?:\*|:[1-9]\d{0,3})?)*\}/g,
    ""
  );
  return !/\p{NChar}|%(?![\da-fA-F]{2})/u.test(value) && /^[!#-;=?-[\]\w~\xa0-\ud7ff\ue000-\uffef\u{10000}-\u{dffff}\u{e1000}-\u{10ffff}]*$/u.test(literals);
}
function withoutUnicode(value) {
  return value.replace(
    /^([^?#]*)(\?[^#]*)/,
    (_, path, query) => path + query.replace(/(?!\p{NChar})[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu, "~")
  ).replace(
    /(?![\p{NChar}\u200e\u200f\u202a-\u202e])[\xa0-\ud7ff\uf900-\uffef\u{10000}-\u{dffff}\u{e1000}-\u{effff}]/gu,
    "~"
  );
}

// generator/runtime/same.ts
var same_exports = {};
__export(same_exports, {
  amongNested: () => amongNested,
  constantNested: () => constantNested,
  same: () => same
});
function same(a, b) {
  if (a === b) return true;
  if (!isNested2(a) || !isNested2(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}
var isNested2 = (value) => typeof value === "object" && value !== null;
function amongNested(issues, key, value, values) {
  return values.some((each2) => same(each2, value)) || fail(issues, key, value, "enum", values);
}
function constantNested(issues, key, value, only2) {
  return same(only2, value) || fail(issues, key, value, "const", only2);
}

// generator/runtime/validator.ts
var ValidationError = class extends Error {
  issues;
  constructor(issues) {
    super(issues.join("\n"));
    this.name = "ValidationError";
    this.issues = issues;
  }
};
function validator(place, run) {
  run.place = place;
  const check = (value) => {
    const issues = [];
    try {
      run(value, issues);
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      issues.splice(0, Infinity, new Issue(value, "depth", void 0));
    }
    for (const issue of issues) issue.within(void 0, place);
    return issues;
  };
  return {
    is: (value) => !check(value)[0],
    parse: (value) => {
      const issues = check(value);
      if (issues[0]) throw new ValidationError(issues);
      return value;
    },
    check,
    run,
    "~standard": {
      version: 1,
      vendor: "specwright",
      validate: (value) => {
        const issues = check(value);
        return issues[0] ? { issues } : { value };
      }
    }
  };
}

// generator/validate/calls.ts
var call = (name, ...args) => ({ name, args });
var literal = (value) => ({ kind: "literal", value });
var limit = (value) => value === void 0 ? { kind: "infinity" } : literal(value);
function stringCalls(rules2, hint) {
  if (rules2 === void 0) return [];
  const { pattern, format } = rules2;
  const [min, max] = impliesLengths(rules2) ? [void 0, void 0] : [rules2.minLength, rules2.maxLength];
  const check = format === void 0 ? void 0 : knownFormats.get(format)?.check;
  return [
    ...min === void 0 && max === void 0 ? [] : [call("sized", literal(min ?? 0), limit(max))],
    ...pattern === void 0 ? [] : [call("matching", { kind: "pattern", pattern, hint: `${hint} pattern` })],
    ...format === void 0 || check === void 0 ? [] : [call("formatted", { kind: "format", check }, literal(format))]
  ];
}
function numberCalls(rules2) {
  return rules2 === void 0 ? [] : [...limitsOf(rules2)].map(([name, ...values]) => call(name, ...values.map(literal)));
}
function* limitsOf(rules2) {
  const { minimum: minimum2, maximum: maximum2, exclusiveMinimum: exclusiveMinimum2, exclusiveMaximum: exclusiveMaximum2, multipleOf: multipleOf2, format } = rules2;
  const range = numberRange(format);
  if (format !== void 0 && range !== void 0)
    yield ["ranged", format, range.min, range.max, range.whole];
  if (minimum2 !== void 0 && maximum2 !== void 0) yield ["between", minimum2, maximum2];
  else if (minimum2 !== void 0) yield ["minimum", minimum2];
  else if (maximum2 !== void 0) yield ["maximum", maximum2];
  if (exclusiveMinimum2 !== void 0) yield ["exclusiveMinimum", exclusiveMinimum2];
  if (exclusiveMaximum2 !== void 0) yield ["exclusiveMaximum", exclusiveMaximum2];
  if (multipleOf2 !== void 0) yield ["multipleOf", multipleOf2];
}

// generator/validate/exempt.ts
function exempt(schema) {
  const { types, enum: values } = schema;
  if (hasCombinators(schema)) return exemptBranches(schema);
  if (!types?.includes("null") || types.length === 1) return { schema, constants: [] };
  if (values !== void 0 && !values.includes(null)) return { schema, constants: [] };
  if (schema.constant) return { schema, constants: [] };
  const rest = { ...schema, types: types.filter((type) => type !== "null") };
  return {
    schema: values === void 0 ? rest : { ...rest, enum: values.filter((each2) => each2 !== null) },
    constants: [null]
  };
}
var hasCombinators = ({ ref, allOf, anyOf: anyOf2, oneOf: oneOf2, not: not2, conditional: conditional2 }) => [ref, allOf, anyOf2, oneOf2, not2, conditional2].some((each2) => each2 !== void 0);
var most2 = 3;
function exemptBranches(schema) {
  const keyword = schema.anyOf === void 0 ? "oneOf" : "anyOf";
  const branches2 = schema[keyword];
  if (branches2 === void 0 || hasRules(schema, keyword) || schema.discriminator !== void 0)
    return { schema, constants: [] };
  const single2 = branches2.filter((each2) => constantsOf(each2, keyword) !== void 0);
  const rest = branches2.filter((each2) => !single2.includes(each2));
  const constants = [...new Set(single2.flatMap((each2) => constantsOf(each2, keyword) ?? []))];
  const sound = keyword === "anyOf" || single2.length === 1 && rest.every(refusesNull);
  if (!sound || rest.length === 0 || constants.length > most2) return { schema, constants: [] };
  const [only2, ...more] = rest;
  return {
    schema: only2 !== void 0 && more.length === 0 ? only2 : { ...schema, [keyword]: rest },
    constants
  };
}
var refusesNull = (schema) => schema.types?.includes("null") === false;
function constantsOf(schema, keyword) {
  if (isNull(schema)) return [null];
  if (keyword === "oneOf") return void 0;
  if (schema.enum !== void 0 && !hasCombinators(schema)) {
    const plain = schema.enum.filter(isPlain);
    const bare = schema.string === void 0 && schema.number === void 0;
    return bare && plain.length === schema.enum.length ? plain : void 0;
  }
  const { types, string = {} } = schema;
  const isEmptyText = types?.length === 1 && types[0] === "string" && Object.keys(string).join() === "maxLength";
  return isEmptyText && string.maxLength === 0 ? [""] : void 0;
}
var isPlain = (value) => typeof value !== "object" || value === null;

// generator/validate/tracked.ts
function asksForUnevaluated({ array: array2, object }) {
  return array2?.unevaluatedItems !== void 0 || object?.unevaluatedProperties !== void 0;
}
function trackedSchemas(table) {
  const tracked = /* @__PURE__ */ new Set();
  const follow2 = (schema) => {
    if (schema.ref !== void 0 && !tracked.has(schema.ref)) {
      tracked.add(schema.ref);
      follow2(named(table, schema.ref).schema);
    }
    inPlaceSchemas(schema).forEach(follow2);
  };
  const search = (schema) => {
    if (asksForUnevaluated(schema)) follow2(schema);
    childSchemas(schema).forEach(search);
  };
  for (const each2 of table.values()) search(each2.schema);
  return tracked;
}

// generator/validate/steps-of.ts
function stepsOf(table) {
  const tracked = trackedSchemas(table);
  return (id, schema, hint) => bodyOf(schema, { hint, tracks: tracked.has(id), at: placeOf(schema) });
}
var placeOf = (schema) => exempt(schema).schema.pointer;
function bodyOf(whole, { hint, tracks }) {
  const { schema, constants } = exempt(whole);
  const asks = asksForUnevaluated(schema);
  const seen = asks ? tracks ? "both" : "own" : tracks ? "given" : "none";
  const steps2 = rootSteps(schema, { hint, tracks: tracks || asks, at: schema.pointer });
  return { seen, steps: constants.length === 0 ? steps2 : [{ kind: "pass", constants }, ...steps2] };
}
function rootSteps(schema, place) {
  if (schema.never) return [step2(call("never"))];
  const simple = simpleCalls(schema, place);
  if (simple !== void 0) return guarded("value", simple);
  return [...ownSteps(schema, place), ...branchSteps(schema, place), ...unevaluatedSteps(schema, place)];
}
var step2 = (...calls) => ({ kind: "calls", target: "value", calls });
var guarded = (target, calls) => calls.length === 0 ? [] : [{ kind: "calls", target, calls }];
function ownSteps(schema, place) {
  if (schema.enum !== void 0)
    return [step2(listed(schema, schema.enum, place)), ...stepsByType(schema, place)];
  if (schema.types?.length === 1 && schema.types[0] === "object")
    return [{ kind: "object" }, ...objectSteps(schema.object, place)];
  const types = schema.types === void 0 ? [] : [step2(call("typed", literal([...schema.types])))];
  return [...types, ...stepsByType(schema, place)];
}
function stepsByType(schema, place) {
  const { types = jsonTypes } = schema;
  const block = (type, allowed, steps2) => steps2.length > 0 && allowed.some((each2) => types.includes(each2)) ? [{ kind: "typed", type, steps: steps2 }] : [];
  return [
    ...block("string", ["string"], guarded("value", stringCalls(schema.string, place.hint))),
    ...block("number", ["number", "integer"], guarded("value", numberCalls(schema.number))),
    ...block("array", ["array"], guarded("value", arrayCalls(schema, place))),
    ...block("object", ["object"], objectSteps(schema.object, place))
  ];
}
function branchSteps(schema, place) {
  const { ref, allOf = [], not: not2, conditional: conditional2, discriminator } = schema;
  const seen = seenArg(place);
  const parts = allOf.flatMap((each2, i) => {
    if (!isPureRef(each2) && !hasRules(each2)) return [];
    return step2(
      call(
        "apply",
        checkArg(each2, { ...place, hint: `${place.hint} part ${i + 1}`, at: each2.pointer }),
        ...isPureRef(each2) && seen.length === 0 ? [] : [literal(below(schema, each2))],
        ...seen
      )
    );
  });
  const branch = (each2, name) => each2 === void 0 ? literal(void 0) : checkArg(each2, within(place, place.tracks, name, name));
  return [
    ...ref === void 0 ? [] : [step2(call("apply", named2(ref), ...seen.length ? [literal("")] : [], ...seen))],
    ...parts,
    ...discriminator ? taggedSteps(schema, place) : alternatives(schema, place),
    ...not2 === void 0 ? [] : [step2(call("not", checkArg(not2, within(place, false, "not", "not"))))],
    ...conditional2 === void 0 || isIdle(conditional2) && !place.tracks ? [] : [
      step2(
        call(
          "conditional",
          branch(conditional2.if, "if"),
          branch(conditional2.then, "then"),
          branch(conditional2.else, "else"),
          ...seen
        )
      )
    ]
  ];
}
var isIdle = ({ then, else: otherwise }) => then === void 0 && otherwise === void 0;
var within = ({ hint, at: at2 }, tracks, name, ...steps2) => ({
  hint: `${hint} ${name}`,
  tracks,
  at: joinPointer(at2, ...steps2)
});
var below = (outer, inner) => inner.pointer.slice(outer.pointer.length);
var named2 = (id) => ({ kind: "check", check: { kind: "named", id } });
var seenArg = ({ tracks }) => tracks ? [{ kind: "seen" }] : [];
var checkArg = (schema, place) => ({ kind: "check", check: checkRef(schema, place) });
function checkRef(schema, place) {
  return isPureRef(schema) ? { kind: "named", id: schema.ref } : { kind: "body", body: bodyAt(schema, place), hint: `${place.hint} check` };
}
function bodyAt(whole, place) {
  const { schema, constants } = exempt(whole);
  if (schema.pointer === place.at || isPureRef(schema) || isFlat(schema)) return bodyOf(whole, place);
  const deeper = literal(schema.pointer.slice(place.at.length));
  const rest = step2(
    call("apply", checkArg(schema, { ...place, at: schema.pointer }), deeper, ...seenArg(place))
  );
  return {
    seen: place.tracks ? "given" : "none",
    steps: constants.length === 0 ? [rest] : [{ kind: "pass", constants }, rest]
  };
}
var isFlat = (schema) => childSchemas(schema).length === 0 && schema.object?.dependentRequired === void 0;
function alternatives(schema, place) {
  return ["anyOf", "oneOf"].flatMap((keyword) => {
    const branches2 = schema[keyword];
    if (branches2 === void 0) return [];
    const checks = branches2.map(
      (each2, i) => checkRef(each2, { ...place, hint: `${place.hint} option ${i + 1}`, at: each2.pointer })
    );
    const places = branches2.map((each2) => below(schema, each2));
    const all = places.every((each2, i) => each2 === `/${keyword}/${i}`);
    const seen = all || place.tracks ? seenArg(place) : [literal(void 0)];
    return step2(call(keyword, { kind: "checks", checks }, ...seen, ...all ? [] : [literal(places)]));
  });
}
function taggedSteps(schema, place) {
  const { property, tags } = schema.discriminator;
  const keyword = schema.oneOf === void 0 ? "anyOf" : "oneOf";
  const branches2 = schema[keyword] ?? [];
  const cases = branches2.flatMap((branch, i) => {
    if (isNull(branch)) return [];
    const check = checkArg(branch, { ...place, hint: `${place.hint} option ${i + 1}`, at: branch.pointer });
    const seen = seenArg(place);
    const where = isPureRef(branch) && seen.length === 0 ? [] : [literal(below(schema, branch))];
    return [{ tags: tags[i] ?? [], call: call("apply", check, ...where, ...seen) }];
  });
  const values = { kind: "shared", value: tags.flat(), hint: `${place.hint} ${property} values` };
  return [
    ...branches2.some(isNull) ? [{ kind: "pass", constants: [null] }] : [],
    { kind: "object" },
    { kind: "choose", property, cases, otherwise: call("tagged", values) }
  ];
}
function unevaluatedSteps({ array: array2, object }, place) {
  const [items, properties] = [array2?.unevaluatedItems, object?.unevaluatedProperties];
  const arg = (schema, name, keyword) => schema.never ? { kind: "check", check: { kind: "runtime", name } } : checkArg(schema, within(place, false, name, keyword));
  return [
    ...items === void 0 ? [] : [
      typed2(
        "array",
        call("unevaluatedItems", arg(items, "unevaluatedItem", "unevaluatedItems"), { kind: "seen" })
      )
    ],
    ...properties === void 0 ? [] : [
      typed2(
        "object",
        call("unevaluatedProperties", arg(properties, "unevaluatedProperty", "unevaluatedProperties"), {
          kind: "seen"
        })
      )
    ]
  ];
}
var typed2 = (type, each2) => ({ kind: "typed", type, steps: [step2(each2)] });
function simpleCalls(schema, place) {
  if (schema.never || asksForUnevaluated(schema)) return void 0;
  if (isPureRef(schema)) return place.tracks ? void 0 : [call("apply", named2(schema.ref))];
  if (hasCombinators(schema)) return void 0;
  if (schema.enum !== void 0) return onlyEnum(schema) ? [listed(schema, schema.enum, place)] : void 0;
  if (!hasRules(schema)) return [];
  const [type, ...more] = schema.types ?? [];
  if (type === void 0 || more.length > 0) return void 0;
  switch (type) {
    case "null":
      return [call("nil")];
    case "boolean":
      return [call("boolean")];
    case "string":
      return orType("text", stringCalls(schema.string, place.hint));
    case "integer":
    case "number":
      return [call(type), ...numberCalls(schema.number)];
    case "array":
      return orType("array", arrayCalls(schema, place));
    case "object":
      return schema.object === void 0 ? [call("record")] : void 0;
  }
}
var onlyEnum = ({ string, number: number2, array: array2, object }) => [string, number2, array2, object].every((each2) => each2 === void 0);
var orType = (type, rules2) => rules2.length === 0 ? [call(type)] : rules2;
function listed(schema, values, { hint }) {
  const [only2] = values;
  const nested2 = values.some((each2) => typeof each2 === "object" && each2 !== null);
  if (schema.constant && only2 !== void 0)
    return call(
      nested2 ? "constantNested" : "constant",
      nested2 ? { kind: "shared", value: only2, hint: `${hint} value` } : literal(only2)
    );
  return call(nested2 ? "amongNested" : "among", { kind: "shared", value: values, hint: `${hint} values` });
}
function arrayCalls({ array: array2 }, place) {
  if (array2 === void 0) return [];
  const { prefixItems = [], items, minItems, maxItems, uniqueItems, contains: contains2 } = array2;
  const heads = prefixItems.map(
    (each2, i) => checkRef(each2, within(place, false, `item ${i + 1}`, "prefixItems", i))
  );
  const seen = seenArg(place);
  const judges = items !== void 0 && (hasRules(items) || place.tracks);
  return [
    ...minItems === void 0 && maxItems === void 0 ? [] : [call("counted", literal(minItems ?? 0), limit(maxItems))],
    ...heads.length === 0 ? [] : [call("tuple", { kind: "checks", checks: heads }, ...seen)],
    ...judges ? [
      call(
        "each",
        checkArg(items, within(place, false, "item", "items")),
        ...heads.length === 0 && seen.length === 0 ? [] : [literal(heads.length)],
        ...seen
      )
    ] : [],
    ...contains2 === void 0 ? [] : [
      call(
        "contains",
        checkArg(contains2.schema, within(place, false, "contained", "contains")),
        literal(contains2.min),
        limit(contains2.max),
        ...seen
      )
    ],
    ...uniqueItems ? [call("unique")] : []
  ];
}
function objectSteps(object, place) {
  if (object === void 0) return [];
  const { properties, propertyNames, minProperties, maxProperties } = object;
  const { dependentRequired = [], dependentSchemas = [] } = object;
  return [
    ...properties.flatMap(
      (each2) => propertySteps(each2, within(place, false, each2.name, "properties", each2.name))
    ),
    ...othersSteps(object, place),
    ...propertyNames === void 0 ? [] : [step2(call("names", checkArg(propertyNames, within(place, false, "name", "propertyNames"))))],
    ...minProperties === void 0 && maxProperties === void 0 ? [] : [step2(call("populated", literal(minProperties ?? 0), limit(maxProperties)))],
    ...dependentRequired.map(
      ({ name, required }) => step2(call("together", literal(name), literal([...required])))
    ),
    ...dependentSchemas.map(
      ({ name, schema }) => step2(
        call(
          "dependent",
          literal(name),
          checkArg(schema, within(place, place.tracks, `with ${name}`, "dependentSchemas", name)),
          ...seenArg(place)
        )
      )
    )
  ];
}
function othersSteps(object, place) {
  const { properties, patternProperties, additionalProperties } = object;
  const declared = properties.filter((each2) => !each2.undeclared).map((each2) => each2.name);
  const speaks = additionalProperties !== void 0 && (hasRules(additionalProperties) || place.tracks);
  const notes = place.tracks && declared.length > 0;
  if (patternProperties.length === 0 && !speaks && !notes) return [];
  const names2 = { kind: "names", names: declared, hint: `${place.hint} properties` };
  const rest = !speaks ? literal(void 0) : additionalProperties.never ? { kind: "check", check: { kind: "runtime", name: "unknownProperty" } } : checkArg(additionalProperties, within(place, false, "other", "additionalProperties"));
  const entries = patternProperties.map(({ pattern, schema }, i) => ({
    pattern,
    hint: `${place.hint} name ${i + 1} pattern`,
    check: checkRef(schema, within(place, false, `match ${i + 1}`, "patternProperties", pattern.source))
  }));
  const patterns = entries.length > 0 ? [{ kind: "patterns", entries }] : place.tracks ? [literal([])] : [];
  return [step2(call("others", names2, rest, ...patterns, ...seenArg(place)))];
}
function propertySteps({ name, required, schema: whole, undeclared }, place) {
  const { schema, constants } = exempt(undeclared ? { pointer: place.at, annotations: {} } : whole);
  const target = { name, optional: !required, constants: [.../* @__PURE__ */ new Set([...constants, ...fewValues(schema)])] };
  const calls = propertyCalls(schema, place);
  return calls.length > 0 || !required ? guarded(target, calls) : guarded(target, [call("present")]);
}
function fewValues(schema) {
  const values = schema.enum ?? [];
  if (values.length > 3 || hasCombinators(schema) || !onlyEnum(schema)) return [];
  return values.every(isPlain) ? values : [];
}
function propertyCalls(schema, place) {
  const direct = !isPureRef(schema) && (schema.pointer === place.at || isFlat(schema));
  const simple = direct ? simpleCalls(schema, { ...place, at: schema.pointer }) : void 0;
  return simple ?? [call("nested", checkArg(schema, place))];
}

// generator/validate/steps.ts
var withoutKey = /* @__PURE__ */ new Set([
  ...[
    "apply",
    "anyOf",
    "oneOf",
    "not",
    "conditional",
    "dependent",
    "others",
    "names",
    "populated"
  ],
  ...["together", "unevaluatedProperties", "unevaluatedItems"]
]);

// generator/validate/run.ts
var runtime = {
  ...checks_exports,
  ...array_checks_exports,
  ...branch_checks_exports,
  ...object_checks_exports,
  ...same_exports
};
function validatorsOf(table) {
  const bodies = stepsOf(table);
  const known = /* @__PURE__ */ new Map();
  const of = (id) => {
    const made = known.get(id);
    if (made !== void 0) return made;
    const { schema } = named(table, id);
    let run;
    const late = (value, issues, seen) => (run ??= runBody(bodies(id, schema, ""), of))(value, issues, seen);
    const result = validator(`#${placeOf(schema)}`, late);
    known.set(id, result);
    return result;
  };
  const checks = /* @__PURE__ */ new WeakMap();
  const issuesOf = (schema, value) => {
    const check = checks.get(schema) ?? runBody(bodies("", schema, ""), of);
    checks.set(schema, check);
    const issues = [];
    check(value, issues);
    return issues;
  };
  return { of, issues: issuesOf, accepts: (schema, value) => issuesOf(schema, value).length === 0 };
}
function runBody({ seen: noting, steps: steps2 }, of) {
  const runs = steps2.map((each2) => runStep(each2, of));
  const owns = noting === "own" || noting === "both";
  return (value, issues, outer) => {
    const seen = owns ? /* @__PURE__ */ new Set() : outer;
    for (const run of runs) if (!run(value, issues, seen)) return;
    if (noting === "both" && seen !== void 0) tell(outer, seen);
  };
}
function runStep(step3, of) {
  switch (step3.kind) {
    case "pass":
      return (value) => !step3.constants.includes(value);
    case "object":
      return (value, issues) => record(issues, void 0, value);
    case "typed": {
      const runs = step3.steps.map((each2) => runStep(each2, of));
      return (value, issues, seen) => {
        if (isOf[step3.type](value)) for (const run of runs) run(value, issues, seen);
        return true;
      };
    }
    case "calls": {
      const calls = step3.calls.map((each2) => runCall(each2, of));
      return (value, issues, seen) => {
        const target = targetIn(value, step3.target);
        if (target !== void 0) calls.every((each2) => each2(issues, target.key, target.value, seen));
        return true;
      };
    }
    case "choose": {
      const cases = step3.cases.map((each2) => ({ ...each2, run: runCall(each2.call, of) }));
      const otherwise = runCall(step3.otherwise, of);
      return (value, issues, seen) => {
        const tag = own(value, step3.property);
        const found = cases.find((each2) => each2.tags.includes(tag));
        if (found === void 0) otherwise(issues, step3.property, tag, seen);
        else found.run(issues, void 0, value, seen);
        return true;
      };
    }
  }
}
var isOf = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  array: Array.isArray,
  object: isRecord
};
function targetIn(value, target) {
  if (target === "value") return { key: void 0, value };
  const own2 = own(value, target.name);
  const exempt2 = target.constants.includes(own2);
  return own2 === void 0 && target.optional || exempt2 ? void 0 : { key: target.name, value: own2 };
}
function runCall({ name, args }, of) {
  const check = runtime[name];
  const values = args.map((each2) => each2.kind === "seen" ? void 0 : argValue(each2, of));
  const given = args.map((each2) => each2.kind === "seen");
  return (issues, key, value, seen) => {
    const rest = values.map((each2, i) => given[i] ? seen : each2);
    return withoutKey.has(name) ? check(issues, value, ...rest) : check(issues, key, value, ...rest);
  };
}
function argValue(arg, of) {
  switch (arg.kind) {
    case "literal":
    case "shared":
      return arg.value;
    case "infinity":
      return Infinity;
    case "pattern":
      return new RegExp(arg.pattern.source, arg.pattern.flags);
    case "names":
      return new Set(arg.names);
    case "format":
      return formats_exports[arg.check];
    case "check":
      return checkValue(arg.check, of);
    case "checks":
      return arg.checks.map((each2) => checkValue(each2, of));
    case "patterns":
      return arg.entries.map(({ pattern, check }) => [
        new RegExp(pattern.source, pattern.flags),
        checkValue(check, of),
        pattern.source
      ]);
  }
}
function checkValue(ref, of) {
  switch (ref.kind) {
    case "named":
      return of(ref.id).run;
    case "runtime":
      return runtime[ref.name];
    case "body":
      return runBody(ref.body, of);
  }
}

// generator/sample/branches.ts
function pureBranches(schema) {
  return hasRules(schema, schema.anyOf === void 0 ? "oneOf" : "anyOf") ? void 0 : schema.anyOf ?? schema.oneOf;
}
function withTag(schema, branch, index) {
  const tags = schema.discriminator?.tags[index];
  if (schema.discriminator === void 0 || tags === void 0 || tags.length === 0) return branch;
  const tag = {
    name: schema.discriminator.property,
    required: true,
    schema: { pointer: branch.pointer, enum: tags, annotations: {} }
  };
  const tagged2 = {
    pointer: branch.pointer,
    object: { properties: [tag], patternProperties: [] },
    annotations: {}
  };
  return { pointer: branch.pointer, allOf: [branch, tagged2], annotations: {} };
}
var anything = (schema) => ({
  pointer: schema.pointer,
  types: ["string"],
  annotations: {}
});

// generator/sample/merge.ts
var Conflict = class extends Error {
};
var conflict = (a, ruleOfA, b, ruleOfB) => new Conflict(`${ruleOfA} (#${a.pointer}) and ${ruleOfB} (#${b.pointer}) exclude each other`);
function merge(a, b) {
  if (a.never || b.never)
    throw conflict(a, a.never ? "false" : "the rules", b, b.never ? "false" : "the rules");
  const types = both(a.types, b.types, mergeTypes);
  const values = both(a.enum, b.enum, (x, y) => x.filter((each2) => y.some((other) => sameJson(each2, other))));
  const allowed = values?.filter((each2) => types === void 0 || types.some((type) => isOfType(each2, type)));
  if (types?.length === 0) throw conflict(a, `type ${a.types?.join("/")}`, b, `type ${b.types?.join("/")}`);
  if (b.enum?.length === 0) throw new Conflict("enum allows no value");
  if (allowed?.length === 0) throw conflict(a, "the values", b, "the values or types");
  const object = both(a.object, b.object, (x, y) => mergeObjects(x, y, a, b));
  return {
    pointer: hasRules(a) ? a.pointer : b.pointer,
    annotations: { ...b.annotations, ...a.annotations },
    ...types && { types },
    ...allowed && { enum: allowed },
    ...optional("string", both(a.string, b.string, mergeStrings)),
    ...optional("number", both(a.number, b.number, mergeNumbers)),
    ...optional("array", both(a.array, b.array, mergeArrays)),
    ...optional("object", object)
  };
}
function both(a, b, merged) {
  return a === void 0 ? b : b === void 0 ? a : merged(a, b);
}
var optional = (key, value) => value === void 0 ? {} : { [key]: value };
function mergeTypes(a, b) {
  const shared = a.filter((type) => b.includes(type));
  const integer3 = a.includes("integer") && b.includes("number") || a.includes("number") && b.includes("integer");
  return integer3 ? [...shared, "integer"] : shared;
}
var higher = (a, b) => Math.max(a, b);
var lower2 = (a, b) => Math.min(a, b);
function mergeStrings(a, b) {
  return {
    ...optional("minLength", both(a.minLength, b.minLength, higher)),
    ...optional("maxLength", both(a.maxLength, b.maxLength, lower2)),
    ...optional("pattern", a.pattern ?? b.pattern),
    ...optional("format", a.format ?? b.format)
  };
}
function mergeNumbers(a, b) {
  return {
    ...optional("minimum", both(a.minimum, b.minimum, higher)),
    ...optional("maximum", both(a.maximum, b.maximum, lower2)),
    ...optional("exclusiveMinimum", both(a.exclusiveMinimum, b.exclusiveMinimum, higher)),
    ...optional("exclusiveMaximum", both(a.exclusiveMaximum, b.exclusiveMaximum, lower2)),
    ...optional("multipleOf", both(a.multipleOf, b.multipleOf, commonMultiple)),
    ...optional("format", a.format ?? b.format)
  };
}
function commonMultiple(a, b) {
  const [large, small] = a > b ? [a, b] : [b, a];
  for (let times = 1; times <= 1e3; times++)
    if (Number.isInteger(large * times / small)) return large * times;
  return large;
}
function mergeArrays(a, b) {
  const length = Math.max(a.prefixItems?.length ?? 0, b.prefixItems?.length ?? 0);
  const prefixItems = Array.from({ length }, (_, i) => {
    const item = both(a.prefixItems?.[i] ?? a.items, b.prefixItems?.[i] ?? b.items, together2);
    return item ?? anything2(a.items?.pointer ?? "");
  });
  return {
    ...optional("prefixItems", length === 0 ? void 0 : prefixItems),
    ...optional("items", both(a.items, b.items, together2)),
    ...optional("minItems", both(a.minItems, b.minItems, higher)),
    ...optional("maxItems", both(a.maxItems, b.maxItems, lower2)),
    ...optional("uniqueItems", a.uniqueItems ?? b.uniqueItems),
    ...optional("contains", a.contains ?? b.contains),
    ...optional("unevaluatedItems", a.unevaluatedItems ?? b.unevaluatedItems)
  };
}
var anything2 = (pointer) => ({ pointer, annotations: {} });
var together2 = (a, b) => ({
  pointer: a.pointer,
  annotations: a.annotations,
  allOf: [a, b]
});
function mergeObjects(a, b, inA, inB) {
  const names2 = [...new Set([...a.properties, ...b.properties].map((each2) => each2.name))];
  return {
    properties: names2.flatMap((name) => mergeProperty(name, a, b, inA, inB)),
    patternProperties: [...a.patternProperties, ...b.patternProperties],
    ...optional("additionalProperties", both(a.additionalProperties, b.additionalProperties, together2)),
    ...optional("propertyNames", both(a.propertyNames, b.propertyNames, together2)),
    ...optional("minProperties", both(a.minProperties, b.minProperties, higher)),
    ...optional("maxProperties", both(a.maxProperties, b.maxProperties, lower2)),
    ...optional(
      "dependentRequired",
      both(a.dependentRequired, b.dependentRequired, (x, y) => [...x, ...y])
    ),
    ...optional("unevaluatedProperties", a.unevaluatedProperties ?? b.unevaluatedProperties)
  };
}
function mergeProperty(name, a, b, inA, inB) {
  const [mine, yours] = [a, b].map((each2) => each2.properties.find((property) => property.name === name));
  const required = mine?.required === true || yours?.required === true;
  const schema = both(
    mine === void 0 || mine.undeclared ? otherRule(a, name) : mine.schema,
    yours === void 0 || yours.undeclared ? otherRule(b, name) : yours.schema,
    together2
  );
  if (schema !== void 0 && [schema, ...schema.allOf ?? []].some((each2) => each2.never)) {
    if (!required) return [];
    throw conflict(inA, `the rules for ${name}`, inB, "its being required or forbidden");
  }
  const undeclared = (mine ?? yours)?.undeclared === true && schema === void 0;
  return [
    {
      name,
      required,
      schema: schema ?? (mine ?? yours)?.schema ?? anything2(inA.pointer),
      ...undeclared ? { undeclared: true } : {}
    }
  ];
}
function otherRule({ patternProperties, additionalProperties }, name) {
  const matching2 = patternProperties.filter(
    ({ pattern }) => new RegExp(pattern.source, pattern.flags).test(name)
  );
  if (matching2.length === 0) return additionalProperties;
  return matching2.map((each2) => each2.schema).reduce(together2);
}

// generator/sample/sample.ts
var constant2 = (value) => ({ kind: "constant", value });
var make = (maker, ...args) => ({
  kind: "make",
  maker,
  args
});
var NoSample = class extends Error {
  schema;
  /** Whether there is no value at all, or just none that we know how to make. */
  impossible;
  constructor(schema, message, impossible) {
    super(message);
    this.schema = schema;
    this.impossible = impossible;
  }
};

// generator/sample/place.ts
function attempt(work) {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof NoSample) return void 0;
    throw cause;
  }
}
function onBehalfOf(schema, work) {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof NoSample) throw new NoSample(schema, cause.message, cause.impossible);
    throw cause;
  }
}

// generator/sample/array-sample.ts
var most3 = 1e4;
function* arraySamples(schema, place, sample) {
  const { prefixItems = [], minItems = 0, maxItems = Infinity, uniqueItems, contains: contains2 } = schema.array ?? {};
  const items = schema.array?.items ?? schema.array?.unevaluatedItems;
  if (minItems > maxItems)
    throw new NoSample(schema, `minItems ${minItems} is above maxItems ${maxItems}`, true);
  if (minItems > most3) throw new NoSample(schema, `an array of ${minItems} items`, false);
  const item = items ?? anything(schema);
  const required = (each2) => sample(each2, place);
  const optional2 = (each2) => attempt(() => sample(each2, { ...place, optional: true }));
  if (contains2 !== void 0 && contains2.min > 0) {
    const wanted = items === void 0 ? contains2.schema : together2(contains2.schema, items);
    const found = onBehalfOf(schema, () => required(wanted));
    const rest = minItems > contains2.min ? required(item) : void 0;
    if (found !== void 0) {
      const head = prefixItems.map(
        (each2, i) => (i < minItems ? required(each2) : optional2(each2)) ?? constant2(null)
      );
      const contained = Array.from({ length: contains2.min }, () => found);
      const filling = Array.from(
        { length: Math.max(0, minItems - head.length - contains2.min) },
        () => rest ?? found
      );
      yield { kind: "tuple", items: contained.concat(filling) };
      yield { kind: "tuple", items: [...head, ...contained, ...filling] };
    }
  }
  if (prefixItems.length > 0) {
    yield* tuples(schema, prefixItems, item, required, optional2);
    return;
  }
  if (maxItems === 0) return yield constant2([]);
  const count = Math.max(minItems, Math.min(2, maxItems));
  const made = minItems === 0 ? optional2(item) : required(item);
  if (made === void 0) {
    if (minItems === 0) yield constant2([]);
    return;
  }
  if (uniqueItems && valuesOf(made) < minItems)
    throw new NoSample(schema, `minItems asks for ${minItems} different items of ${valuesOf(made)}`, true);
  const kind = uniqueItems && count > 1 ? "distinct" : "list";
  yield { kind, count: Math.min(count, uniqueItems ? valuesOf(made) : count), item: made };
  if (count !== minItems && minItems > 0) yield { kind, count: minItems, item: made };
  if (minItems === 0) yield constant2([]);
}
function* tuples(schema, prefixItems, item, required, optional2) {
  const { minItems = 0, maxItems = Infinity } = schema.array ?? {};
  const made = [];
  for (let i = 0; i < Math.min(Math.max(prefixItems.length, minItems), maxItems); i++) {
    const each2 = prefixItems[i] ?? item;
    const value = i < minItems ? required(each2) : optional2(each2);
    if (value === void 0 && i < minItems) return;
    if (value === void 0) break;
    made.push(value);
  }
  for (let length = made.length; length >= minItems; length--)
    yield { kind: "tuple", items: made.slice(0, length) };
}
function valuesOf(sample) {
  if (sample.kind === "constant") return 1;
  if (sample.kind === "pick") return new Set(sample.values.map((each2) => JSON.stringify(each2))).size;
  return sample.kind === "make" && sample.maker === "flag" ? 2 : Infinity;
}

// generator/runtime/fixture.ts
var fixture_exports = {};
__export(fixture_exports, {
  at: () => at,
  blob: () => blob,
  chars: () => chars,
  choose: () => choose,
  date: () => date,
  dateTime: () => dateTime,
  decimal: () => decimal2,
  distinct: () => distinct,
  example: () => example,
  factory: () => factory,
  first: () => first,
  flag: () => flag,
  integer: () => integer2,
  ipv4: () => ipv4,
  ipv6: () => ipv6,
  lacking: () => lacking,
  list: () => list,
  pick: () => pick,
  repeat: () => repeat,
  responses: () => responses,
  rfc2822: () => rfc2822,
  time: () => time,
  uuid: () => uuid,
  words: () => words2
});

// generator/runtime/cases.ts
function* edits(cases, kind, outer = [], open = []) {
  for (const { at: at2, of, variants = [], [kind]: own2 = [] } of cases)
    for (const place of at2) {
      const path = outer.concat(place);
      for (const [code, to, below2 = []] of own2)
        yield { code, path: path.concat(below2), edit: (value) => replaced(value, path, to) };
      if (of && !open.includes(of)) yield* edits(of.cases(), kind, path, [...open, of]);
      for (const [code, make2, inner = [], isUnion] of variants) {
        const edit = (value) => replaced(value, path, make2());
        const isEdge2 = kind === "edges";
        if (isEdge2) yield { code, path: path.concat(), edit };
        for (const { edit: more, ...rule } of edits(inner, kind, path, open))
          yield {
            ...isUnion && !isEdge2 ? { code, path: path.concat(), cause: rule } : rule,
            edit: (value) => more(edit(value))
          };
      }
    }
}
function replaced(value, path, to) {
  const last = path.at(-1);
  if (last === void 0) return to;
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key], value);
  if (to === void 0) delete holder[last];
  else holder[last] = to;
  return value;
}

// generator/runtime/fixture.ts
var first = 0.5;
function responses(factories) {
  return (status, overrides, options) => factories()[status]?.(overrides, options);
}
function factory(pointer, make2, cases = () => []) {
  const build = (overrides, { seed = 0, index = 0 } = {}) => overridden(make2(at(at(seed || index ? seed : first, pointer), index)), overrides);
  const listing = (kind) => function* (options) {
    for (const { edit, ...shown } of edits(cases(), kind))
      yield { ...shown, value: edit(build(void 0, options)) };
  };
  return Object.assign(build, {
    make: make2,
    cases,
    edges: listing("edges"),
    invalid: listing("invalid"),
    many: (count, overrides, { seed = 0, index = 0 } = {}) => Array.from({ length: count }, (_, i) => build(overrides, { seed, index: index + i }))
  });
}
function overridden(value, overrides) {
  if (!isPlain2(overrides)) return overrides === void 0 ? value : overrides;
  const members2 = new Map(isPlain2(value) ? Object.entries(value) : []);
  for (const [key, each2] of Object.entries(overrides))
    if (each2 === void 0) members2.delete(key);
    else members2.set(key, overridden(members2.get(key), each2));
  return Object.fromEntries(members2);
}
function isPlain2(value) {
  return {}.toString.call(value) === "[object Object]";
}
function at(seed, key) {
  let hash = seed ^ 2166136261;
  for (const char of String(key)) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ hash >>> 15, 2246822507);
  return ((hash ^ hash >>> 13) >>> 0) + seed % 1;
}
function integer2(seed, min, max) {
  return min + Math.floor(seed / 4294967296 * (max - min + 1));
}
function decimal2(seed, min, max) {
  const value = min + (max - min) * (0.1 + 0.8 * seed / 4294967296);
  const short = Math.round(value * 100) / 100;
  return short > min && short < max ? short : value;
}
function lacking(members2) {
  return members2;
}
function blob(seed) {
  return new Blob([words2(seed)]);
}
function flag(seed) {
  return (seed & 1) === 1;
}
function pick(seed, values) {
  return values[(seed >>> 0) % values.length];
}
function choose(seed, makers) {
  return makers[(seed >>> 0) % makers.length](seed);
}
function example(seed, value, make2) {
  return seed % 1 ? value : make2(seed);
}
function list(seed, count, make2) {
  return Array.from({ length: count }, (_, i) => make2(at(i ? seed >>> 0 : seed, i)));
}
function distinct(seed, count, make2) {
  const items = /* @__PURE__ */ new Map();
  for (let i = 0; items.size < count && i < count + 100; i++) {
    const item = make2(at(i ? seed >>> 0 : seed, i));
    items.set(JSON.stringify(item), item);
  }
  return [...items.values()];
}
function chars(seed, alphabet, min, max = min) {
  let text2 = "";
  let state = seed;
  for (let left = min < max ? integer2(at(seed, "length"), min, max) : min; left > 0; left--) {
    state = Math.imul(state, 1664525) + 1013904223 >>> 0;
    text2 += alphabet.charAt(integer2(state, 0, alphabet.length - 1));
  }
  return text2;
}
function repeat(seed, min, max, make2) {
  return list(seed, integer2(seed, min, max), make2).join("");
}
var nouns = [
  "amber",
  "birch",
  "cedar",
  "delta",
  "ember",
  "fjord",
  "grove",
  "harbor",
  "iris",
  "juniper"
];
function words2(seed, min = 1, max = 40) {
  let text2 = `${pick(seed, nouns)} ${pick(at(seed, 1), nouns)}`;
  for (let i = 2; text2.length < min; i++) text2 += ` ${pick(at(seed, i), nouns)}`;
  return text2.slice(0, max).replace(/ $/, "s");
}
function moment(seed) {
  return new Date(Date.UTC(2024, 0, 15, 0, 0, integer2(seed, 0, 30 * 86400)));
}
function dateTime(seed) {
  return moment(seed).toISOString().replace(".000", "");
}
function date(seed) {
  return dateTime(seed).slice(0, 10);
}
function time(seed) {
  return dateTime(seed).slice(11);
}
function rfc2822(seed) {
  return moment(seed).toUTCString().replace("GMT", "+0000");
}
function uuid(seed) {
  return chars(seed, "0123456789abcdef", 32).replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/,
    (_, ...parts) => `${parts[0]}-${parts[1]}-4${parts[2]}-a${parts[3]}-${parts[4]}`
  );
}
function ipv4(seed) {
  return `192.0.2.${integer2(seed, 1, 254)}`;
}
function ipv6(seed) {
  return `2001:db8::${integer2(seed, 1, 65535).toString(16)}`;
}

// generator/sample/evaluate.ts
function evaluate(sample, seed, of) {
  const text2 = (each2, at2) => evaluate(each2, at2, of);
  switch (sample.kind) {
    case "constant":
      return sample.value;
    case "pick":
      return pick(seed, sample.values);
    case "make": {
      const maker = fixture_exports[sample.maker];
      return maker(seed, ...sample.args);
    }
    case "scaled": {
      const number2 = evaluate(sample.number, seed, of);
      return sample.over ? number2 / sample.by : number2 * sample.by;
    }
    case "text":
      return sample.parts.map((each2, i) => text2(each2, isSpread(sample) ? at(seed, i) : seed)).join("");
    case "repeat":
      return repeat(seed, sample.min, sample.max, (s) => text2(sample.part, s));
    case "choose":
      return choose(
        seed,
        sample.options.map((each2) => (s) => evaluate(each2, s, of))
      );
    case "example":
      return example(seed, sample.value, (s) => evaluate(sample.otherwise, s, of));
    case "list":
    case "distinct":
      return fixture_exports[sample.kind](seed, sample.count, (s) => evaluate(sample.item, s, of));
    case "tuple":
      return sample.items.map((each2, i) => evaluate(each2, at(seed, i), of));
    case "object":
      return Object.fromEntries(
        sample.entries.map((each2) => [each2.name, evaluate(each2.sample, at(seed, each2.name), of)])
      );
    case "named":
      return evaluate(of(sample.id), seed, of);
  }
}
var isSpread = ({ parts }) => parts.filter((each2) => each2.kind !== "constant").length > 1;

// generator/sample/flatten.ts
var most4 = 64;
function* flatten(schema, known, open) {
  const rules2 = { pointer: schema.pointer, annotations: {} };
  const start = { rules: rules2, todo: [schema], opened: open, applied: /* @__PURE__ */ new Set() };
  const waiting = [start];
  let conflict2;
  let found = 0;
  for (let next = waiting.pop(); next !== void 0 && found < most4; next = waiting.pop()) {
    const [schema2, ...todo] = next.todo;
    if (schema2 === void 0) {
      found++;
      yield next;
      continue;
    }
    const state = { ...next, todo };
    try {
      waiting.push(...[...steps(schema2, state, known)].reverse());
    } catch (cause) {
      if (!(cause instanceof Conflict || cause instanceof Endless)) throw cause;
      conflict2 ??= cause;
    }
  }
  if (found === 0 && conflict2 !== void 0)
    throw new NoSample(schema, conflict2.message, conflict2 instanceof Conflict);
}
var Endless = class extends Error {
};
function steps(schema, { rules: rules2, todo, opened, applied }, known) {
  const { ref: target, allOf = [], anyOf: anyOf2, oneOf: oneOf2, not: not2, conditional: conditional2, object, ...own2 } = schema;
  const ref = target !== void 0 && applied.has(target) ? void 0 : target;
  if (ref !== void 0 && opened.has(ref) && known.isRecursive(ref))
    throw new Endless("the schema contains itself without end");
  const { dependentSchemas = [], ...ownObject } = object ?? { properties: [], patternProperties: [] };
  const merged = merge(
    rules2,
    withoutForbidden(object === void 0 ? own2 : { ...own2, object: ownObject }, not2)
  );
  const parts = [...ref === void 0 ? [] : [named(known.table, ref).schema], ...allOf];
  const choices = [
    ...[anyOf2, oneOf2].flatMap(
      (branches2) => branches2 === void 0 ? [] : [branches2.map((each2, i) => withTag(schema, each2, i)).sort(nullLast)]
    ),
    ...conditional2 === void 0 ? [] : [[both2(conditional2.if, conditional2.then), conditional2.else ?? nothing2(schema)]],
    ...dependentSchemas.map((each2) => [each2.schema, absent(schema, each2.name)])
  ];
  const more = ref === void 0 ? [] : [ref];
  return product(choices).map((chosen2) => ({
    rules: merged,
    todo: [...parts, ...chosen2, ...todo],
    opened: /* @__PURE__ */ new Set([...opened, ...more]),
    applied: /* @__PURE__ */ new Set([...applied, ...more])
  }));
}
var nullLast = (a, b) => Number(isNull(a)) - Number(isNull(b));
var nothing2 = ({ pointer }) => ({ pointer, annotations: {} });
var both2 = (a, b) => b === void 0 ? a : { ...nothing2(a), allOf: [a, b] };
var absent = (schema, name) => ({
  ...nothing2(schema),
  object: {
    properties: [{ name, required: false, schema: { ...nothing2(schema), never: true } }],
    patternProperties: []
  }
});
function product(choices) {
  return choices.reduce(
    (all, choice) => all.flatMap((chosen2) => choice.map((each2) => [...chosen2, each2])).slice(0, most4),
    [[]]
  );
}
function withoutForbidden(own2, not2) {
  if (not2?.types === void 0 || Object.keys(not2).length > 3) return own2;
  const forbidden = new Set(not2.types.flatMap((type) => type === "number" ? [type, "integer"] : [type]));
  const types = (own2.types ?? jsonTypes.filter((type) => type !== "integer")).filter(
    (type) => !forbidden.has(type)
  );
  return { ...own2, types };
}

// generator/sample/number-sample.ts
function numberSample(schema, rules2, whole) {
  const interval = intervalOf(rules2);
  const integral = whole || numberRange(rules2.format)?.whole === true;
  const steps2 = stepOf(rules2, integral);
  if (steps2 === void 0) return decimalSample(schema, interval);
  const { low, high, opensLow, opensHigh } = interval;
  const first2 = Math.ceil(low / steps2) + (opensLow && Number.isInteger(low / steps2) ? 1 : 0);
  const last = Math.floor(high / steps2) - (opensHigh && Number.isInteger(high / steps2) ? 1 : 0);
  if (first2 > last) throw none2(schema, interval, integral);
  const [from, to] = near(first2, last, 1e3);
  const number2 = make("integer", from, to);
  if (steps2 === 1) return number2;
  return Number.isInteger(1 / steps2) ? { kind: "scaled", number: number2, by: 1 / steps2, over: true } : { kind: "scaled", number: number2, by: steps2, over: false };
}
function stepOf({ multipleOf: multipleOf2 }, whole) {
  if (multipleOf2 === void 0) return whole ? 1 : void 0;
  if (!whole || Number.isInteger(multipleOf2)) return multipleOf2;
  for (let times = 2; times <= 1e3; times++)
    if (Number.isInteger(multipleOf2 * times)) return multipleOf2 * times;
  return multipleOf2 * 1e9;
}
function intervalOf(rules2) {
  const range = numberRange(rules2.format);
  const { exclusiveMinimum: exclusiveMinimum2 = -Infinity, exclusiveMaximum: exclusiveMaximum2 = Infinity } = rules2;
  const low = Math.max(rules2.minimum ?? -Infinity, exclusiveMinimum2, range?.min ?? -Infinity);
  const high = Math.min(rules2.maximum ?? Infinity, exclusiveMaximum2, range?.max ?? Infinity);
  return { low, high, opensLow: low === exclusiveMinimum2, opensHigh: high === exclusiveMaximum2 };
}
function decimalSample(schema, interval) {
  const { low, high, opensLow, opensHigh } = interval;
  if (low > high || low === high && (opensLow || opensHigh)) throw none2(schema, interval, false);
  if (low === high) return constant2(low);
  const [from, to] = opensHigh && high <= 0 ? [Math.max(low, high - 1e3), high] : near(low, high, 1e3);
  return make("decimal", from, to);
}
function none2(schema, { low, high }, whole) {
  return new NoSample(schema, `no ${whole ? "integer" : "number"} lies between ${low} and ${high}`, true);
}
function near(low, high, width) {
  const from = low > -Infinity && (low >= 0 || high <= 0) ? low : high < 0 ? Math.max(low, high - width) : Math.max(low, 0);
  return [from, Math.min(high, from + width)];
}

// generator/sample/seeds.ts
function seeds(count) {
  return Array.from({ length: count }, (_, i) => i === 0 ? at(first, "trial") : at(i, "trial"));
}

// generator/sample/object-sample.ts
function* objectSamples(schema, place, sample, valueOf) {
  const object = schema.object ?? { properties: [], patternProperties: [] };
  const { maxProperties = Infinity } = object;
  const entries = declaredEntries(schema, object, place, sample);
  if (entries === void 0) return;
  const required = entries.filter((each2) => each2.required);
  if (required.length > maxProperties)
    throw new NoSample(
      schema,
      `maxProperties ${maxProperties} is below the number of required properties`,
      true
    );
  const optional2 = entries.filter((each2) => !each2.required);
  const shown = optional2.slice(0, maxProperties - required.length);
  const variants = [
    shown,
    [],
    ...shown.map((dropped) => shown.filter((each2) => each2 !== dropped)),
    ...shown.map((only2) => [only2])
  ];
  let failure;
  const attempts = variants.slice(0, 40).map((variant) => ({ object, kept: entries.filter((each2) => each2.required || variant.includes(each2)) }));
  const oneMore = { ...object, minProperties: Math.max(object.minProperties ?? 0, entries.length + 1) };
  for (const { object: rules2, kept } of [...attempts, { object: oneMore, kept: entries }]) {
    try {
      const whole = completed(schema, rules2, kept, place, sample, valueOf);
      if (whole !== void 0 && whole.length <= maxProperties)
        yield { kind: "object", entries: whole, ...lacksInherited(object, whole) ? { lacks: true } : {} };
    } catch (cause) {
      if (!(cause instanceof NoSample)) throw cause;
      failure ??= cause;
    }
  }
  if (failure !== void 0) throw failure;
}
var lacksInherited = ({ properties }, entries) => properties.some(({ name }) => inheritedNames.has(name) && !entries.some((each2) => each2.name === name));
function declaredEntries(schema, object, place, sample) {
  const entries = [];
  for (const declared of object.properties) {
    const { name, required, schema: rule } = withPatterns(declared, object);
    if (rule.never && required)
      throw new NoSample(schema, `the property ${name} is required and forbidden`, true);
    const at2 = { open: place.open, optional: !required || place.optional, hint: name };
    const shown = withExamples(rule, name, schema);
    const make2 = () => rule === declared.schema ? sample(shown, at2) : onBehalfOf(schema, () => sample(shown, at2));
    const made = required ? make2() : attempt(make2);
    if (made !== void 0) entries.push({ name, required, sample: made });
    else if (required) return void 0;
  }
  return entries;
}
function withExamples(rule, name, { annotations: annotations2 }) {
  const parts = (annotations2.examples ?? []).flatMap((each2) => member(each2, name) ?? []);
  if (parts.length === 0 || rule.annotations.examples !== void 0) return rule;
  return { ...rule, annotations: { ...rule.annotations, examples: parts } };
}
function withPatterns(property, object) {
  if (property.undeclared) return property;
  const pattern = otherRule({ properties: [], patternProperties: object.patternProperties }, property.name);
  return pattern === void 0 ? property : { ...property, schema: together2(property.schema, pattern) };
}
function completed(schema, object, entries, place, sample, valueOf) {
  const all = [...entries];
  const add = (name, optional2) => {
    const rule = otherRule(object, name) ?? object.unevaluatedProperties ?? anything(schema);
    if (rule.never) return false;
    const at2 = { open: place.open, optional: optional2, hint: name };
    const made = optional2 ? attempt(() => sample(rule, at2)) : sample(rule, at2);
    if (made !== void 0) all.push({ name, required: true, sample: made });
    return made !== void 0;
  };
  for (const name of demanded(object, all)) if (!add(name, false)) return void 0;
  const { minProperties = 0, maxProperties = Infinity } = object;
  const open = object.properties.length === 0 && allowsMore(object);
  const missing = minProperties - all.length;
  const wanted = Math.min(maxProperties - all.length, Math.max(missing, open ? 1 : 0));
  if (wanted <= 0) return all;
  let added = 0;
  for (const name of freeNames(object, wanted, place, sample, valueOf)) {
    if (all.some((each2) => each2.name === name)) continue;
    if (add(name, missing <= added) && ++added === wanted) break;
  }
  if (added < missing)
    throw new NoSample(schema, `minProperties ${minProperties} is above the number of properties`, true);
  return all;
}
var allowsMore = ({
  additionalProperties,
  patternProperties,
  unevaluatedProperties: unevaluatedProperties2
}) => patternProperties.length > 0 || [additionalProperties, unevaluatedProperties2].some((each2) => each2 !== void 0 && !each2.never);
function demanded({ dependentRequired = [] }, entries) {
  const names2 = new Set(entries.map((each2) => each2.name));
  for (const name of names2)
    for (const each2 of dependentRequired)
      if (each2.name === name) each2.required.forEach((more) => names2.add(more));
  return [...names2].slice(entries.length);
}
function* freeNames({ propertyNames, patternProperties, additionalProperties }, wanted, place, sample, valueOf) {
  const texts = function* (made) {
    if (made === void 0) return;
    for (const seed of seeds(wanted * 20)) {
      const name = valueOf(made, seed);
      if (typeof name === "string") yield name;
    }
  };
  const at2 = { open: place.open, optional: false, hint: "" };
  if (propertyNames !== void 0)
    yield* texts(attempt(() => sample({ ...propertyNames, types: ["string"] }, at2)));
  else if (additionalProperties === void 0 || additionalProperties.never) {
    for (const { pattern, schema } of patternProperties)
      if (patternShape(pattern) !== void 0 && !schema.never)
        yield* texts(
          attempt(
            () => sample({ pointer: schema.pointer, types: ["string"], string: { pattern }, annotations: {} }, at2)
          )
        );
  }
  if (propertyNames === void 0) for (let i = 1; i <= wanted * 2 + 20; i++) yield `key${i}`;
}

// generator/sample/order.ts
function componentsOf(table) {
  const groups = [];
  const index = /* @__PURE__ */ new Map();
  const low = /* @__PURE__ */ new Map();
  const stack = [];
  const onStack = /* @__PURE__ */ new Set();
  const visit = (id) => {
    const own2 = index.size;
    let lowest = own2;
    index.set(id, own2);
    stack.push(id);
    onStack.add(id);
    for (const next of new Set(refsOf(named(table, id).schema))) {
      if (!index.has(next)) lowest = Math.min(lowest, visit(next));
      else if (onStack.has(next)) lowest = Math.min(lowest, low.get(next) ?? index.get(next) ?? lowest);
    }
    low.set(id, lowest);
    if (lowest === own2) {
      const group = stack.splice(stack.indexOf(id));
      for (const each2 of group) onStack.delete(each2);
      groups.push(group);
    }
    return lowest;
  };
  for (const id of table.keys()) if (!index.has(id)) visit(id);
  return groups;
}

// generator/sample/shapes.ts
var isPlain3 = (value) => typeof value !== "object" || value === null;
function needsTrial(schema) {
  const { string = {}, number: number2 = {}, array: array2 = {}, object, enum: values } = schema;
  const { format, pattern, minLength, maxLength } = string;
  return [schema.ref, schema.allOf, schema.anyOf, schema.oneOf, schema.not, schema.conditional].some(isDefined2) || format !== void 0 && [pattern, minLength, maxLength].some(isDefined2) || pattern !== void 0 && schema.annotations.format !== void 0 || number2.multipleOf !== void 0 && number2.format !== void 0 || values !== void 0 && schema.types === void 0 || [array2.uniqueItems, array2.contains, array2.unevaluatedItems].some(isDefined2) || [object?.propertyNames, object?.dependentRequired, object?.dependentSchemas].some(isDefined2) || object?.unevaluatedProperties !== void 0 || (object?.patternProperties.length ?? 0) > 0;
}
var isDefined2 = (value) => value !== void 0;
function typesToTry(rules2) {
  if (rules2.types !== void 0)
    return [
      ...rules2.types.filter((each2) => each2 !== "null"),
      ...rules2.types.filter((each2) => each2 === "null")
    ];
  const spoken = ["object", "array", "string", "number"].filter((type) => type in rules2);
  const others2 = ["string", "number", "boolean", "array", "object", "null"].filter(
    (type) => !spoken.some((each2) => each2 === type)
  );
  return [...spoken, ...others2];
}

// generator/sample/string-sample.ts
var lowercase = "abcdefghijklmnopqrstuvwxyz";
var digits2 = "0123456789";
var phone = { kind: "text", parts: [constant2("+120255501"), make("chars", digits2, 2)] };
function* stringSamples(schema, rules2, hint) {
  const { minLength: min = 0, maxLength: max = Infinity, pattern } = rules2;
  const format = rules2.format ?? schema.annotations.format;
  if (min > max) throw new NoSample(schema, `minLength ${min} is above maxLength ${max}`, true);
  if (pattern === void 0) {
    if (rules2.format === void 0) yield* likely(hint, format, min, max);
    yield formatSample(schema, rules2.format, min, max);
    return;
  }
  if (isPhonePattern(pattern) && min <= 12 && max >= 12) yield phone;
  if (format !== void 0) yield* fitting(() => formatSample(schema, format, min, max));
  yield patternSample(schema, pattern, min, max);
}
function* likely(hint, format, min, max) {
  const wanted = format ?? formatOfName(hint);
  const schema = { pointer: "", annotations: {} };
  if (wanted === "phone") {
    if (min <= 12 && max >= 12) yield phone;
  } else if (wanted !== void 0 && isMade(wanted))
    yield* fitting(() => formatSample(schema, wanted, min, max));
}
function formatOfName(name) {
  const word = (words3) => new RegExp(`(^|[^a-z])(${words3})$`, "i").test(spaced(name));
  if (word("url|href|link|website|homepage")) return "uri";
  if (word("email|mail")) return "email";
  if (word("phone|phone number|mobile")) return "phone";
  return void 0;
}
var spaced = (name) => name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " ");
function* fitting(work) {
  try {
    yield work();
  } catch (cause) {
    if (!(cause instanceof NoSample)) throw cause;
  }
}
var isPhonePattern = ({ source, flags }) => /^\^\(?\\?\+/.test(source) && ["+12025550100", "+12025550199"].every((each2) => new RegExp(source, flags).test(each2));
function patternSample(schema, pattern, min, max) {
  const found = patternShape(pattern);
  if (found === void 0) throw new NoSample(schema, `strings that match ${pattern.source}`, false);
  const room = { min, max: Math.max(min, Math.min(max, 4096)) };
  const shape = fit(bounded(found.shape), room) ?? fit(found.shape, room) ?? padTo(found, min, max);
  if (shape === void 0)
    throw new NoSample(
      schema,
      `${found.anchored ? "no match" : "a match"} of ${pattern.source} is ${min} to ${max} characters long`,
      found.anchored
    );
  return shapeSample(shape);
}
function bounded(shape) {
  switch (shape.kind) {
    case "text":
      return shape;
    case "chars":
      return { ...shape, max: Math.min(shape.max, shape.min + 8) };
    case "sequence":
      return { ...shape, parts: shape.parts.map(bounded) };
    case "choice":
      return { ...shape, options: shape.options.map(bounded) };
    case "repeat":
      return { ...shape, part: bounded(shape.part), max: Math.min(shape.max, shape.min + 2) };
  }
}
function padTo({ shape, openStart, openEnd }, min, max) {
  const letters = { kind: "chars", alphabet: "abcdefghij", min: 0, max: Infinity };
  if (!openStart && !openEnd) return void 0;
  const parts = openEnd ? [shape, letters] : [letters, shape];
  return fit({ kind: "sequence", parts }, { min, max: Math.min(max, Math.max(min, lengthsOf(shape).min)) });
}
function shapeSample(shape) {
  switch (shape.kind) {
    case "text":
      return constant2(shape.text);
    case "chars":
      return shape.min === shape.max ? make("chars", shape.alphabet, shape.min) : make("chars", shape.alphabet, shape.min, shape.max);
    case "sequence": {
      const parts = joinTexts(shape.parts);
      const [only2, ...more] = parts;
      if (only2 === void 0) return constant2("");
      return more.length === 0 ? shapeSample(only2) : { kind: "text", parts: parts.map(shapeSample) };
    }
    case "choice":
      return shape.options.every((each2) => each2.kind === "text") ? { kind: "pick", values: shape.options.map((each2) => each2.text) } : { kind: "choose", options: shape.options.map(shapeSample) };
    case "repeat":
      return { kind: "repeat", part: shapeSample(shape.part), min: shape.min, max: shape.max };
  }
}
function joinTexts(parts) {
  return parts.reduce((all, part) => {
    const last = all.at(-1);
    if (lengthsOf(part).max === 0) return all;
    if (part.kind !== "text" || last?.kind !== "text") return [...all, part];
    return [...all.slice(0, -1), { kind: "text", text: last.text + part.text }];
  }, []);
}
var stretchable = /* @__PURE__ */ new Map([
  ["char", ["", ""]],
  ["email", ["", "@example.com"]],
  ["hostname", ["", ".example.com"]],
  ["idn-email", ["", "@example.com"]],
  ["idn-hostname", ["", ".example.com"]],
  ["iri", ["https://example.com/", ""]],
  ["iri-reference", ["/", ""]],
  ["json-pointer", ["/", ""]],
  ["media-range", ["application/", ""]],
  ["regex", ["", ""]],
  ["relative-json-pointer", ["0/", ""]],
  ["sf-string", ['"', '"']],
  ["sf-token", ["", ""]],
  ["uri", ["https://example.com/", ""]],
  ["uri-reference", ["/", ""]],
  ["uri-template", ["https://example.com/", "/{id}"]]
]);
var isMade = (format) => stretchable.has(format) || fewValues2.has(format) || knownFormats.get(format)?.sample !== void 0 || ["base64url", "byte", "duration"].includes(format);
var fewValues2 = /* @__PURE__ */ new Map([
  ["date-time-local", ["2024-01-15T09:30:00", "2024-02-01T17:45:00"]],
  ["decimal", ["12.50", "0.75", "100"]],
  ["decimal128", ["12.50", "0.75", "100"]],
  ["http-date", ["Mon, 15 Jan 2024 09:30:00 GMT", "Thu, 01 Feb 2024 17:45:00 GMT"]],
  ["sf-binary", [":aGVsbG8=:", ":d29ybGQ=:"]],
  ["sf-boolean", ["?0", "?1"]],
  ["sf-decimal", ["12.5", "0.75"]],
  ["sf-integer", ["1", "42"]],
  ["time-local", ["09:30:00", "17:45:00"]]
]);
function formatSample(schema, format, min, max) {
  if (format === "byte" || format === "base64url") {
    const groups = Math.max(Math.ceil(min / 4), Math.min(4, Math.floor(max / 4)));
    if (groups * 4 > max) throw noLength(schema, format, min, max);
    return make("chars", lowercase, groups * 4);
  }
  if (format === "char" && min <= 1 && max >= 1) return make("chars", lowercase, 1);
  if (format === "duration")
    return { kind: "text", parts: [constant2("P"), make("chars", "123456789", 1), constant2("D")] };
  const values = fewValues2.get(format ?? "");
  if (values !== void 0) return { kind: "pick", values };
  const around2 = stretchable.get(format ?? "");
  if (format !== void 0 && around2 !== void 0) return stretched(schema, format, around2, min, max);
  const sample = knownFormats.get(format ?? "")?.sample;
  if (sample !== void 0) return make(sample);
  if (max === 0) return constant2("");
  return min <= 1 && max >= 40 ? make("words") : make("words", Math.max(min, 1), Math.min(max, Math.max(min, 40)));
}
function stretched(schema, format, [head, tail], min, max) {
  const fixed = head.length + tail.length;
  const length = Math.max(min - fixed, Math.min(8, max - fixed));
  if (length < 1 || tail.startsWith(".") && length > 63) throw noLength(schema, format, min, max);
  const letters = make("chars", lowercase, length);
  const parts = [...head ? [constant2(head)] : [], letters, ...tail ? [constant2(tail)] : []];
  return parts.length === 1 ? letters : { kind: "text", parts };
}
var noLength = (schema, format, min, max) => new NoSample(schema, `a ${format} that is ${min} to ${max} characters long`, false);

// generator/sample/solve.ts
function solveSamples(table, validators, report2) {
  const solved = /* @__PURE__ */ new Map();
  const failed = /* @__PURE__ */ new Map();
  const components = componentsOf(table);
  const groups = new Map(components.flatMap((group) => group.map((id) => [id, group])));
  const isRecursive = (id) => (groups.get(id)?.length ?? 0) > 1 || refsOf(named(table, id).schema).includes(id);
  const known = { table, isRecursive };
  let owner = "";
  const solvedSample = (id) => {
    const sample2 = solved.get(id);
    if (sample2 === void 0) throw new NoSample(named(table, id).schema, "it is not worked out yet", false);
    return sample2;
  };
  const valueOf = (sample2, seed) => evaluate(sample2, seed, solvedSample);
  const tried = (schema, sample2, { also }, times) => {
    const accepts = (value) => validators.accepts(schema, value) && (also === void 0 || validators.accepts(also, value));
    if (seeds(times).every((seed) => accepts(valueOf(sample2, seed)))) return { sample: sample2, sure: true };
    const values = /* @__PURE__ */ new Map();
    for (const seed of seeds(400)) {
      const value = valueOf(sample2, seed);
      if (accepts(value)) values.set(JSON.stringify(value), value);
      if (values.size === 8) break;
    }
    const [only2, ...more] = values.values();
    if (only2 === void 0) return void 0;
    return {
      sample: more.length === 0 ? constant2(only2) : { kind: "pick", values: [only2, ...more] },
      sure: false
    };
  };
  const prove = (schema, candidates, place) => {
    let fallback;
    let left = 60;
    for (const candidate of candidates) {
      const trial = tried(schema, candidate, place, 120);
      if (trial?.sure) return trial.sample;
      fallback ??= trial?.sample;
      if (--left === 0) break;
    }
    return fallback;
  };
  const sample = (schema, place) => {
    const made = sampleAny(schema, place);
    return made && withExample(schema, made, place);
  };
  const withExample = (schema, otherwise, { also }) => {
    const value = schema.annotations.examples?.find(
      (each2) => isPlain3(each2) && validators.accepts(schema, each2) && (!also || validators.accepts(also, each2))
    );
    return value === void 0 || otherwise.kind === "constant" || otherwise.kind === "pick" ? otherwise : { kind: "example", value, otherwise };
  };
  const sampleAny = (schema, place) => {
    if (schema.never) throw new NoSample(schema, "the schema allows no value", true);
    if (isPureRef(schema)) return sampleRef(schema, schema.ref, place);
    const branches2 = pureBranches(schema);
    if (branches2 !== void 0) return sampleBranches(schema, branches2, place);
    const candidates = candidatesOf(schema, place);
    if (place.also !== void 0 || needsTrial(schema)) {
      const proved = prove(schema, candidates, place);
      if (proved === void 0 && !place.optional)
        throw new NoSample(schema, "values that keep all of its rules", false);
      return proved;
    }
    for (const candidate of candidates) return candidate;
    return void 0;
  };
  const sampleRef = (schema, ref, place) => {
    const reason = failed.get(ref);
    if (reason !== void 0) throw reason;
    const inside = groups.get(owner)?.includes(ref) === true;
    if (inside && place.optional) return void 0;
    if (!solved.has(ref)) throw endless(named(table, owner));
    const direct = { kind: "named", id: ref };
    if (place.also === void 0) return direct;
    return prove(
      schema,
      withFirst(direct, () => candidatesOf(schema, place)),
      place
    );
  };
  const sampleBranches = (schema, branches2, place) => {
    const exclusive = schema.oneOf !== void 0 && schema.discriminator === void 0;
    const inner = exclusive && place.also === void 0 ? { ...place, also: schema } : place;
    const wanted = branches2.filter((each2) => !isNull(each2) && !each2.never);
    const tagged2 = wanted.map((each2) => withTag(schema, each2, branches2.indexOf(each2)));
    const options = tagged2.flatMap((each2) => attempt(() => sample(each2, { ...inner, optional: true })) ?? []);
    if (options.length > 0) return chosen(options);
    if (branches2.some(isNull) && validators.accepts(schema, null)) return constant2(null);
    if (place.optional) return void 0;
    const [found] = tagged2.flatMap((each2) => attempt(() => sample(each2, inner)) ?? []);
    if (found === void 0) throw new NoSample(schema, "no alternative has a value that we can make", false);
    return found;
  };
  function* candidatesOf(schema, place) {
    let failure;
    let count = 0;
    for (const flat of flatten(schema, known, place.open))
      for (const type of typesToTry(flat.rules))
        try {
          for (const each2 of candidatesOfType(flat, type, place)) {
            count++;
            yield each2;
          }
        } catch (cause) {
          if (!(cause instanceof NoSample)) throw cause;
          failure ??= cause;
        }
    if (count > 0 || failure === void 0 || place.optional) return;
    throw hasCombinators(schema) ? new NoSample(schema, failure.message, failure.impossible) : failure;
  }
  function* candidatesOfType({ rules: rules2, opened }, type, place) {
    const inner = { open: opened, optional: place.optional, hint: place.hint };
    if (rules2.enum !== void 0) {
      const values = rules2.enum.filter((each2) => validators.accepts(rules2, each2));
      const shown = values.some((each2) => each2 !== null) ? values.filter((each2) => each2 !== null) : values;
      const [only2, ...more] = shown;
      if (only2 === void 0)
        throw new NoSample(rules2, "no value of enum keeps the rules that stand beside it", true);
      yield more.length === 0 ? constant2(only2) : { kind: "pick", values: shown };
      return;
    }
    switch (type) {
      case "null":
        return yield constant2(null);
      case "boolean":
        return yield make("flag");
      case "integer":
      case "number":
        return yield numberSample(rules2, rules2.number ?? {}, type === "integer");
      case "string":
        return yield* stringSamples(rules2, rules2.string ?? {}, place.hint);
      case "array":
        return yield* arraySamples(rules2, inner, sample);
      default:
        return yield* objectSamples(rules2, inner, sample, valueOf);
    }
  }
  const solveNamed = (id) => {
    owner = id;
    const { schema } = named(table, id);
    try {
      const place = { open: /* @__PURE__ */ new Set([id]), optional: false, hint: named(table, id).name };
      const made = sample(schema, place);
      if (made === void 0) throw new NoSample(schema, "the schema allows no value", true);
      const trial = tried(schema, made, place, 24);
      if (trial === void 0) throw new NoSample(schema, "values that keep all of its rules", false);
      solved.set(id, trial.sample);
    } catch (cause) {
      if (!(cause instanceof NoSample)) throw cause;
      failed.set(id, cause);
    }
  };
  for (const group of components)
    for (let pending = group, before = -1; pending.length > 0 && pending.length !== before; ) {
      before = pending.length;
      for (const id of pending) failed.delete(id);
      pending.forEach(solveNamed);
      pending = pending.filter((id) => !solved.has(id));
    }
  for (const { schema, message, impossible } of failed.values())
    report2(impossible ? "fixture-impossible" : "fixture-unsupported", schema.pointer, message);
  owner = "";
  return {
    of: (id) => solved.get(id),
    sampleOf: (schema, hint) => attempt(() => sample(schema, { open: /* @__PURE__ */ new Set(), optional: false, hint }))
  };
}
var endless = ({ name, schema }) => new NoSample(schema, `every value of ${name} would contain another one, without end`, true);
function* withFirst(head, tail) {
  yield head;
  yield* tail();
}
function chosen(options) {
  const [only2, ...more] = options;
  return more.length === 0 && only2 !== void 0 ? only2 : { kind: "choose", options };
}

// generator/sample/at-path.ts
function valueAt2(value, path) {
  return path.reduce(
    (inner, key) => typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? inner[key] : void 0,
    value
  );
}
function put(whole, path, value) {
  const [key, ...rest] = path;
  if (key === void 0) return value;
  const inner = put(valueAt2(whole, [key]), rest, value);
  if (Array.isArray(whole)) return Object.assign([...whole], { [key]: inner });
  const object = whole ?? {};
  if (inner !== void 0) return { ...object, [key]: inner };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

// generator/sample/edge-candidates.ts
function* edgeCandidates(schema, value) {
  const { types = [], enum: values, array: array2, object } = schema;
  if (values !== void 0) {
    yield* values.map((each2) => ({ label: "enum", value: each2 }));
    return;
  }
  if (types.includes("string")) yield* stringEdges(schema.string ?? {});
  if (types.includes("integer") || types.includes("number")) yield* numberEdges(schema);
  if (types.includes("null")) yield { label: "null", value: null };
  const branches2 = [...schema.anyOf ?? [], ...schema.oneOf ?? []];
  if (branches2.some((each2) => each2.types?.includes("null"))) yield { label: "null", value: null };
  for (const branch of branches2) if (branch.ref === void 0) yield* edgeCandidates(branch, value);
  if (array2 !== void 0 && isArray(value)) {
    yield { label: "minItems", value: value.slice(0, array2.minItems ?? 0) };
    const { maxItems = Infinity } = array2;
    const [item] = value;
    if (maxItems <= 20 && item !== void 0 && maxItems > value.length)
      yield {
        label: "maxItems",
        value: [...value, ...Array.from({ length: maxItems - value.length }, () => item)]
      };
  }
  if (object !== void 0 && isObject(value))
    yield { label: "required", value: onlyRequired(schema, value) };
}
function onlyRequired({ object }, value) {
  const required = new Set(object?.properties.flatMap((each2) => each2.required ? [each2.name] : []));
  return Object.fromEntries(Object.entries(value).filter(([name]) => required.has(name)));
}
function* stringEdges(rules2) {
  const { minLength = 0, maxLength, pattern, format } = rules2;
  if (pattern === void 0 && format === void 0) {
    yield { label: "minLength", value: "a".repeat(minLength) };
    if (maxLength !== void 0) yield { label: "maxLength", value: "a".repeat(maxLength) };
  }
  const found = pattern && patternShape(pattern);
  if (found === void 0) return;
  const lengths = lengthsOf(found.shape);
  const shortest = Math.max(lengths.min, minLength);
  const longest2 = Math.min(lengths.max, maxLength ?? Infinity);
  if (shortest >= longest2) return;
  for (const [label, length] of [
    ["minLength", shortest],
    ["maxLength", longest2]
  ]) {
    const shape = length > 200 ? void 0 : fit(found.shape, { min: length, max: length });
    if (shape === void 0) continue;
    yield { label, value: evaluate(shapeSample(shape), seeds(1)[0], neverNamed) };
  }
}
var neverNamed = () => {
  throw new Error("bug: the shape of a pattern refers to no schema");
};
function* numberEdges({ number: number2 = {}, types }) {
  const whole = types?.includes("integer") === true && !types.includes("number");
  const { minimum: minimum2, maximum: maximum2, exclusiveMinimum: exclusiveMinimum2, exclusiveMaximum: exclusiveMaximum2, multipleOf: multipleOf2 } = number2;
  const step3 = multipleOf2 ?? (whole ? 1 : 0.5);
  for (const low of [minimum2, exclusiveMinimum2 === void 0 ? void 0 : exclusiveMinimum2 + step3])
    if (low !== void 0) yield { label: "minimum", value: low };
  for (const high of [maximum2, exclusiveMaximum2 === void 0 ? void 0 : exclusiveMaximum2 - step3])
    if (high !== void 0) yield { label: "maximum", value: high };
  if (minimum2 === void 0 && exclusiveMinimum2 === void 0) yield { label: "zero", value: 0 };
}

// generator/sample/extremes.ts
var longestText = 200;
var longestList = 20;
function* extremes(schema) {
  const { string = {}, number: number2 = {}, array: array2 = {}, object } = schema;
  const { minLength, maxLength = Infinity } = string;
  if (minLength !== void 0 && minLength <= longestText)
    yield {
      label: "minLength",
      schema: { ...schema, types: ["string"], string: { ...string, maxLength: minLength } }
    };
  if (maxLength <= longestText)
    yield {
      label: "maxLength",
      schema: { ...schema, types: ["string"], string: { ...string, minLength: maxLength } }
    };
  const { minimum: minimum2, maximum: maximum2 } = number2;
  if (minimum2 !== void 0)
    yield { label: "minimum", schema: { ...schema, number: { ...number2, maximum: minimum2 } } };
  if (maximum2 !== void 0)
    yield { label: "maximum", schema: { ...schema, number: { ...number2, minimum: maximum2 } } };
  const { minItems, maxItems = Infinity } = array2;
  if (minItems !== void 0 && minItems <= longestList)
    yield {
      label: "minItems",
      schema: { ...schema, types: ["array"], array: { ...array2, maxItems: minItems } }
    };
  if (maxItems <= longestList)
    yield {
      label: "maxItems",
      schema: { ...schema, types: ["array"], array: { ...array2, minItems: maxItems } }
    };
  if (object === void 0) return;
  const { minProperties, maxProperties = Infinity, properties } = object;
  const required = properties.filter((each2) => each2.required).length;
  for (const most6 of [required, required + 1, required + 2])
    if (most6 <= maxProperties)
      yield {
        label: "required",
        schema: { ...schema, types: ["object"], object: { ...object, maxProperties: most6 } }
      };
  if (minProperties !== void 0 && minProperties <= longestList)
    yield {
      label: "minProperties",
      schema: { ...schema, types: ["object"], object: { ...object, maxProperties: minProperties } }
    };
  if (maxProperties <= longestList)
    yield {
      label: "maxProperties",
      schema: { ...schema, types: ["object"], object: { ...object, minProperties: maxProperties } }
    };
}

// generator/sample/invalid-candidates.ts
var oneOfEach = [0, "invalid", true, null, [], {}];
function* invalidCandidates(schema, value) {
  const listed2 = schema.constant ? "const" : "enum";
  if (schema.never) yield* oneOfEach.map((each2) => ({ label: "never", value: each2 }));
  if (schema.types !== void 0) yield* oneOfEach.map((each2) => ({ label: "type", value: each2 }));
  if (schema.enum !== void 0)
    yield* ["invalid", 0, null, {}].map((each2) => ({ label: listed2, value: each2 }));
  if (schema.string !== void 0) yield* ofString(schema.string, value);
  if (schema.number !== void 0) yield* ofNumber(schema.number);
  if (schema.array !== void 0) yield* ofArray(schema.array, value);
  if (schema.object !== void 0) yield* ofObject(schema.object, value);
  for (const label of ["anyOf", "oneOf"])
    if (schema[label] !== void 0) yield* oneOfEach.map((each2) => ({ label, value: each2 }));
  if (schema.not !== void 0) yield* valuesOf2(schema.not).map((each2) => ({ label: "not", value: each2 }));
  if (schema.discriminator !== void 0)
    yield { label: "discriminator", value: "unknown", below: [schema.discriminator.property] };
}
var valuesOf2 = ({ enum: values = [], annotations: annotations2 }) => [
  ...values,
  ...annotations2.examples ?? [],
  ...oneOfEach
];
function* ofString(rules2, value) {
  const { minLength, maxLength, pattern, format } = rules2;
  const text2 = typeof value === "string" ? value : "";
  if (minLength !== void 0 && minLength > 0)
    for (const fill of ["a", "0", "A"])
      for (const short of [text2.slice(0, minLength - 1), fill.repeat(minLength - 1)])
        yield { label: "minLength", value: short };
  if (maxLength !== void 0)
    for (const fill of ["a", "0", "A"])
      for (const long of [fill.repeat(maxLength + 1), text2.padEnd(maxLength + 1, fill)])
        yield { label: "maxLength", value: long };
  const wrong = [
    "",
    "!",
    "invalid",
    " ",
    "0",
    "a".repeat(minLength ?? 0),
    "!".repeat(minLength ?? 1),
    `${text2}!`
  ];
  if (pattern !== void 0)
    yield* [...wrong, text2.slice(1)].map((each2) => ({ label: "pattern", value: each2 }));
  if (format !== void 0)
    yield* [...wrong, "%", "(", "not valid", "://", `${text2} `].map((each2) => ({
      label: "format",
      value: each2
    }));
}
function* ofNumber(rules2) {
  const { minimum: minimum2, maximum: maximum2, exclusiveMinimum: exclusiveMinimum2, exclusiveMaximum: exclusiveMaximum2, multipleOf: multipleOf2, format } = rules2;
  const step3 = multipleOf2 ?? 1;
  if (minimum2 !== void 0)
    yield* [minimum2 - 1, minimum2 - step3, minimum2 - 0.5].map((value) => ({ label: "minimum", value }));
  if (maximum2 !== void 0)
    yield* [maximum2 + 1, maximum2 + step3, maximum2 + 0.5].map((value) => ({ label: "maximum", value }));
  if (exclusiveMinimum2 !== void 0)
    yield* [exclusiveMinimum2, exclusiveMinimum2 - 1].map((value) => ({ label: "exclusiveMinimum", value }));
  if (exclusiveMaximum2 !== void 0)
    yield* [exclusiveMaximum2, exclusiveMaximum2 + 1].map((value) => ({ label: "exclusiveMaximum", value }));
  if (multipleOf2 !== void 0) {
    const from = minimum2 ?? exclusiveMinimum2 ?? 0;
    yield* [1, 0.5, 1e-3].map((part) => ({ label: "multipleOf", value: from + part }));
    yield* [1, 0.5].map((part) => ({
      label: "multipleOf",
      value: (maximum2 ?? exclusiveMaximum2 ?? 0) - part
    }));
  }
  const range = numberRange(format);
  if (range !== void 0)
    yield* [range.max + 1, range.max * 2, range.min - 1, 0.5].map((value) => ({ label: "format", value }));
}
function* ofArray(rules2, value) {
  const { minItems = 0, maxItems, uniqueItems, contains: contains2, items } = rules2;
  const list2 = isArray(value) ? value : [];
  if (minItems > 0) yield { label: "minItems", value: list2.slice(0, minItems - 1) };
  if (maxItems !== void 0 && maxItems < 100 && !items?.never) {
    const fill = list2.at(-1) ?? 0;
    const more = Array.from(
      { length: Math.max(0, maxItems + 1 - list2.length) },
      (_, i) => uniqueItems ? i : fill
    );
    yield { label: "maxItems", value: [...list2, ...more] };
  }
  if (uniqueItems) {
    const [first2 = 0] = list2;
    yield* [
      [first2, first2],
      [...list2.slice(0, -1), first2],
      [...list2, first2],
      [0, 0]
    ].map((each2) => ({ label: "uniqueItems", value: each2 }));
  }
  if (contains2 !== void 0) {
    const label = contains2.min === 1 ? "contains" : "minContains";
    for (const each2 of [[], ...oneOfEach.map((item) => [item]), list2.slice(0, -1)])
      yield { label, value: each2 };
    if (contains2.max !== void 0 && contains2.max < 50)
      for (const item of [...list2, ...valuesOf2(contains2.schema)])
        yield { label: "maxContains", value: Array.from({ length: contains2.max + 1 }, () => item) };
  }
  if (rules2.unevaluatedItems?.never) yield { label: "unevaluatedItems", value: 0, below: [list2.length] };
  if (items?.never) yield { label: "never", value: 0, below: [list2.length] };
}
function* ofObject(rules2, value) {
  const object = isObject(value) ? value : {};
  for (const { name, required } of rules2.properties)
    if (required) yield { label: "required", value: void 0, below: [name] };
  for (const [label, rule] of [
    ["additionalProperties", rules2.additionalProperties],
    ["unevaluatedProperties", rules2.unevaluatedProperties]
  ])
    if (rule?.never)
      yield { label, value: 0, below: ["unexpected" in object ? "unexpected0" : "unexpected"] };
  if (rules2.propertyNames !== void 0) yield* badNames(object);
  if ((rules2.minProperties ?? 0) > 0) yield { label: "minProperties", value: {} };
  if (rules2.maxProperties !== void 0 && rules2.maxProperties < 50) {
    const [fill = 0] = Object.values(object);
    const more = Array.from({ length: rules2.maxProperties + 1 }, (_, i) => [`more${i}`, fill]);
    yield { label: "maxProperties", value: { ...Object.fromEntries(more), ...object } };
  }
  for (const { name: trigger, required } of rules2.dependentRequired ?? [])
    for (const name of required) {
      yield { label: "dependentRequired", value: void 0, below: [name] };
      const others2 = Object.entries(object).filter(([each2]) => each2 !== name);
      for (const fill of [...Object.values(object), ...oneOfEach])
        yield {
          label: "dependentRequired",
          value: Object.fromEntries([...others2, [trigger, fill]]),
          shows: [name]
        };
    }
}
function* badNames(object) {
  const [value = 0] = Object.values(object);
  for (const name of ["invalid name!", "0", "A", "a", "x".repeat(100)])
    yield { label: "propertyNames", value, below: [name] };
}

// generator/sample/opposites.ts
function* opposites(schema) {
  const { enum: values, constant: constant3, not: not2, anyOf: anyOf2, oneOf: oneOf2, string, number: number2, array: array2, object, ...rest } = schema;
  if (values !== void 0) {
    const types = schema.types ?? typesOf(values);
    const { enum: _, constant: __, ...others2 } = schema;
    yield {
      label: constant3 ? "const" : "enum",
      schema: refusing({ ...others2, types }, only(schema, { enum: values }))
    };
  }
  if (string !== void 0) yield* ofString2(schema, string);
  if (number2 !== void 0) yield* ofNumber2(schema, number2);
  if (array2 !== void 0) yield* ofArray2(schema, array2);
  if (object !== void 0) yield* ofObject2(schema, object);
  const kept = { ...rest, ...present3({ enum: values, string, number: number2, array: array2, object }) };
  if (not2 !== void 0)
    yield { label: "not", schema: keeping({ ...kept, ...present3({ anyOf: anyOf2, oneOf: oneOf2 }) }, not2) };
  if (anyOf2 !== void 0)
    yield { label: "anyOf", schema: anyOf2.reduce(refusing, { ...kept, ...present3({ not: not2, oneOf: oneOf2 }) }) };
  if (oneOf2 !== void 0) {
    const base = { ...kept, ...present3({ not: not2, anyOf: anyOf2 }) };
    yield { label: "oneOf", schema: oneOf2.reduce(refusing, base) };
    for (const [i, one] of oneOf2.slice(0, 4).entries())
      for (const other of oneOf2.slice(i + 1, 4)) yield { label: "oneOf", schema: keeping(base, one, other) };
  }
}
var typesOf = (values) => jsonTypes.filter((type) => type !== "integer" && values.some((each2) => isOfType(each2, type)));
var only = ({ pointer }, rules2) => ({
  pointer,
  annotations: {},
  ...rules2
});
var keeping = (schema, ...more) => more.length === 0 ? schema : { ...schema, allOf: [...schema.allOf ?? [], ...more] };
var refusing = (schema, other) => keeping(schema, { pointer: schema.pointer, not: other, annotations: {} });
function present3(members2) {
  return Object.fromEntries(Object.entries(members2).filter(([, value]) => value !== void 0));
}
function* ofString2(schema, rules2) {
  const { minLength, maxLength, pattern, format, ...rest } = rules2;
  const all = present3({ minLength, maxLength, pattern, format });
  const having = (string) => ({
    ...schema,
    types: ["string"],
    string: { ...rest, ...string }
  });
  if (minLength !== void 0 && minLength > 0) {
    yield { label: "minLength", schema: having({ ...omit(all, "minLength"), maxLength: minLength - 1 }) };
  }
  if (maxLength !== void 0)
    yield { label: "maxLength", schema: having({ ...omit(all, "maxLength"), minLength: maxLength + 1 }) };
  if (pattern !== void 0)
    yield {
      label: "pattern",
      schema: refusing(having(omit(all, "pattern")), only(schema, { string: { pattern } }))
    };
  if (format !== void 0)
    yield {
      label: "format",
      schema: refusing(having(omit(all, "format")), only(schema, { string: { format } }))
    };
}
function omit(whole, key) {
  const { [key]: _, ...rest } = whole;
  return rest;
}
function* ofNumber2(schema, rules2) {
  const types = schema.types ?? ["number"];
  const having = (number2) => ({ ...schema, types, number: number2 });
  const { minimum: minimum2, maximum: maximum2, exclusiveMinimum: exclusiveMinimum2, exclusiveMaximum: exclusiveMaximum2, multipleOf: multipleOf2 } = rules2;
  if (minimum2 !== void 0)
    yield { label: "minimum", schema: having({ ...omit(rules2, "minimum"), exclusiveMaximum: minimum2 }) };
  if (maximum2 !== void 0)
    yield { label: "maximum", schema: having({ ...omit(rules2, "maximum"), exclusiveMinimum: maximum2 }) };
  if (exclusiveMinimum2 !== void 0)
    yield {
      label: "exclusiveMinimum",
      schema: having({ ...omit(rules2, "exclusiveMinimum"), maximum: exclusiveMinimum2 })
    };
  if (exclusiveMaximum2 !== void 0)
    yield {
      label: "exclusiveMaximum",
      schema: having({ ...omit(rules2, "exclusiveMaximum"), minimum: exclusiveMaximum2 })
    };
  if (multipleOf2 !== void 0)
    yield {
      label: "multipleOf",
      schema: refusing(having(omit(rules2, "multipleOf")), only(schema, { number: { multipleOf: multipleOf2 } }))
    };
}
var most5 = 100;
function* ofArray2(schema, rules2) {
  const { minItems = 0, maxItems, uniqueItems, contains: contains2, prefixItems = [] } = rules2;
  const having = (array2) => ({ ...schema, types: ["array"], array: array2 });
  if (minItems > 0)
    yield { label: "minItems", schema: having({ ...omit(rules2, "minItems"), maxItems: minItems - 1 }) };
  if (maxItems !== void 0 && maxItems < most5)
    yield { label: "maxItems", schema: having({ ...omit(rules2, "maxItems"), minItems: maxItems + 1 }) };
  if (uniqueItems)
    yield {
      label: "uniqueItems",
      schema: refusing(
        having({ ...omit(rules2, "uniqueItems"), minItems: Math.max(minItems, 2) }),
        only(schema, { array: { uniqueItems } })
      )
    };
  if (contains2 !== void 0) {
    const rest = omit(rules2, "contains");
    const label = contains2.min === 1 ? "contains" : "minContains";
    const without = only(schema, { not: contains2.schema });
    if (contains2.min > 0)
      yield {
        label,
        schema: having({
          ...rest,
          items: rest.items === void 0 ? without : keeping(rest.items, without)
        })
      };
    if (contains2.min > 1)
      yield {
        label,
        schema: having({
          ...rest,
          contains: { schema: contains2.schema, min: contains2.min - 1, max: contains2.min - 1 }
        })
      };
    if (contains2.max !== void 0 && contains2.max < most5)
      yield {
        label: "maxContains",
        schema: having({ ...rest, contains: { schema: contains2.schema, min: contains2.max + 1 } })
      };
  }
  const longer = Math.max(minItems, prefixItems.length + 1);
  if (rules2.items?.never)
    yield {
      label: "never",
      schema: having({ ...omit(rules2, "items"), minItems: longer }),
      shows: [prefixItems.length]
    };
  if (rules2.unevaluatedItems?.never)
    yield {
      label: "unevaluatedItems",
      schema: having({ ...omit(rules2, "unevaluatedItems"), minItems: longer })
    };
}
function* ofObject2(schema, rules2) {
  const having = (object) => ({ ...schema, types: ["object"], object });
  const { properties, minProperties = 0, maxProperties, propertyNames } = rules2;
  const forbidden = only(schema, { never: true });
  const required = properties.filter((each2) => each2.required);
  for (const { name } of required)
    yield {
      label: "required",
      schema: having({
        ...rules2,
        properties: properties.map(
          (each2) => each2.name === name ? { name, required: false, schema: forbidden } : each2
        )
      }),
      shows: [name]
    };
  if (minProperties > 0)
    yield {
      label: "minProperties",
      schema: having({ ...omit(rules2, "minProperties"), maxProperties: minProperties - 1 })
    };
  if (maxProperties !== void 0 && maxProperties < most5)
    yield {
      label: "maxProperties",
      schema: having({ ...omit(rules2, "maxProperties"), minProperties: maxProperties + 1 })
    };
  if (propertyNames !== void 0)
    yield {
      label: "propertyNames",
      schema: having({
        ...omit(rules2, "propertyNames"),
        properties: required,
        minProperties: required.length + 1,
        propertyNames: refusing(only(schema, { types: ["string"] }), propertyNames)
      })
    };
  for (const label of ["additionalProperties", "unevaluatedProperties"])
    if (rules2[label]?.never)
      yield {
        label,
        schema: having({
          ...omit(rules2, label),
          properties: properties.map((each2) => each2.required ? each2 : { ...each2, schema: forbidden }),
          patternProperties: rules2.patternProperties.map((each2) => ({ ...each2, schema: forbidden })),
          minProperties: required.length + 1
        })
      };
  for (const { name: trigger, required: names2 } of rules2.dependentRequired ?? [])
    for (const name of names2) {
      const { schema: shown } = properties.find((each2) => each2.name === trigger) ?? {
        schema: only(schema, {})
      };
      yield {
        label: "dependentRequired",
        schema: having({
          ...rules2,
          properties: [
            ...properties.filter((each2) => each2.name !== trigger && each2.name !== name),
            { name: trigger, required: true, schema: shown },
            { name, required: false, schema: forbidden }
          ],
          dependentRequired: (rules2.dependentRequired ?? []).map(
            (each2) => each2.name === trigger ? { ...each2, required: each2.required.filter((other) => other !== name) } : each2
          )
        }),
        shows: [name]
      };
    }
}

// generator/sample/parts.ts
var partsOf = (schema, value) => [
  ...inPlace(schema),
  ...itemsOf(schema),
  ...membersOf(schema, value)
];
function inPlace(schema) {
  const { pointer, ref, allOf = [], conditional: conditional2, object } = schema;
  const bare = (rules2) => ({
    pointer,
    annotations: {},
    ...rules2
  });
  const { ref: _, ...withoutRef } = schema;
  const { conditional: __, ...withoutCondition } = schema;
  const part = (each2, ...beside) => ({
    schema: each2,
    step: [],
    beside,
    distinct: false
  });
  return [
    ...ref === void 0 ? [] : [part(bare({ ref }), withoutRef)],
    ...allOf.map((each2, i) => part(each2, { ...schema, allOf: allOf.filter((_2, other) => other !== i) })),
    ...conditional2?.then === void 0 ? [] : [part(conditional2.then, withoutCondition, conditional2.if)],
    ...conditional2?.else === void 0 ? [] : [part(conditional2.else, withoutCondition, bare({ not: conditional2.if }))],
    ...object?.dependentSchemas?.map((each2) => part(each2.schema, withoutSchemasOf(schema, object))) ?? []
  ];
}
var withoutSchemasOf = (schema, { dependentSchemas: _, ...object }) => ({
  ...schema,
  object
});
function itemsOf({ array: array2 }) {
  const { prefixItems = [], items, uniqueItems } = array2 ?? {};
  const part = (each2, i) => ({
    schema: each2,
    step: [i],
    beside: [],
    distinct: uniqueItems === true
  });
  return [...prefixItems.map(part), ...items === void 0 ? [] : [part(items, prefixItems.length)]];
}
function membersOf({ object }, value) {
  if (object === void 0) return [];
  const part = (schema, name) => ({
    schema,
    step: [name],
    beside: [],
    distinct: false
  });
  const declared = new Set(object.properties.map((each2) => each2.name));
  const others2 = isObject(value) ? Object.keys(value).filter((name) => !declared.has(name)) : [];
  const rest = object.patternProperties.flatMap(({ pattern, schema }) => {
    const matching2 = new RegExp(pattern.source, pattern.flags);
    return others2.filter((name) => matching2.test(name)).slice(0, 1).map((name) => part(schema, name));
  });
  const { additionalProperties } = object;
  const [other] = additionalProperties === void 0 ? [] : others2;
  return [
    ...object.properties.map((each2) => part(each2.schema, each2.name)),
    ...rest,
    ...additionalProperties === void 0 || other === void 0 ? [] : [part(additionalProperties, other)]
  ];
}
function isTransparent({
  ref,
  allOf,
  anyOf: anyOf2,
  oneOf: oneOf2,
  not: not2,
  conditional: conditional2,
  array: array2,
  object,
  types
}) {
  return [ref, allOf, anyOf2, oneOf2, not2, conditional2, array2?.contains, array2?.unevaluatedItems].every(isAbsent) && [object?.unevaluatedProperties, object?.dependentSchemas, array2?.uniqueItems].every(isAbsent) && (object?.patternProperties.length ?? 0) === 0 && types !== void 0;
}
var isAbsent = (value) => value === void 0;

// generator/sample/sample-at.ts
function sampleAt(sample, path, of) {
  const [key, ...rest] = path;
  if (key === void 0) return sample;
  const inner = partOf(sample, key, of);
  return inner && sampleAt(inner, rest, of);
}
function partOf(sample, key, of) {
  switch (sample.kind) {
    case "named":
      return partOf(of(sample.id), key, of);
    case "object":
      return sample.entries.find((each2) => each2.name === key)?.sample;
    case "list":
    case "distinct":
      return typeof key === "number" && key < sample.count ? sample.item : void 0;
    case "tuple":
      return sample.items[key];
    case "constant": {
      const { value } = sample;
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
      return constant2(value[key] ?? null);
    }
    default:
      return void 0;
  }
}
function isContainer(sample, of) {
  switch (sample.kind) {
    case "named":
      return isContainer(of(sample.id), of);
    case "constant":
      return typeof sample.value === "object" && sample.value !== null;
    default:
      return ["object", "list", "distinct", "tuple"].includes(sample.kind);
  }
}

// generator/sample/variants.ts
function variantsOf(schema) {
  return [
    ...ofUnion(schema, "anyOf"),
    ...ofUnion(schema, "oneOf"),
    ...ofCondition(schema),
    ...ofNames(schema)
  ];
}
function ofUnion(schema, label) {
  const { [label]: branches2, ...rest } = schema;
  const { discriminator, ...others2 } = rest;
  const isTagged = discriminator !== void 0 && (label === "oneOf" || schema.oneOf === void 0);
  return (branches2 ?? []).flatMap((branch, i) => {
    if (isNull(branch) || branch.never) return [];
    const tagged2 = isTagged ? withTag(schema, branch, i) : branch;
    return [
      {
        label,
        branch,
        schema: keeping(isTagged ? others2 : rest, tagged2),
        ...isTagged ? {} : { union: label }
      }
    ];
  });
}
function ofCondition({ conditional: conditional2, ...rest }) {
  if (conditional2 === void 0) return [];
  const nothing3 = { pointer: rest.pointer, annotations: {} };
  const { if: condition, then = nothing3, else: otherwise = nothing3 } = conditional2;
  return [
    { label: "then", branch: then, schema: keeping(rest, condition, then) },
    { label: "else", branch: otherwise, schema: keeping(refusing(rest, condition), otherwise) }
  ];
}
function ofNames(schema) {
  return (schema.object?.dependentSchemas ?? []).map(({ name, schema: branch }) => {
    const shown = { name, required: true, schema: { pointer: schema.pointer, annotations: {} } };
    const asked = {
      pointer: schema.pointer,
      object: { properties: [shown], patternProperties: [] },
      annotations: {}
    };
    return { label: "dependentSchemas", branch, schema: keeping(schema, asked) };
  });
}

// generator/sample/cases.ts
var longest = 400;
var longestVariant = 1200;
function casesOf(table, samples, validators) {
  return (id) => {
    const { schema } = named(table, id);
    const sample = samples.of(id);
    return sample === void 0 ? none3 : collect(schema, sample, { table, samples, validators });
  };
}
var none3 = { edges: [], invalid: [], variants: [], inner: [] };
function collect(whole, sample, known, isVariant = false) {
  const { table, samples, validators } = known;
  const edges = [];
  const invalid = [];
  const variants = [];
  const inner = [];
  const of = (id) => samples.of(id) ?? sample;
  const bases = sample.kind === "constant" ? [sample.value] : seeds(5).map((seed) => evaluate(sample, seed, of));
  const visit = (at2) => {
    const { schema } = exempt(at2.schema);
    if (isPureRef(schema)) visitRef(schema.ref, at2);
    else {
      if (!at2.distinct) proveEdges(schema, at2);
      proveInvalid(schema, at2);
      if (!isVariant && !at2.distinct) for (const each2 of variantsOf(schema)) visitVariant(each2, at2);
      for (const each2 of partsOf(schema, valueAt2(bases[0], at2.path))) visitPart(schema, each2, at2);
    }
  };
  const visitRef = (id, at2) => {
    if (at2.schema !== at2.judge || at2.distinct) {
      if (!at2.open.includes(id)) visit({ ...at2, schema: named(table, id).schema, open: [...at2.open, id] });
      return;
    }
    const there = sampleAt(sample, at2.path, of);
    const shown = there?.kind === "example" && !isContainer(there.otherwise, of) ? there.otherwise : there;
    if (shown?.kind === "named" && shown.id === id) inner.push({ id, path: at2.path });
  };
  const visitPart = (schema, { schema: part, step: step3, beside, distinct: distinct2 }, at2) => {
    const path = [...at2.path, ...step3];
    if (step3.length === 0) visit({ ...at2, schema: part, beside: [...at2.beside, ...beside] });
    else if (sampleAt(sample, path, of) === void 0) return;
    else if (isTransparent(schema) && at2.schema === at2.judge)
      visit({
        schema: part,
        path,
        judge: part,
        judgePath: path,
        beside: [],
        open: [],
        distinct: at2.distinct
      });
    else visit({ ...at2, schema: part, path, beside: [], open: [], distinct: at2.distinct || distinct2 });
  };
  const visitVariant = ({ label, branch, schema, union }, at2) => {
    const isUnion = label === "anyOf" || label === "oneOf";
    const isShown = (base) => validators.accepts(schema, valueAt2(base, at2.path) ?? null);
    if (!isUnion && bases.every(isShown)) return;
    const value = valuesLike(keeping(schema, ...at2.beside), 8).find(
      (each2) => isShort(each2, longestVariant) && accepted(at2, [], each2)
    );
    if (value === void 0) return;
    const own2 = isPureRef(branch) ? named(table, branch.ref).schema : branch;
    const cases = collect(own2, constant2(value), known, true);
    const isTold = ({ label: code, path, below: below2 = [], value: broken }) => {
      const found = issueOf(at2, [], put(value, path, broken));
      const rule = { code, path: [...path, ...below2] };
      return union === void 0 ? isSame([found?.code, found?.path], [rule.code, rule.path]) : isSame(found, { code: union, path: [], causes: [rule] });
    };
    variants.push({
      path: at2.path,
      label,
      value,
      edges: cases.edges.filter((each2) => accepted(at2, [], put(value, each2.path, each2.value))),
      invalid: cases.invalid.filter(isTold),
      ...union === void 0 ? {} : { union }
    });
  };
  const valuesLike = (schema, count) => {
    const shown = samples.sampleOf(schema, "");
    return shown === void 0 ? [] : seeds(count).map((seed) => evaluate(shown, seed, of));
  };
  const accepted = (at2, below2, value) => changed(at2, below2, value).every((each2) => validators.accepts(at2.judge, each2));
  const issueOf = (at2, below2, value) => {
    const depth = at2.path.length - at2.judgePath.length;
    let found;
    for (const each2 of changed(at2, below2, value)) {
      const [issue, ...more] = validators.issues(at2.judge, each2);
      if (issue === void 0 || more.length > 0) return void 0;
      const causes = issue.causes.map(({ code, path }) => ({ code, path: path.slice(depth) }));
      const one = { code: issue.code, path: issue.path.slice(depth), causes };
      if (issue.path.length < depth || found !== void 0 && !isSame(found, one)) return void 0;
      found = one;
    }
    return found;
  };
  const changed = ({ path, judgePath }, below2, value) => {
    const place = [...path.slice(judgePath.length), ...below2];
    return bases.map((base) => put(valueAt2(base, judgePath), place, value));
  };
  const proveEdges = (schema, at2) => {
    const proved = /* @__PURE__ */ new Set();
    const prove = (label, value2, below2 = []) => {
      if (!isShort(value2, longest) || !accepted(at2, below2, value2)) return false;
      proved.add(label);
      edges.push({ label, value: value2, path: [...at2.path, ...below2] });
      return true;
    };
    const value = valueAt2(bases[0], at2.path);
    for (const each2 of edgeCandidates(at2.schema, value)) prove(each2.label, each2.value);
    if (schema.enum !== void 0) return;
    for (const { label, schema: likely2 } of extremes(schema))
      if (!proved.has(label)) valuesLike(keeping(likely2, ...at2.beside), 1).some((each2) => prove(label, each2));
    const missing = isObject(value) ? missingMembers(schema, value) : [];
    const all = Object.fromEntries([...Object.entries(value ?? {}), ...missing]);
    if (missing.length > 1 && prove("properties", all)) return;
    for (const [name, each2] of missing) prove("properties", each2, [name]);
  };
  const missingMembers = ({ object }, value) => (object?.properties ?? []).filter((each2) => !each2.required && !each2.schema.never && !Object.hasOwn(value, each2.name)).flatMap((each2) => valuesLike(each2.schema, 1).map((member2) => [each2.name, member2]));
  const proveInvalid = (schema, at2) => {
    const proved = /* @__PURE__ */ new Set();
    const here = sampleAt(sample, at2.path, of);
    const divisible = here !== void 0 && isContainer(here, of);
    const prove = ({ label, value, below: below2 = [], shows }) => {
      const path = [...at2.path, ...below2];
      if (!isShort(value, longest) || below2.length > 0 && !divisible) return false;
      const found = issueOf(at2, below2, value);
      if (found?.code !== label || !isSame(found.path.slice(0, below2.length), below2)) return false;
      const place = found.path.slice(below2.length);
      if (shows !== void 0 && !isSame(place, shows)) return false;
      const key = JSON.stringify([label, found.path]);
      if (proved.has(key)) return false;
      proved.add(key).add(label);
      invalid.push({ label, value, path, ...place.length === 0 ? {} : { below: place } });
      return true;
    };
    for (const { shows = [], ...each2 } of invalidCandidates(schema, valueAt2(bases[0], at2.path)))
      prove({ ...each2, shows });
    for (const { label, schema: likely2, shows } of opposites(schema)) {
      if (proved.has(shows === void 0 ? label : JSON.stringify([label, shows]))) continue;
      const values = valuesLike(keeping(likely2, ...at2.beside), 4);
      values.some((value) => prove({ label, value, ...shows === void 0 ? {} : { shows } }));
    }
  };
  visit({ schema: whole, path: [], judge: whole, judgePath: [], beside: [], open: [], distinct: false });
  return withoutRepetitions({
    edges: edges.filter(isPlaced),
    invalid: invalid.filter(isPlaced),
    variants: variants.filter(isPlaced),
    inner: inner.filter(isPlaced)
  });
}
var isShort = (value, most6) => value === void 0 || JSON.stringify(value).length <= most6;
var isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
var isPlaced = ({ path }) => !path.includes("__proto__");
function withoutRepetitions({ edges, invalid, variants, inner }) {
  const seen = /* @__PURE__ */ new Set();
  const isNew = (kind, path, value, below2 = []) => {
    const key = JSON.stringify([kind, value ?? null, value === void 0, path, below2]);
    return seen.size < seen.add(key).size;
  };
  return {
    edges: edges.filter((each2) => isNew("edge", each2.path, each2.value, each2.below)),
    invalid: invalid.filter((each2) => isNew("invalid", each2.path, each2.value, each2.below)),
    variants: variants.map((variant) => {
      const rest = (kind, cases) => cases.filter((each2) => isNew(kind, variant.path, put(variant.value, each2.path, each2.value)));
      return {
        ...variant,
        edges: rest("edge", variant.edges),
        invalid: rest("invalid", variant.invalid)
      };
    }),
    inner
  };
}

// ../../tmp/time.ts
var report = () => {
};
var tot = [0, 0, 0];
var slow = [];
for (const dir of ["/work/shared/specs/twilio", "/work/shared/specs/small"]) for (const f of readdirSync(dir)) {
  if (!/\.(json|ya?ml)$/.test(f)) continue;
  const loaded = await parseSource(f, readFileSync(dir + "/" + f, "utf8"));
  if (!loaded.source) continue;
  const dialect = readDialect(loaded.source.data, report);
  if (!dialect) continue;
  let api;
  try {
    api = lower(canonical(loaded.source.data), dialect, report);
  } catch (e) {
    console.log(f, String(e).slice(0, 100));
    continue;
  }
  const t0 = performance.now();
  const validators = validatorsOf(api.schemas);
  const samples = solveSamples(api.schemas, validators, report);
  const t1 = performance.now();
  const of = casesOf(api.schemas, samples, validators);
  let n = 0, size = 0;
  for (const id of api.schemas.keys()) {
    const a = performance.now();
    const c = of(id);
    size += JSON.stringify(c).length;
    n += c.edges.length + c.invalid.length;
    const b = performance.now();
    slow.push([b - a, f, id, JSON.stringify(c).length]);
  }
  const t2 = performance.now();
  tot[0] += t1 - t0;
  tot[1] += t2 - t1;
  tot[2] += size;
  if (t2 - t0 > 400) console.log(f, api.schemas.size, "solve", Math.round(t1 - t0), "cases", Math.round(t2 - t1), "n", n, "size", size);
}
console.log(tot.map(Math.round));
console.log(slow.sort((a, b) => b[0] - a[0]).slice(0, 15).map((e) => e.join(" ")).join("\n"));
