/** Parts of a body that is still coming: however it is cut, they are those of the whole. */
import { describe, expect, test } from "vitest";
import { partStream } from "../../../generator/runtime/part-stream.js";
import { partsOf } from "../../../generator/runtime/parts.js";

const type = "multipart/mixed; boundary=b";
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (each) => each.charCodeAt(0));

/** A stream of pieces; what is left of them when it is given up is counted. */
function streamOf(pieces: readonly string[]): { stream: ReadableStream<Uint8Array>; left: () => number } {
  const rest = [...pieces];
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = rest.shift();
        if (next === undefined) controller.close();
        else controller.enqueue(bytesOf(next));
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, left: () => rest.length };
}

type Shown = readonly (readonly [type: string | undefined, bytes: readonly number[]])[];

async function streamed(pieces: readonly string[]): Promise<Shown> {
  const found: [string | undefined, readonly number[]][] = [];
  for await (const { headers, bytes } of partStream(type, streamOf(pieces).stream))
    found.push([headers.get("a"), [...bytes]]);
  return found;
}

const whole = (body: string): Shown =>
  partsOf(type, bytesOf(body)).map(({ headers, bytes }) => [headers.get("a"), [...bytes]]);

const bodies: Readonly<Record<string, string>> = {
  "with all that is odd":
    "pre\r\n--b \t\r\nA: 1\r\n\r\n\x80\xff\r\n--bc\r\n-\r\n--\r\n--b\r\n\r\n\r\n\r\n--b\t\r\nA: 3\r\n\r\n\r\n--b--\r\nepilogue",
  "that begins and ends with a delimiter": "--b\r\n\r\nx\r\n--b--",
  "without parts": "--b--\r\n",
};

describe.each(Object.entries(bodies))("a body %s", (_, body) => {
  test("has the same parts wherever it is cut", async () => {
    for (let at = 0; at <= body.length; at++)
      expect(await streamed([body.slice(0, at), body.slice(at)])).toEqual(whole(body));
  });

  test("has the same parts when it comes byte by byte", async () => {
    expect(await streamed([...body])).toEqual(whole(body));
  });
});

test("a part is there as soon as the next begins, and nothing more is read than is asked for", async () => {
  const { stream, left } = streamOf(["--b\r\n\r\none\r\n--b\r\n", "\r\ntwo\r\n--b\r\n", "never"]);
  const parts = partStream(type, stream);
  expect((await parts.next()).value?.bytes).toEqual(bytesOf("one"));
  expect(left()).toBe(2);
  await parts.return();
  expect(left()).toBe(2);
});

test("a body without a byte has no parts", async () => {
  expect(await streamed([])).toEqual([]);
  expect(await streamed([""])).toEqual([]);
});

test.each([
  ["that has no delimiter", "text", /there is no part/],
  ["that ends in a part", "--b\r\n\r\nte", /the last part has no end/],
  ["with a part that has no blank line", "--b\r\nA: 1\r\n--b--", /no blank line/],
])("a body %s is an error", async (_, body, problem) => {
  await expect(streamed([body])).rejects.toThrow(problem);
});

test("a long part is read in linear time", async () => {
  const piece = `${"x".repeat(65_534)}\r\n`;
  const pieces = ["--b\r\n\r\n", ...Array.from({ length: 300 }, () => piece), "--b--"];
  const before = performance.now();
  const parts = partStream(type, streamOf(pieces).stream);
  expect((await parts.next()).value?.bytes.length).toBe(300 * 65_536 - 2);
  expect(performance.now() - before).toBeLessThan(5_000);
});
