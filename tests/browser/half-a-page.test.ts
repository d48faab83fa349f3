import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { newVisitor, RATE_PAGE, useSite } from "./visitor.ts";

/* A page that comes in slowly: its form is there before all of its fields are. */

const site = useSite();

/** A site whose answers stop in the middle until they are told to go on. */
async function stalling(url: string, goOn: Promise<void>): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(url + request.url!, {
        headers: { "Accept-Encoding": "identity" },
      });
      const body = Buffer.from(await answer.arrayBuffer());
      const type = answer.headers.get("Content-Type") ?? "";
      response.writeHead(answer.status, { "Content-Type": type });
      if (type.startsWith("text/html")) {
        response.write(body.subarray(0, body.length / 2));
        await goOn;
        response.end(body.subarray(body.length / 2));
      } else response.end(body);
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("the language cannot be changed before the form is whole: fields that are missing would be lost", async () => {
  const rest = Promise.withResolvers<void>();
  const url = await stalling(site.server.url, rest.promise);
  const { page, choice, button } = await newVisitor(site, { script: false, url });
  await page.goto(RATE_PAGE, { waitUntil: "commit" });
  await choice("W1", 5).or(choice("W2", 5)).first().check();
  expect(await page.locator(".site-footer").count()).toBe(0);
  expect(await page.locator(".languages button:visible").count()).toBe(0);
  rest.resolve();
  await button("Қазақша").waitFor();
});
