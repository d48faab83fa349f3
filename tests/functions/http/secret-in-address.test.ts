import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { drawProgramKey, KEY_BYTES } from "../../../domain/program/key.ts";
import { hasSecretInAddress } from "../../../functions/http/secret-in-address.ts";
import { BALLOT_PATH, goodBallot, newReceipt } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

let app: App;
let logged: unknown[];
beforeAll(async () => {
  const world = await freshWorld();
  ({ logged } = world);
  app = createApp(world);
});

describe("a secret in an address", () => {
  test.each(["key", "api_key", "apikey", "API-Key", "access_token", "token", "receipt", "RECEIPT"])(
    "?%s= is refused, and said to be known to others now",
    async (name) => {
      const receipt = newReceipt();
      const secret = `${name}=${receipt}`;
      const headers = {
        Authorization: `Bearer ${receipt}`,
        "Content-Type": "application/json",
      };
      const asked = [
        app.request(`${BALLOT_PATH}?${secret}`, {
          method: "PUT",
          headers,
          body: JSON.stringify(goodBallot()),
        }),
        app.request(`${BALLOT_PATH}?lang=en&${secret}`, { headers }),
        app.request(`${API.consultations.path}?x=1&${secret}`),
        app.request(`${BALLOT_PATH}?${secret}&${secret}`, { method: "DELETE", headers }),
      ];
      for (const answer of await Promise.all(asked)) {
        const text = await answer.text();
        expect(answer.status).toBe(400);
        expect(answer.headers.get("Cache-Control")).toBe("no-store");
        expect(JSON.parse(text)).toMatchObject({ title: "secret-in-address" });
        expect(text).toContain("known to others");
        expect(text).not.toContain(receipt);
      }
      // Nothing was stored under it.
      expect((await app.request(BALLOT_PATH, { headers })).status).toBe(404);
      expect(JSON.stringify(logged)).toBe("[]");
    },
  );

  test("is said on a page to who opens one", async () => {
    const answer = await app.request(`/c/${KAZAKHSTAN.id}/receipt?receipt=x&lang=ru`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("считайте, что их знают и другие");
  });

  test("and a parameter that nobody knows are two things", async () => {
    const path = apiPath(API.releases, KAZAKHSTAN.id);
    for (const query of ["?keys=1", "?monkey=1", "?q=receipt", "?", "?lang=en&page=x&foo="]) {
      expect((await app.request(path + query)).status, query).toBe(200);
    }
  });
});

const KEY = drawProgramKey(new Uint8Array(KEY_BYTES).fill(11));

describe("the key of a program", () => {
  test.each([
    `/api/organise/c/x?key=${KEY}`,
    `/api/organise/c/x?lang=en&q=${KEY}`,
    `/api/organise/c/x?${KEY}`,
    `/api/organise/c/${KEY}/log`,
    `/api/organise/c/x?q=Bearer%20${KEY}`,
    `/api/organise/c/x?q=${KEY.slice(0, 20)}`,
    "/api/organise/c/x?access_token=anything",
    "/api/organise/c/x?Authorization=Bearer",
    "/api/organise/c/x?API_KEY=",
  ])("is found in %s", (path) => {
    expect(hasSecretInAddress(`http://localhost${path}`)).toBe(true);
  });

  test.each([
    "/api/organise/c/x",
    "/api/organise/c/kenes_river/log",
    "/api/organise/c/x?after=K1%23en%230123456789abcdef",
    "/api/organise/c/x?lang=kk&keys=1",
  ])("is not in %s", (path) => {
    expect(hasSecretInAddress(`http://localhost${path}`)).toBe(false);
  });
});
