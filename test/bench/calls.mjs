/** What a call costs over the bare `fetch` that it makes: CPU time of this process, the server being another one. */
import { Buffer } from "node:buffer";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { median } from "./median.mjs";
import { twilioPackage } from "./packages.mjs";
import { workspace } from "./workspace.mjs";

const server = `
  import { createServer } from "node:http";
  import { application } from "./fixture.mjs";
  const body = JSON.stringify(application());
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

const calls = 500;
const rounds = 15;

/**
 * Milliseconds of CPU a call, by what calls, and the median of the ratios within a round.
 * @param {(line: string) => void} log
 * @returns {Promise<{ bare: number, call: number, ratio: number }>}
 */
export async function measureCalls(log) {
  log("call a server on this machine");
  const folder = workspace("calls");
  const write = async (/** @type {string} */ name, /** @type {string} */ code) =>
    writeFileSync(join(folder, name), (await bundle(code, twilioPackage)).text);
  await write("client.mjs", `export { createClient, fetchApplication } from "${twilioPackage.name}";`);
  await write("fixture.mjs", `export { application } from "${twilioPackage.name}/fixtures";`);
  writeFileSync(join(folder, "server.mjs"), server);
  const { createClient, fetchApplication } = await import(pathToFileURL(join(folder, "client.mjs")).href);
  const child = spawn(process.execPath, [join(folder, "server.mjs")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [port] = await once(child.stdout, "data");
    const baseUrl = `http://127.0.0.1:${String(port).trim()}`;
    const [AccountSid, Sid] = [`AC${"0".repeat(32)}`, `AP${"0".repeat(32)}`];
    const client = createClient({ baseUrl, auth: { username: AccountSid, password: "secret" } });
    const url = `${baseUrl}/2010-04-01/Accounts/${AccountSid}/Applications/${Sid}.json`;
    const authorization = `Basic ${Buffer.from(`${AccountSid}:secret`).toString("base64")}`;
    const headers = { accept: "application/json", authorization };
    const bare = async () => {
      const response = await globalThis.fetch(url, { headers });
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    };
    const call = () => fetchApplication(client, { AccountSid, Sid });
    await cost(bare);
    await cost(call);
    const found = [];
    for (let round = 0; round < rounds; round++) {
      const order = round % 2 === 0 ? [bare, call] : [call, bare];
      const costs = new Map();
      for (const each of order) costs.set(each, await cost(each));
      found.push({ bare: costs.get(bare), call: costs.get(call) });
    }
    return {
      bare: median(found.map((each) => each.bare)),
      call: median(found.map((each) => each.call)),
      ratio: median(found.map((each) => each.call / each.bare)),
    };
  } finally {
    child.kill();
  }
}

/** @param {() => Promise<unknown>} run */
async function cost(run) {
  const { user, system } = process.cpuUsage();
  for (let i = 0; i < calls; i++) await run();
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1000 / calls;
}
