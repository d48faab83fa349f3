import type { Trouble } from "../../domain/trouble.ts";
import type { Services } from "../services.ts";

/** What an operator of this machine has to see to at present: each told once, when it begins, and held until it is over. */
export class Troubles {
  readonly #present = new Set<Trouble>();
  readonly #log: Services["log"];

  constructor(log: Services["log"]) {
    this.#log = log;
  }

  /** In no particular order; handed to the console. */
  readonly all = (): readonly Trouble[] => [...this.#present];

  begin(trouble: Trouble, details: Record<string, string | number>): void {
    if (this.#present.has(trouble)) return;
    this.#present.add(trouble);
    this.#log({ level: "error", event: trouble, ...details });
  }

  end(trouble: Trouble): void {
    if (this.#present.delete(trouble)) this.#log({ level: "info", event: trouble, over: true });
  }
}
