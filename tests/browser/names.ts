import type { CDPSession, Page } from "playwright-core";

/** What is pressed, by the roles of the browser's own accessibility tree. */
const PRESSED = ["link", "button", "DisclosureTriangle"];
/** What is entered: told apart by the group or part of the page around it too, which is read out first. */
const ENTERED = ["radio", "checkbox", "textbox", "searchbox", "combobox", "listbox"];
const AROUND = ["group", "radiogroup", "region"];
/** Their buttons are the browser's own. */
const DATES = ["Date", "DateTime", "InputTime"];

/**
 * Controls of a page that somebody who hears them one by one cannot tell apart: of one role and one name, and
 * not for the same thing. Links to one address are one thing. What is folded is unfolded to be asked for.
 */
export async function sameNamed(page: Page, held?: CDPSession): Promise<string[]> {
  await fold(page, false);
  const session = held ?? (await page.context().newCDPSession(page));
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  if (held === undefined) await session.detach();
  await fold(page, true);
  type Node = (typeof nodes)[number];
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const roleOf = ({ role }: Node) => String(role?.value);
  const nameOf = ({ name }: Node) => String(name?.value ?? "").trim();
  const above = (node: Node): Node[] => {
    const parent = byId.get(node.parentId ?? "");
    return parent === undefined ? [] : [parent, ...above(parent)];
  };
  const things = new Map<string, Set<string>>();
  for (const node of nodes) {
    const [role, isEntered] = [roleOf(node), ENTERED.includes(roleOf(node))];
    if (node.ignored || !(isEntered || PRESSED.includes(role))) continue;
    const around = above(node);
    if (around.some((one) => DATES.includes(roleOf(one)))) continue;
    const named = around.filter((one) => AROUND.includes(roleOf(one))).map(nameOf);
    const place = isEntered ? named.filter(Boolean) : [];
    const key = [`${role} “${nameOf(node)}”`, ...place].join(", in ");
    const url = node.properties?.find(({ name }) => name === "url")?.value.value as unknown;
    things.set(key, (things.get(key) ?? new Set()).add(String(url ?? node.nodeId)));
  }
  return [...things].filter(([, of]) => of.size > 1).map(([key, { size }]) => `${size} × ${key}`);
}

/** Unfolds what is folded, or folds it again. */
const fold = (page: Page, again: boolean): Promise<void> =>
  page.evaluate((isAgain) => {
    for (const one of document.querySelectorAll("details")) {
      if (isAgain ? one.dataset["unfolded"] === "" : !one.open) {
        one.open = !isAgain;
        if (isAgain) delete one.dataset["unfolded"];
        else one.dataset["unfolded"] = "";
      }
    }
  }, again);
