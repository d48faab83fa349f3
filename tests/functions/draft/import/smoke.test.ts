import { readdir } from "node:fs/promises";
import { test } from "vitest";
import { caseFile, sent } from "./reading.ts";
test("x", async () => {
  for (const name of (await readdir("tests/cases/imports")).sort()) {
    const a = sent(await caseFile(`imports/${name}`)) as any;
    console.log(name, "ready", a.isReady, JSON.stringify(a.faults ?? a.imported?.faults), JSON.stringify(a.imported?.notes), JSON.stringify(a.imported?.items?.slice(0,3)));
  }
  for (const name of (await readdir("tests/cases/pasted")).sort()) {
    const a = sent("", { way: "paste", text: (await caseFile(`pasted/${name}`)).toString() }) as any;
    console.log(name, "ready", a.isReady, JSON.stringify(a.faults ?? a.imported?.faults), JSON.stringify(a.imported?.notes), JSON.stringify(a.imported?.items, null, 1));
  }
});
