import type { MadeCode } from "./make.ts";

/** How an answer that grows is written. */
export interface Writing {
  head: string;
  codes: (made: readonly MadeCode[]) => string;
  /** What ends it when all were made; or when it broke off after so many. */
  tail: () => string;
  brokenOff: (made: number) => string;
}

/**
 * An answer's body that grows while codes are made. The first codes are waited for, so that a store
 * out of reach is refused as ever; what fails later is said at the end, and thrown to nobody. A reader
 * who goes away stops the making.
 */
export async function streamed(
  making: AsyncGenerator<MadeCode[]>,
  writing: Writing,
  onFailure: (failure: unknown) => void,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const first = await making.next();
  const encoder = new TextEncoder();
  let made = 0;
  async function* pieces() {
    yield writing.head;
    try {
      for (let next = first; next.done !== true; next = await making.next()) {
        made += next.value.length;
        yield writing.codes(next.value);
      }
      yield writing.tail();
    } catch (failure) {
      onFailure(failure);
      yield writing.brokenOff(made);
    } finally {
      await making.return(undefined);
    }
  }
  const body = pieces();
  return new ReadableStream({
    async pull(controller) {
      const next = await body.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await body.return(undefined);
    },
  });
}
