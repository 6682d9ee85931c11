/** How the body of an operation's request is written. */
import { type Code, code, str, valueFrom } from "../code/code.js";
import type { Content } from "../model/content.js";
import type { Converters } from "./converters.js";

export function writeBody({ codec, mediaType, schema }: Content, converters: Converters): Code {
  const converter = converters.ofContent(schema);
  const body = converter === undefined ? code`body` : code`${converter}.write(body)`;
  switch (codec) {
    case "form":
      return code`${valueFrom("runtime/form", "form")}(${body})`;
    case "json": {
      const exact = schema !== undefined && converters.holdsBigints(schema);
      const write = exact
        ? valueFrom("runtime/lossless-json", "losslessBody")
        : valueFrom("runtime/body", "jsonBody");
      return mediaType === "application/json" || mediaType.includes("*")
        ? code`${write}(${body})`
        : code`${write}(${body}, ${str(mediaType)})`;
    }
    case "text":
    case "binary":
      return code`${valueFrom("runtime/body", "rawBody")}(${body}, ${str(mediaType.includes("*") ? "application/octet-stream" : mediaType)})`;
  }
}
