import { drawOrganiserCode, CODE_LENGTH, RECOVERY_CODES } from "../../domain/organiser/code.ts";
import { organiserCodeHash } from "../secrets.ts";
import type { Services } from "../services.ts";

/** New recovery codes, to be shown once, and what is stored of them. */
export function drawRecoveryCodes({ secret, random }: Pick<Services, "secret" | "random">): {
  codes: string[];
  hashes: string[];
} {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    drawOrganiserCode(random(CODE_LENGTH)),
  );
  return { codes, hashes: codes.map((code) => organiserCodeHash(secret, "recovery", code)) };
}
