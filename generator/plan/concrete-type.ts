/** The media type of an answer that nobody chooses one for. */
import { type Content, essence, isRange } from "../model/content.js";

/** A type of its own for each top-level type (RFC 9110, section 12.5.1): what is answered must lie in the range. */
const typical: ReadonlyMap<string, string> = new Map([
  ["application", "application/octet-stream"],
  ["audio", "audio/mpeg"],
  ["font", "font/woff2"],
  ["image", "image/png"],
  ["message", "message/rfc822"],
  ["model", "model/gltf-binary"],
  ["text", "text/plain"],
  ["video", "video/mp4"],
]);

/** The media type of a content, or one in the range that the description gives. */
export function concreteType({ mediaType, codec }: Content): string {
  if (!isRange(mediaType)) return mediaType;
  if (codec === "json") return "application/json";
  return codec === "text" && essence(mediaType) === "*/*" ? "text/plain" : typeIn(mediaType);
}

/** A type that lies in a range, which may be one type. */
export function typeIn(range: string): string {
  if (!isRange(range)) return range;
  const [top = ""] = essence(range).split("/");
  return top === "*" ? "application/octet-stream" : (typical.get(top) ?? `${top}/octet-stream`);
}
