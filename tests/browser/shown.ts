import type { Page } from "playwright-core";

/** Longer ones are cut in the middle: it is to be read beside what failed. */
const [HEAD, TAIL] = [500, 1_500];

/** Prints what a page shows where its test has failed: why something did not come is said there, if anywhere. */
export async function tellIfFailed(
  page: Page,
  task: { name: string; result?: { state: string } | undefined },
): Promise<void> {
  if (task.result?.state !== "fail" || page.isClosed()) return;
  // A page that hangs says nothing either.
  const shown = await page
    .locator("body")
    .innerText({ timeout: 5_000 })
    .catch((cause: unknown) => String(cause));
  const all = shown.replaceAll(/\s*\n\s*/g, "\n");
  const words = all.length > HEAD + TAIL ? `${all.slice(0, HEAD)}\n[…]\n${all.slice(-TAIL)}` : all;
  process.stderr.write(`${task.name}: ${page.url()} shows\n${words}\n`);
}
