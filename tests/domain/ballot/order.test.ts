import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shuffledOrder } from "../../../domain/ballot/order.ts";
import { definition } from "../consultation/definition.ts";

const catalogue = definition();
const codes = catalogue.recommendations.map((one) => one.code);

/** The same consultation with its recommendations cut to three and two, mixed. */
const small = {
  ...catalogue,
  recommendations: ["K1", "W1", "K2", "W2", "K3"].map((code) => ({
    ...catalogue.recommendations[0]!,
    code,
    addressee: code[0]!,
  })),
};

/** Every run of answers that `below` can give, with the order that each leads to. */
function everyOrder(): string[] {
  const orders: string[] = [];
  const go = (answers: number[]) => {
    let asked = 0;
    let open: number | undefined;
    const order = shuffledOrder(small, (count) => {
      const answer = answers[asked++];
      if (answer === undefined) open ??= count;
      return answer ?? 0;
    });
    if (open === undefined) orders.push(order.join(" "));
    else for (let answer = 0; answer < open; answer++) go([...answers, answer]);
  };
  go([]);
  return orders;
}

describe("the shuffled order", () => {
  test("holds each code once, and the addressees in their own order, for any draw", () => {
    const draws = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    fc.assert(
      fc.property(draws, (stream) => {
        const order = shuffledOrder(catalogue, (n) => Math.floor(stream.next().value! * n));
        expect(order.slice(0, 4).toSorted()).toEqual(codes.slice(0, 4).toSorted());
        expect(order.slice(4).toSorted()).toEqual(codes.slice(4).toSorted());
      }),
    );
  });

  test("reaches each of the 2 × 6 orders by exactly one run of draws", () => {
    const orders = everyOrder();
    expect(orders).toHaveLength(12);
    expect(new Set(orders).size).toBe(12);
    for (const order of orders) expect(order).toMatch(/^W\d W\d K\d K\d K\d$/);
  });

  test("leaves the catalogue as it is", () => {
    const before = JSON.stringify(catalogue);
    shuffledOrder(catalogue, () => 0);
    expect(JSON.stringify(catalogue)).toBe(before);
  });
});
