import type { HandedOut } from "./download.ts";

/** A file of an export as an answer that nobody on the way keeps. */
export const handedOut = ({ name, bytes, body }: HandedOut): Response =>
  new Response(streamOf(body), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Length": String(bytes),
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });

/** Bytes as the body of an answer: read as fast as they are taken, and no longer than somebody takes them. */
const streamOf = (body: AsyncGenerator<Uint8Array>) =>
  new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await body.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await body.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
