/** How the body of an operation's request is written. */
import { type Code, code, str, valueFrom } from "../code/code.js";
import type { Content } from "../model/content.js";

export function writeBody({ codec, mediaType }: Content): Code {
  switch (codec) {
    case "form":
      return code`${valueFrom("runtime/form", "form")}(body)`;
    case "json":
      return mediaType === "application/json" || mediaType.includes("*")
        ? code`${valueFrom("runtime/body", "jsonBody")}(body)`
        : code`${valueFrom("runtime/body", "jsonBody")}(body, ${str(mediaType)})`;
    case "text":
    case "binary":
      return code`${valueFrom("runtime/body", "rawBody")}(body, ${str(mediaType.includes("*") ? "application/octet-stream" : mediaType)})`;
  }
}
