import { compress } from "hono/compress";
import { Hono } from "hono";
import { expect, test, vi } from "vitest";
import { heldAnswer, type Held } from "../../../functions/http/held-answer.ts";

const outcomeOf = (words: string) => async () =>
  new Response(`<html><body><main id="main">${words}</main></body></html>`, { status: 201 });

const held = (more: Partial<Held>): Held => ({
  waitMs: 30,
  streams: true,
  pieces: ["<main>wait ", "</p>", "</main>"],
  count: String,
  outcome: outcomeOf("<h1>Saved</h1>"),
  after: () => undefined,
  ...more,
});

/** Behind what compresses everything else, asked for by somebody who takes it compressed. */
async function behindCompression(answer: Promise<Response>): Promise<Response> {
  const app = new Hono().use(compress()).get("/", () => answer);
  return app.request("/", { headers: { "Accept-Encoding": "gzip" } });
}

test("streamed, the page comes before the outcome, and compression does not hold it back", async () => {
  let letGo = () => {};
  const decided = new Promise<void>((resolve) => (letGo = resolve));
  const after = vi.fn();
  const outcome = async () => {
    await decided;
    return outcomeOf("<h1>Saved</h1>")();
  };
  const answer = await behindCompression(heldAnswer(held({ outcome, after })));
  expect(answer.headers.get("Content-Encoding")).toBe(null);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let read = "";
  while (!read.includes("</p>")) read += (await reader.read()).value;
  expect(read).toBe("<main>wait 1 </p>");
  expect(after).not.toHaveBeenCalled();
  letGo();
  for (let next = await reader.read(); !next.done; next = await reader.read()) read += next.value;
  expect(read).toBe('<main>wait 1 </p><div class="outcome"><h1>Saved</h1></div></main>');
  expect(after).toHaveBeenCalledOnce();
});

test("who leaves before the end has sent nothing, and gives the place back", async () => {
  const outcome = vi.fn(outcomeOf("never"));
  let over = () => {};
  const given = new Promise<void>((resolve) => (over = resolve));
  const answer = await heldAnswer(held({ waitMs: 60_000, outcome, after: over }));
  await answer.body!.cancel();
  await given;
  expect(outcome).not.toHaveBeenCalled();
});

test("where nothing is passed on piece by piece, the outcome itself comes after the wait, also a refusal", async () => {
  const after = vi.fn();
  const answer = await heldAnswer(held({ waitMs: 1, streams: false, after }));
  expect([answer.status, await answer.text()]).toEqual([201, expect.stringContaining("<h1>Saved")]);
  expect(after).toHaveBeenCalledOnce();
});
