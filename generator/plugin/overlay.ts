/** The error overlay of Vite's pages: a mistake stands there until it is mended, also in pages that are opened meanwhile. */
import type { ErrorPayload, ViteDevServer } from "vite";
import type { Diagnostic } from "../diagnostics.js";
import { type Message, failureOf } from "./message.js";
import { pluginName } from "./options.js";

export interface Overlay {
  /** Shows what is wrong, or nothing any more. */
  readonly show: (diagnostics: readonly Diagnostic[]) => void;
}

export function overlayOf({ config, ws }: ViteDevServer): Overlay {
  let shown: ErrorPayload | undefined;
  ws.on("connection", () => {
    if (shown !== undefined) ws.send(shown);
  });
  return {
    show: (diagnostics) => {
      const isMended = shown !== undefined;
      const failure = failureOf(diagnostics);
      shown = failure && payloadOf(failure);
      if (failure !== undefined) config.logger.error(failure.message, { timestamp: true });
      // Without a page, Vite would keep an error for the next one, and show it there though it is mended by then.
      if (shown !== undefined && ws.clients.size > 0) ws.send(shown);
      // An update of nothing takes the overlay away, also where the package is as it was.
      else if (shown === undefined && isMended) ws.send({ type: "update", updates: [] });
    },
  };
}

const payloadOf = ({ message, loc }: Message): ErrorPayload => ({
  type: "error",
  err: { message, stack: "", id: loc.file, loc, plugin: pluginName },
});
