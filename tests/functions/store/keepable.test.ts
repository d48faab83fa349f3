import { expect, test } from "vitest";
import { MOST_KEPT } from "../../../domain/consultation/kept-size.ts";
import { addChannel } from "../../../functions/consultation/channels.ts";
import { publish } from "../../../functions/kenes/publish.ts";
import { addConsultation, getPublished } from "../../../functions/store/consultations.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

/** The shipped consultation under another id, with notes until it comes to so many bytes. */
function ofBytes(id: string, bytes: number) {
  const made = (notes: number, last: string) => ({
    ...KAZAKHSTAN,
    id,
    corrections: Array.from({ length: notes }, (_, place) => ({
      at: "2026-11-24T09:00:00.000Z",
      note: { en: place === notes - 1 ? last : "x".repeat(10_000) },
    })),
  });
  const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
  const notes = Math.floor((bytes - size(made(1, ""))) / 10_100);
  const value = made(notes, "");
  return made(notes, "x".repeat(bytes - size(value)));
}

test("the largest definition is kept and read as it was", async () => {
  const { db } = await freshWorld();
  const largest = ofBytes("largest", MOST_KEPT);
  expect(await addConsultation(db, largest)).toBe(true);
  expect((await getPublished(db, "largest"))?.definition).toEqual(largest);
});

test("a channel for which there is no room any more is refused, and nothing is changed", async () => {
  const services = await freshWorld();
  const full = ofBytes("full", 379_950);
  expect(await addConsultation(services.db, full)).toBe(true);
  const organiser = { id: "o", name: "Somebody" };
  const actor = { organiser, consultation: "full" } as Parameters<typeof addChannel>[1];
  const name = { en: "A channel with a long name" };
  expect(await addChannel(services, actor, name)).toEqual({ problem: "body-too-large" });
  expect((await getPublished(services.db, "full"))?.definition).toEqual(full);
});

test("kenes import --open refuses what could not be kept, in a line that says so", async () => {
  const { db } = await freshWorld();
  const long = "қ".repeat(800);
  const recommendations = Array.from({ length: 80 }, (_, place) => ({
    ...KAZAKHSTAN.recommendations[0]!,
    code: `R${place}`,
    statement: { en: long, ru: long, kk: long },
  }));
  const text = JSON.stringify({ ...KAZAKHSTAN, id: "too-long", recommendations });
  await expect(publish(db, text)).rejects.toThrow("/: overfull");
  expect(await getPublished(db, "too-long")).toBeUndefined();
});
