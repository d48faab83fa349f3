import { beforeAll, describe, expect, test } from "vitest";
import { BOUNDED, DRAWN } from "../../../domain/bounded.ts";
import { type Bound, BOUNDS } from "../../../domain/bound.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { boundsOf } from "../../../functions/http/bounds.ts";
import type { Services } from "../../../functions/services.ts";
import { times } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";

let services: Services;
let app: App;

beforeAll(async () => {
  services = await freshWorld();
  app = createApp(services);
});

/** The routes that write: whatever is neither read nor passed through by all methods. */
const writing = () =>
  app.routes
    .filter(({ method }) => !["GET", "HEAD", "OPTIONS", "ALL"].includes(method))
    .map(({ method, path }) => `${method} ${path}`);

describe("every endpoint that writes or costs much", () => {
  test("has a bound, in the list or as a form", () => {
    const declared = new Map(
      BOUNDED.map(({ method, path, bound }) => [`${method} ${path}`, bound]),
    );
    expect(writing().length).toBeGreaterThan(70);
    expect(writing().filter((one) => declared.get(one) === undefined)).toEqual([]);
  });

  test("is there: no bound is left of one that is gone", () => {
    const there = new Set(app.routes.map(({ method, path }) => `${method} ${path}`));
    const drawn = new Set<string>(DRAWN);
    const gone = BOUNDED.filter(
      ({ method, path }) => !there.has(`${method} ${path}`) && !drawn.has(path),
    );
    expect(gone).toEqual([]);
  });

  test("and nothing that ends a right, or lets somebody in, can be used up by another", () => {
    const { signOut, signOutEverywhere, removeOrganiser, revokeKey, removePasskey } = ORGANISE;
    const ending = [signOut, signOutEverywhere, removeOrganiser, revokeKey, removePasskey];
    expect(ending.map(({ bound }) => bound)).toEqual(ending.map(() => "free"));
    for (const { access, ...more } of Object.values(ORGANISE)) {
      if (access !== "nobody" || !("bound" in more)) continue;
      expect(["secret", "free"]).toContain(more.bound);
    }
    expect([BOUNDS.secret, BOUNDS.free, BOUNDS.ballot].filter((one) => "all" in one)).toEqual([]);
  });
});

describe("a bound", () => {
  test.each(Object.entries<Bound>(BOUNDS))(
    "%s: no single one uses up what all share",
    (_, bound) => {
      const { each, all } = bound;
      if (each === undefined || all === undefined) return;
      expect(all.atOnce).toBeGreaterThanOrEqual(5 * each.atOnce);
      expect(all.everyMs * 5).toBeLessThanOrEqual(each.everyMs);
    },
  );

  test("counts nothing of one who is refused: neither at the place nor by the asker", () => {
    const at = Date.now();
    const bounds = boundsOf({ ...services, now: () => new Date(at) });
    for (const _ of times(40, String)) bounds.count("reports", "one", "here");
    let others = 0;
    while (bounds.count("reports", `other ${others}`, "here") === undefined) others += 1;
    expect(others).toBe(170);
    expect(bounds.count("reports", "somebody", "elsewhere")).toBeUndefined();
  });

  test("of reasons tells whoever keeps it at its brim nothing of who else sends some", () => {
    let at = Date.now();
    const bounds = boundsOf({ ...services, now: () => new Date(at) });
    const { each } = BOUNDS.remarks;
    const isFree = () => bounds.count("remarks", "one", "here") === undefined;
    const free = times(each.atOnce / 2, isFree);
    expect(free).not.toContain(false);
    for (const _ of times(2 * each.atOnce, String)) isFree();
    let through = 0;
    for (const _ of times(300, String)) {
      at += each.everyMs / 2;
      if (isFree()) through += 1;
    }
    expect(through).toBeLessThan(10);
  });
});
