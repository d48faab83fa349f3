import { expect, test } from "vitest";
import { fuzz } from "../abuse/fuzzing.ts";
import { openStage } from "../abuse/stage.ts";

test("none of a hundred or so drawn requests makes the app fail (100,000: npm run test:abuse -- fuzz)", async () => {
  const stage = await openStage();
  const { asked, found } = await fuzz(stage, { howMany: 150, seed: 46 });
  await stage.end();
  expect([asked, found]).toEqual([150, {}]);
});
