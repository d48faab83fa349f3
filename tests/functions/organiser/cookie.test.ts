import { expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { createApp } from "../../../functions/app.ts";
import type { RequestOptions } from "../../support/authenticator.ts";
import { cookieOf, problemIn } from "../../support/organiser.ts";
import { useAnn } from "./ann.ts";

const world = useAnn();

/** Signs Ann in at another address of the same installation. */
async function signInAt(origin: string): Promise<Response> {
  const app = createApp(world.services);
  const post = (path: string, type: string, body: string) =>
    app.request(`${origin}${path}`, {
      method: "POST",
      headers: { Origin: origin, "Content-Type": type },
      body,
    });
  const asked = await post(ORGANISE.signInOptions.path, "application/json", "{}");
  if (!asked.ok) return asked;
  const answer = world.ann.device.get((await asked.json()) as RequestOptions, origin);
  const form = new URLSearchParams({ answer }).toString();
  return post(ORGANISE.signIn.path, "application/x-www-form-urlencoded", form);
}

const attributes = (answer: Response) =>
  (answer.headers.get("Set-Cookie") ?? "").split("; ").slice(1).toSorted();

test("over HTTPS the cookie is bound to the host, and no other page, script or site gets it", async () => {
  const done = await signInAt("https://kenes.example");
  expect(done.status).toBe(303);
  expect(cookieOf(done)).toMatch(/^__Host-kenes=[\w-]{43}$/);
  expect(attributes(done)).toEqual(["HttpOnly", "Path=/", "SameSite=Strict", "Secure"]);
  const app = createApp(world.services);
  const home = (cookie: string) =>
    app.request("https://kenes.example/organise", { headers: { Cookie: cookie } });
  expect((await home(cookieOf(done))).status).toBe(200);
  // The name that a page over HTTP, or of a neighbouring host, could have set.
  expect((await home(cookieOf(done).replace("__Host-", ""))).status).toBe(303);
});

test("on this machine it is the same but for HTTPS", async () => {
  const done = await signInAt("http://localhost:8080");
  expect(cookieOf(done)).toMatch(/^kenes=[\w-]{43}$/);
  expect(attributes(done)).toEqual(["HttpOnly", "Path=/", "SameSite=Strict"]);
});

test("over an open network nobody signs in", async () => {
  const done = await signInAt("http://kenes.example");
  expect([done.status, problemIn(await done.text())]).toEqual([403, "not-secure"]);
});

test("signing out takes it away, and what was copied of it is worth nothing", async () => {
  const { cookie, token } = world.ann;
  const out = await world.organisers.send(ORGANISE.signOut, { cookie, token });
  expect(cookieOf(out)).toBe("kenes=");
  expect(attributes(out)).toContain("Max-Age=0");
  expect((await world.organisers.send(ORGANISE.home, { cookie })).status).toBe(303);
});

test("nothing of the console is kept on the way or on the device, or framed", async () => {
  const { cookie } = world.ann;
  for (const endpoint of [ORGANISE.home, ORGANISE.account, ORGANISE.signInPage, ORGANISE.team]) {
    const { headers } = await world.organisers.send(endpoint, { id: "kazakhstan-2019", cookie });
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(headers.has("Set-Cookie")).toBe(false);
  }
});

test("respondents' pages set no cookie, and take no notice of one", async () => {
  const app = createApp(world.services);
  const page = async (headers: Record<string, string>) =>
    (await app.request("/c/kazakhstan-2019/receipt", { headers })).text();
  expect(await page({ Cookie: world.ann.cookie })).toBe(await page({}));
});
