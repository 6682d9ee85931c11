/** The dev server of a project, and pages that are connected with it. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { createServer } from "vite";
import { expect, onTestFinished } from "vitest";
import plugin from "../../generator/plugin/vite.js";
import type { Project } from "./project.js";

export interface DevServer {
  /** A module, as pages are given it. */
  readonly get: (path: string) => Promise<string>;
  readonly open: () => Promise<Page>;
}

export interface Page {
  /** Waits for a message of a type to the page, from the last that was waited for on. */
  readonly sent: (type: string) => Promise<Message>;
}

type Message = Readonly<Record<string, unknown>>;

export async function serve({ root, config }: Project): Promise<DevServer> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [plugin({ config })],
    server: { host: "127.0.0.1", port: 0 },
  });
  onTestFinished(() => server.close());
  await server.listen();
  // What changes before a file is watched is not seen.
  await expect.poll(() => server.watcher.getWatched()[root], { timeout: 30_000 }).toContain("openapi.yaml");
  const { host, origin } = new URL(server.resolvedUrls?.local[0] ?? "");
  return {
    get: async (path) => (await fetch(origin + path)).text(),
    open: () => openPage(`ws://${host}/?token=${server.config.webSocketToken}`),
  };
}

const script = `
  const socket = new WebSocket(process.argv[1], "vite-hmr");
  socket.addEventListener("message", ({ data }) => console.log(data));
`;

/** A process of its own: Node 20 has sockets of the web only if it is told so. */
async function openPage(url: string): Promise<Page> {
  const child = spawn(process.execPath, ["--experimental-websocket", "-e", script, url]);
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const sent = async (type: string): Promise<Message> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`the page was closed before it was sent: ${type}`);
      const message = JSON.parse(value) as Message;
      if (message["type"] === type) return message;
    }
  };
  await sent("connected");
  return { sent };
}
