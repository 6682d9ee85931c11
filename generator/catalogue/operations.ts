/** What is wrong with operations: their names, parameters, bodies, credentials and servers. */
import { type Rule, error, warning } from "./rule.js";

export const operations = {
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
  "body-left-out": warning(
    "fetch sends no body with this method, so the body is left out",
    "use parameters, or a method that has bodies: POST, or QUERY (OpenAPI 3.2)",
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
    "name one media type, application/json or text/plain, and no `schema` beside it; of a whole query a form, JSON or a text, and nothing beside JSON or a text, not even a key",
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
    "describe the body in JSON, as XML with a schema, as a form, as parts of an object or an array (in a form with names by `prefixEncoding`), as text or as bytes",
  ),
  "media-type-as-bytes": warning(
    "this media type is not known, and its body is bytes, whatever the schema says",
    "nothing to do, if bytes are enough; otherwise describe the body in JSON, as XML with a schema, as a form, as parts or as text",
  ),
  encoding: error(
    "this encoding of a property or part is not supported",
    "use styles in forms only, JSON for objects in parts, names for parts of objects and places for those of arrays; give required headers a constant or a default",
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
  "server-variable": warning(
    "the server's URL and its variables do not agree",
    "declare each `{name}` of the URL as a variable with a default, which is one of its enum",
  ),
  "webhook-parameter": warning(
    "the URL of a webhook or callback is its receiver's own, so a parameter in its path is left out",
    "let the sender put it into the query or into a header",
  ),
} as const satisfies Record<string, Rule>;
