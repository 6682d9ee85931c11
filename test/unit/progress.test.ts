import { expect, test } from "vitest";
import { progressLine } from "../../generator/commands/progress.js";

function terminal(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly text: () => string } {
  let text = "";
  const write = (more: string): boolean => ((text += more), true);
  return { stream: { isTTY, write } as unknown as NodeJS.WriteStream, text: () => text };
}

test("what takes long is told of on one line, which goes", () => {
  const { stream, text } = terminal(true);
  const { tell, clear } = progressLine(stream);
  tell("load", 10);
  expect(text()).toBe("");
  tell("format", 1500);
  tell("write", 3000);
  clear();
  clear();
  expect(text()).toBe("formatting files …\r\u001b[Kwriting files …\r\u001b[K");
});

test("a pipe gets none", () => {
  const { stream, text } = terminal(false);
  const { tell, clear } = progressLine(stream);
  tell("format", 5000);
  clear();
  expect(text()).toBe("");
});
