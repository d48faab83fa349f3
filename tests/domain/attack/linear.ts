/** Coefficients by variable. */
export type Terms = readonly (readonly [variable: number, coefficient: number])[];

/** Rounds of tightening after which what is not settled stays as it is. */
const MOST_ROUNDS = 200;

/**
 * What can be known of whole numbers about which only linear statements are known: each statement
 * tightens the bounds of its variables by those of the others, until nothing moves any more. The
 * bounds are always true ones, so a variable whose bounds meet is pinned.
 */
export class LinearKnowledge {
  readonly low: number[] = [];
  readonly high: number[] = [];
  private readonly statements: { terms: Terms; least: number; most: number }[] = [];

  variable(least = 0, most = 1_000_000): number {
    this.low.push(least);
    this.high.push(most);
    return this.low.length - 1;
  }

  /** States that the sum of the terms lies between two numbers, both included. */
  state(terms: Terms, least: number, most: number): void {
    this.statements.push({ terms, least, most });
  }

  settle(): void {
    for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) {
      moved = false;
      for (const statement of this.statements) moved = this.tighten(statement) || moved;
    }
  }

  private tighten({ terms, least, most }: (typeof this.statements)[0]): boolean {
    const { low, high } = this;
    let [sumLow, sumHigh] = [0, 0];
    for (const [variable, factor] of terms) {
      sumLow += factor * (factor > 0 ? low[variable]! : high[variable]!);
      sumHigh += factor * (factor > 0 ? high[variable]! : low[variable]!);
    }
    let moved = false;
    for (const [variable, factor] of terms) {
      const ownLow = factor * (factor > 0 ? low[variable]! : high[variable]!);
      const ownHigh = factor * (factor > 0 ? high[variable]! : low[variable]!);
      const ends = [least - (sumHigh - ownHigh), most - (sumLow - ownLow)].map(
        (end) => end / factor,
      );
      // A little slack for the division, so that a bound is never wrong.
      const [from, to] = [
        Math.ceil(Math.min(...ends) - 1e-9),
        Math.floor(Math.max(...ends) + 1e-9),
      ];
      if (from > low[variable]!) [low[variable], moved] = [from, true];
      if (to < high[variable]!) [high[variable], moved] = [to, true];
    }
    return moved;
  }
}
