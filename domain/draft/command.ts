import { readLanguage } from "../language.ts";
import type { Change } from "./change.ts";
import { isList, readField } from "./field.ts";
import { LANGUAGE_ACTS } from "./languages.ts";
import { READY_QUESTIONS } from "./ready-question.ts";

/** What a button of the edit page does after everything that was typed has been saved. */
export type Command = Exclude<Change, { kind: "set" | "translate" | "import" }>;

/** Reads what a button of the edit page says to do; `undefined` for whatever is no such thing. */
export function readCommand(text: string): Command | undefined {
  const [kind = "", first = "", second = "", ...rest] = text.split(" ");
  if (kind === "place" && rest.length === 1 && isList(first)) {
    const to = Number(rest[0]);
    return Number.isSafeInteger(to) ? { kind, list: first, key: second, to } : undefined;
  }
  if (rest.length > 0) return undefined;
  if (kind === "language") {
    const act = LANGUAGE_ACTS.find((one) => one === first);
    const language = readLanguage(second);
    return act === undefined || language === undefined ? undefined : { kind, act, language };
  }
  if (kind === "ready" && second === "") {
    const question = READY_QUESTIONS.find((one) => one === first);
    return question && { kind, question };
  }
  if (kind === "add" && isList(first) && second === "") return { kind, list: first };
  const isMove = kind === "remove" || kind === "up" || kind === "down" || kind === "restore";
  if (isMove && isList(first) && second !== "") return { kind, list: first, key: second };
  const isText = readField(first)?.language !== undefined;
  return kind === "confirm" && isText && second === "" ? { kind, name: first } : undefined;
}
