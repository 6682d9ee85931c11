/** How the body of an operation's request is written. */
import { type Code, code, ident, join, key, str, valueFrom } from "../code/code.js";
import { type Body, type Content, byPreference, isRange, takesContentType } from "../model/content.js";
import type { SchemaTable } from "../model/schema.js";
import { fieldWriters, partOptions } from "./written-encodings.js";

/** The expression of a body, in which `body` and, where it can be chosen, `contentType` are what the caller gave. */
export function writeBody(body: Body, table: SchemaTable): Code {
  const contents = byPreference(body.contents);
  const [usual, ...more] = contents as [Content, ...Content[]];
  if (more.length === 0)
    return writeContent(usual, takesContentType(body) ? ident("contentType") : undefined, table);
  const writers = contents.map((each) => {
    const parameters = isRange(each.mediaType) ? code`body, type` : code`body`;
    return code`${key(each.mediaType)}: (${parameters}) => ${writeContent(each, ident("type"), table)}`;
  });
  return code`${valueFrom("runtime/body-of", "bodyOf")}(body, contentType, { ${join(writers, ", ")} })`;
}

/** `given` is the variable that holds the media type where the content is for a range of them. */
function writeContent(content: Content, given: Code | undefined, table: SchemaTable): Code {
  const { codec, mediaType } = content;
  const own = isRange(mediaType) ? given : str(mediaType);
  const write = (name: string, module: string, usual: string): Code => {
    const type = own === undefined || mediaType === usual ? code`` : code`, ${own}`;
    return code`${valueFrom(module, name)}(body${type})`;
  };
  switch (codec) {
    case "json":
      return isRange(mediaType)
        ? code`${valueFrom("runtime/body", "jsonBody")}(body)`
        : write("jsonBody", "runtime/body", "application/json");
    case "form": {
      const writers = fieldWriters(content, table);
      return writers === undefined
        ? code`${valueFrom("runtime/form", "form")}(body)`
        : code`${valueFrom("runtime/styled-form", "styledForm")}(body, ${writers})`;
    }
    case "multipart":
      return withOptions(code`${valueFrom("runtime/multipart", "multipart")}`, partOptions(content));
    case "text":
      return write("textBody", "runtime/body", "text/plain");
    case "binary":
      return write("bytes", "runtime/bytes", "application/octet-stream");
    case "jsonl":
      return write("jsonLines", "runtime/json-lines", "application/jsonl");
    case "xml":
    case "events":
      throw new Error(`bug: no request is written as ${codec}`);
  }
}

const withOptions = (write: Code, options: Code | undefined): Code =>
  options === undefined ? code`${write}(body)` : code`${write}(body, ${options})`;
