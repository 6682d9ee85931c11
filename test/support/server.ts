/** A server on 127.0.0.1 that writes down what it is asked and answers as it is told. */
import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";

export interface RecordedRequest {
  readonly method: string;
  /** Path and query, exactly as they stood on the request line. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** One character a byte, so that comparing texts compares bytes. */
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Sends the headers and the body given, and never the end. */
  readonly unfinished?: true;
  /** Closes the connection after what is sent: instead of an answer where there is nothing else. */
  readonly hangUp?: true;
}

/** `index` counts the requests from zero; undefined leaves the request without an answer for ever. */
export type Answering = (
  request: RecordedRequest,
  index: number,
) => Answer | undefined | Promise<Answer | undefined>;

export interface RecordingServer {
  readonly origin: string;
  readonly requests: readonly RecordedRequest[];
  /** Decides what the requests to come are answered with. */
  answer(answering: Answering): void;
  /** Resolves when no answer is under way any more. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** An answer in JSON. */
export function json(body: unknown, status: number = 200): Answer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** Listens on a free port. Until it is told otherwise it answers `{}`. */
export async function startServer(): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  let answering: Answering = () => json({});
  const open = new Set<Promise<void>>();
  const server = createServer((incoming, outgoing) => {
    const closed = new Promise<void>((resolve) => void outgoing.once("close", resolve));
    open.add(closed);
    void closed.then(() => open.delete(closed));
    void record(incoming).then(async (request) => {
      requests.push(request);
      const answer = await answering(request, requests.length - 1);
      if (answer !== undefined) send(outgoing, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (next) => void (answering = next),
    idle: async () => void (await Promise.all(open)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function record(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = "", url: target = "", headers } = incoming;
  return { method, target, headers, body: Buffer.concat(chunks).toString("latin1") };
}

function send(outgoing: ServerResponse, answer: Answer): void {
  const { status = 200, headers = {}, body = "", unfinished, hangUp } = answer;
  if (hangUp && Object.keys(answer).length === 1) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(status, headers);
  if (hangUp) outgoing.write(body, () => outgoing.destroy());
  else if (unfinished) outgoing.write(body);
  else outgoing.end(body);
}

/** A fresh server for each test of a file; `server()` is the one of the running test. */
export function eachTestHasAServer(): () => RecordingServer {
  const running: RecordingServer[] = [];
  beforeAll(() => void (running.length = 0));
  beforeEach(async () => void running.unshift(await startServer()));
  afterAll(() => Promise.all(running.map((each) => each.close())));
  return () => {
    const [server] = running;
    if (server === undefined) throw new Error("there is no server outside of a test");
    return server;
  };
}
