/** Whoever reads the output may end before it does. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { cli } from "./command.js";

test("a reader that has enough is no mistake", async () => {
  const child = spawn(process.execPath, [cli, "--help"]);
  child.stdout.destroy();
  let told = "";
  child.stderr.setEncoding("utf8").on("data", (more: string) => (told += more));
  const [code] = (await once(child, "close")) as [number];
  expect([code, told]).toEqual([0, ""]);
});
