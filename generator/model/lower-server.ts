/** The base URL that a client talks to unless it is told otherwise. */
import { type Reader, arrayField, expect, members, objectField, stringField } from "./reader.js";
import { isObject } from "../json.js";

/** The first server's URL with its variables' defaults filled in; empty when there is none or it is just `/`. */
export function lowerServer(reader: Reader): string {
  const servers = arrayField(reader, reader.root, "servers").map((each) => {
    const server = expect(reader, each, isObject, "a server object");
    const url = server && stringField(reader, server, "url");
    if (server !== undefined && url === undefined) reader.report("missing-field", each.pointer, "url");
    const variables = members(server && objectField(reader, server, "variables"));
    return variables.reduce(
      (all, variable) => all.replaceAll(`{${variable.key}}`, stringField(reader, variable, "default") ?? ""),
      url ?? "",
    );
  });
  return (servers[0] ?? "").replace(/\/+$/, "");
}
