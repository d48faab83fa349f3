import { expect, test } from "vitest";
import { drawProgramKey, KEY_BYTES } from "../../../domain/program/key.ts";
import { hasSecretInAddress } from "../../../functions/http/secret-in-address.ts";

const KEY = drawProgramKey(new Uint8Array(KEY_BYTES).fill(11));
const has = (path: string) => hasSecretInAddress(new Request(`http://localhost${path}`));

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
])("a secret: %s", (path) => {
  expect(has(path)).toBe(true);
});

test.each([
  "/api/organise/c/x",
  "/api/organise/c/kenes_river/log",
  "/api/organise/c/x?after=K1%23en%230123456789abcdef",
  "/api/organise/c/x?lang=kk&keys=1",
])("none: %s", (path) => {
  expect(has(path)).toBe(false);
});
