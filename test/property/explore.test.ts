import fc from "fast-check";
import { test } from "vitest";
import { writeFileSync } from "node:fs";
import { loadPackage } from "../support/load-package.js";
import { specs, writeOracleSpec, writeSpec } from "../support/spec-arbitrary.js";
import { emit } from "./emit.js";
import { junk } from "./junk.js";
import { oracle } from "./oracle.js";
import { placesIn, removed, replaced } from "./places.js";
const at = (doc: any, p: string) => p.slice(1).split("/").map(k => k.replaceAll("~1","/").replaceAll("~0","~")).reduce((a, k) => a?.[k], doc);
test("explore", async () => {
  const seed = Number(process.env["SEED"] ?? 1), n = Number(process.env["N"] ?? 200);
  const out: any[] = []; const refusals = new Map<string, number>(); let acc = 0;
  for (const spec of fc.sample(specs, { seed, numRuns: n })) {
    const doc = writeSpec(spec);
    const add = (kind: string, p: string, detail: string) => { const schema = p ? at(doc, p) : doc; out.push({ kind, v: spec.dialect, schema, detail, all: doc }); };
    let e: any;
    try { e = await emit(doc); } catch (c) { add("emit threw", "", String((c as Error).stack).slice(0, 400)); continue; }
    if (!e.files) { for (const d of e.diagnostics) if (d.severity === "error") refusals.set(d.code, (refusals.get(d.code) ?? 0) + 1); continue; }
    acc++;
    for (const d of e.diagnostics) refusals.set("w:" + d.code, (refusals.get("w:" + d.code) ?? 0) + 1);
    let l: any;
    try { l = await loadPackage(e.files.filter((f: any) => /^src\/(validators|fixtures|runtime)\//.test(f.path)), ["validators/index", "fixtures/index"]); } catch (c) { add("load threw", "", String(c).slice(0, 400)); continue; }
    const v = l["validators/index"], f = l["fixtures/index"];
    const J = { request: oracle(writeOracleSpec(spec, "request")), response: oracle(writeOracleSpec(spec, "response")) };
    for (const s of e.api.schemas.values()) {
      const dir = s.id.endsWith(">request") ? "request" : "response";
      const judge = (x: unknown) => J[dir as "request"].judge(s.schema.pointer, x).valid;
      const p = s.schema.pointer;
      if (!v[s.name]) { add("no validator", p, s.name); continue; }
      let bad = 0;
      const judged = (x: unknown, what: string) => {
        let issues: any; let ok: boolean;
        try { issues = v[s.name].check(x); } catch (c) { if (!bad++) add(what + " check threw", p, JSON.stringify(x) + String(c)); return; }
        try { ok = judge(x); } catch (c) { if (!bad++) add("ajv threw", p, JSON.stringify(x) + String(c)); return; }
        if ((issues.length === 0) !== ok && !bad++) add(`${what}: ajv ${ok}, ours ${!ok}`, p, `${dir} ${JSON.stringify(x)} ${JSON.stringify(issues)}`);
        return ok;
      };
      for (const x of junk) { const ok = judged(x, "junk"); if (ok && !f[s.factory] && !bad++) { const d = e.diagnostics.filter((d: any) => d.code.startsWith("fixture")); add("no fixture though valid: " + JSON.stringify(x), p, JSON.stringify(d.map((d: any) => [d.code, d.message, d.line]))); } }
      if (!f[s.factory]) continue;
      for (const seed of [0, 1, 2, 3, 4, 77, 12345]) {
        let x: unknown;
        try { x = f[s.factory](undefined, { seed, index: seed % 3 }); } catch (c) { if (!bad++) add("make threw", p, String(c)); continue; }
        if (judged(x, "fixture") === false && !bad++) add("fixture invalid", p, JSON.stringify(x));
        const places = placesIn(x); const place = places[seed % places.length] ?? [];
        const less = removed(x, place); if (less !== undefined) judged(less, "less");
        for (const j of junk) judged(replaced(x, place, j), "mutant");
      }
    }
  }
  const seen = new Map<string, any[]>();
  for (const o of out) { const k = o.kind; seen.set(k, [...(seen.get(k) ?? []), o]); }
  let text = `accepted ${acc}/${n} ${JSON.stringify([...refusals])}\n`;
  for (const [k, list] of seen) { list.sort((a, b) => JSON.stringify(a.schema).length - JSON.stringify(b.schema).length); text += `\n## ${k} (${list.length})\n`; for (const o of list.slice(0, Number(process.env["TOP"] ?? 8))) text += `${o.v} ${JSON.stringify(o.schema)}\n    ${o.detail.slice(0, 500)}\n` + (JSON.stringify(o.schema).includes("$ref") && JSON.stringify(o.all).length < 1500 ? `    ALL ${JSON.stringify(o.all.components.schemas)}\n` : ""); }
  writeFileSync("/tmp/explore.txt", text);
}, 600_000);
