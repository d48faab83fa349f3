/** An answer to a plain form that is held back for a while, and says so meanwhile where the hosting can. */
import { setTimeout as pause } from "node:timers/promises";

const SECOND = 1_000;

/** Where it is not passed on piece by piece, the whole answer has to come within ten seconds. */
const LONGEST_UNSEEN = 6_000;

/** The page in three: what stands before the seconds that are left, between these and the outcome, and after it. */
type Pieces = readonly [string, string, string];

export interface Held {
  waitMs: number;
  /** Whether what is written is passed on at once. */
  streams: boolean;
  pieces: Pieces;
  /** A number as the reader's language writes it. */
  count: (seconds: number) => string;
  /** Called once when it was waited long enough, and never when the reader has left before. */
  outcome: () => Promise<Response>;
  /** Called once at the end, however it ends. */
  after: () => void;
}

/** Holds an answer back. Without streams it is the outcome itself, after the wait, which is then shorter. */
export async function heldAnswer(held: Held): Promise<Response> {
  if (held.streams) return streamed(held);
  try {
    await pause(Math.min(held.waitMs, LONGEST_UNSEEN));
    return await held.outcome();
  } finally {
    held.after();
  }
}

function streamed({ waitMs, pieces: [head, between, tail], count, outcome, after }: Held) {
  const left = new AbortController();
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (piece: string) => controller.enqueue(text.encode(piece));
      write(head);
      // Not awaited by whoever reads: a stream is read from once its start is done.
      void (async () => {
        for (let ms = waitMs; ms > 0; ms -= SECOND) {
          write(`${count(Math.ceil(ms / SECOND))} `);
          await pause(Math.min(ms, SECOND), undefined, { signal: left.signal });
        }
        write(between);
        write(`<div class="outcome">${mainOf(await (await outcome()).text())}</div>${tail}`);
        controller.close();
      })()
        .catch((failure: unknown) => {
          if (!left.signal.aborted) controller.error(failure);
        })
        .finally(after);
    },
    cancel: () => left.abort(),
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      // Who compresses on the way would hold the pieces back, and so would a proxy that collects them.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

/** What stands in the `main` of a page of ours. */
function mainOf(page: string): string {
  const start = page.indexOf(">", page.indexOf("<main")) + 1;
  return page.slice(start, page.lastIndexOf("</main>"));
}
