/**
 * Loaded before the server (`node --import`): its clock is ahead by as many seconds as stand in the file that
 * KENES_TEST_CLOCK names, read anew five times a second. Time that only passes (`performance.now`) is left alone, as
 * on a machine whose clock is set.
 */
import { readFileSync } from "node:fs";

const file = process.env["KENES_TEST_CLOCK"];
const Real = Date;
const now = Real.now.bind(Real);
let ahead = 0;
const read = () => {
  try {
    ahead = 1_000 * Number(readFileSync(file, "utf8"));
  } catch {
    // Not written yet.
  }
};
if (file !== undefined) {
  read();
  setInterval(read, 200).unref();
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(now() + ahead);
      else super(...given);
    }
    static now() {
      return now() + ahead;
    }
  };
}
