/**
 * How much memory a recount takes, in pieces and in one, and how fast it folds: of made-up ballots, without a database.
 * `node --expose-gc tests/bench/recount.ts [millions]`
 */
import { countPieces, notBegun, type RecountPorts } from "../../functions/jobs/recount.ts";
import { PARTS } from "../../functions/jobs/follow.ts";
import { sha256Binary } from "../../functions/secrets.ts";
import { ballotItem } from "../../functions/store/ballot-item.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import { KAZAKHSTAN } from "../support/world.ts";

const MILLIONS = Number(process.argv[2] ?? 1);
const PAGE = 2_500;
const plan = countingPlan(KAZAKHSTAN);

/** What the store would answer: every page a new one, as it comes from the network. */
function* pagesOf(part: number) {
  const all = Math.round((MILLIONS * 1_000_000) / PARTS);
  for (let from = 0; from < all; from += PAGE) {
    yield Array.from({ length: Math.min(PAGE, all - from) }, (_, one) => {
      const id = part.toString(16).padStart(2, "0") + (from + one).toString(16).padStart(62, "0");
      return ballotItem({
        consultation: "c",
        id,
        revision: 1,
        content: {
          panel: "public",
          language: "kk",
          ratings: "512n-3".repeat(9).slice(0, plan.codes.length),
          about: { region: "almaty" },
          first: ["K3"],
          positions: [],
        },
        day: "2026-11-24",
      });
    });
  }
}

const collect = (globalThis as { gc?: () => void }).gc ?? (() => {});

async function measured(most: number): Promise<void> {
  collect();
  const before = process.memoryUsage();
  let peak = 0;
  const look = () => {
    collect();
    const now = process.memoryUsage();
    peak = Math.max(peak, now.heapUsed + now.external - before.heapUsed - before.external);
  };
  const ports: RecountPorts = {
    stream: {
      listShards: async () => [],
      iterator: async () => undefined,
      records: async () => ({ records: [], next: undefined }),
    },
    async *ballots(_, from) {
      for (let part = from; part < PARTS; part++) {
        for (const items of pagesOf(part)) yield { items };
        yield { items: [], next: part + 1 };
        if (part % 16 === 15) look();
      }
    },
    loadTally: async () => undefined,
    digest: sha256Binary,
    limits: { emptyPages: 1, outOfTime: () => false },
    most,
    settle: async () => look(),
    waitForMore: async () => false,
  };
  const begun = performance.now();
  await countPieces(ports, "c", plan, notBegun(plan));
  look();
  const seconds = (performance.now() - begun) / 1000;
  const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
  process.stdout.write(
    `${MILLIONS} M ballots, pieces of ${most}: at most ${mb(peak)} held, resident ${mb(process.memoryUsage().rss)}, ${seconds.toFixed(1)} s\n`,
  );
}

await measured(100_000);
await measured(Infinity);
