/** The headers that an answer is documented to have. */
import { type ResponseHeader, isJson } from "./content.js";
import type { SchemaLowering } from "./lower-schema.js";
import { present } from "./present.js";
import {
  type At,
  type Reader,
  booleanField,
  field,
  follow,
  members,
  objectField,
  stringField,
} from "./reader.js";

/** `Content-Type` is ignored: the media types say it (OpenAPI 3.1, section 4.8.17). */
export function lowerResponseHeaders(
  reader: Reader,
  schemas: SchemaLowering,
  response: At,
): readonly ResponseHeader[] {
  return members(objectField(reader, response, "headers"))
    .filter((each) => each.key.toLowerCase() !== "content-type")
    .flatMap((place) => {
      const at = follow(reader, place);
      if (at === undefined) return [];
      const [media] = members(objectField(reader, at, "content"));
      const schema = field(media ?? at, "schema") ?? { value: { type: "string" }, pointer: at.pointer };
      return present({
        name: place.key,
        required: booleanField(reader, at, "required"),
        deprecated: booleanField(reader, at, "deprecated"),
        description: stringField(reader, at, "description"),
        schema: schemas.lower(schema, "response"),
        json: media !== undefined && isJson(media.key),
      });
    });
}
