import { expect } from "vitest";
import { type Role, ROLES } from "../../domain/organiser/role.ts";
import { fill } from "../../web/text.ts";
import { runCommand } from "../support/server.ts";
import { axeFindings } from "./axe.ts";
import { unnamed, untranslated } from "./examine.ts";
import { misfits } from "./layout.ts";
import { newVisitor, type Site, type Visitor } from "./visitor.ts";
import type { Language } from "../support/languages.ts";

interface Options {
  language: Language;
  /** Which of the pages that are looked at are shown to axe: for it our policy is switched off. Else none. */
  axe?: ((page: number) => boolean) | undefined;
  url?: string;
  width?: number;
  /** Texts of the consultation, which stand on its pages in other languages too. */
  theirs?: readonly string[];
}

/** An organiser at one device that has an authenticator of its own. */
export async function newOrganiser(
  site: Site,
  { language, axe, url, width = 360, theirs = [] }: Options,
) {
  const visitor = await newVisitor(site, {
    language,
    width,
    ...(url !== undefined && { url }),
    context: { bypassCSP: axe !== undefined },
  });
  const { page, text, arrived, button } = visitor;
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const words = text.organiser;
  let looked = 0;
  const link = (name: string) => page.getByRole("link", { name, exact: true });

  return {
    ...visitor,
    words,
    link,
    /** Waits for the page of that title and looks at everything that may be amiss with it. */
    async at(title: string): Promise<void> {
      await arrived(title);
      expect
        .soft(
          {
            axe: axe?.(looked++) ? await axeFindings(page) : [],
            unnamed: await unnamed(page, session),
            untranslated: (await untranslated(page, language)).filter(
              // The name of the language stands right before its text.
              (words) => !theirs.some((one) => one.includes(words.replace(/^English/, ""))),
            ),
            misfits: await misfits(page),
          },
          title,
        )
        .toEqual({ axe: [], unnamed: [], untranslated: [], misfits: [] });
    },
    /** Becomes an organiser by a one-time link; the recovery codes. */
    async register(address: string, title: string, name: string): Promise<string[]> {
      await page.goto(address.replace("#", `?lang=${language}#`));
      await arrived(title);
      await expect.poll(() => new URL(page.url()).hash).toBe("");
      await page.getByLabel(words.register.name).fill(name);
      await button(words.register.button).click();
      await arrived(words.codes.title);
      const codes = await page.getByRole("main").getByRole("code").allTextContents();
      expect(codes).toHaveLength(8);
      return codes;
    },
    async signIn(): Promise<void> {
      await visitor.go("/organise");
      await button(words.signIn.button).click();
      await arrived(words.home.title);
    },
    /** Goes to a section of the one consultation that there is. */
    async section(name: "team" | "log"): Promise<void> {
      await visitor.go("/organise");
      await link(words.sections[name]).click();
      await arrived(words[name].title);
    },
    /** Makes a link for somebody new, on the team page. */
    async invite(role: Role): Promise<string> {
      await page.getByLabel(words.team.newRole).selectOption(role);
      await button(words.team.invite).click();
      await arrived(words.team.linkTitle);
      return (await page.getByRole("main").getByRole("code").textContent()) ?? "";
    },
    /** Gives a member another role, on the team page. */
    async changeRole(name: string, role: Role): Promise<void> {
      await page.getByLabel(fill(words.team.roleOf, { name }), { exact: true }).selectOption(role);
      await button(`${words.team.changeRole} ${name}`).click();
    },
    /** Their own role, as the list of consultations says it. */
    async ownRole(): Promise<Role | undefined> {
      await visitor.go("/organise");
      const shown = await page.getByRole("main").innerText();
      return ROLES.find((role) =>
        shown.includes(fill(words.home.role, { role: words.roles[role] })),
      );
    },
  };
}

/** A new setup link, as the command prints it. */
export async function setupLink({ server }: Site): Promise<string> {
  const { code, output } = await runCommand(server.folder, "setup", []);
  expect(code).toBe(0);
  return output.trim();
}

/** What is said beside the button about the device; waits for it. */
export async function deviceFault({ page }: Pick<Visitor, "page">): Promise<string> {
  const said = page.getByRole("alert").filter({ hasText: /\S/ });
  await said.waitFor();
  return said.innerText();
}
