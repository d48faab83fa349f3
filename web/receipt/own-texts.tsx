import type { RemarkBack, RemarksBack } from "../../domain/remark/remarks-back.ts";
import { Form } from "../form/form.tsx";
import type { Catalogue } from "../language/catalogue.ts";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";

interface Props {
  remarks: RemarksBack;
  receipt: string;
  action: string;
  atRisk: boolean;
}

/** What somebody wrote beside the ratings, what became of each, and how to withdraw it. */
export function OwnTexts({ remarks, receipt, action, atRisk }: Props) {
  const { text } = useReader();
  const words = text.remark.receipt;
  const { suggestion } = remarks;
  const all: [code: string, what: string, one: RemarkBack][] = Object.entries(remarks.reasons).map(
    ([code, one]) => [code, fill(words.why, { code }), one],
  );
  if (suggestion !== undefined) all.push(["", text.remark.rate.missing, suggestion]);
  return (
    <Form action={action} hidden={{ receipt }}>
      <p>{all.length === 0 ? words.none : words.intro}</p>
      {all.map(([code, what, one]) => (
        <section key={code} class="part">
          <h2>{what}</h2>
          <p class="own-text" dir="auto">
            {one.text}
          </p>
          <p>
            <b>{outcome(text.remark, one, atRisk)}</b>
          </p>
          <button
            class="secondary"
            type="submit"
            name="do"
            value={`${WITHDRAW_TEXT}${code}`}
            aria-label={fill(words.withdrawNamed, { what })}
          >
            {words.withdraw}
          </button>
        </section>
      ))}
      <p class="buttons">
        <button class="primary" type="submit" name="do" value="open">
          {words.open}
        </button>
      </p>
    </Form>
  );
}

/** The values of buttons that ask about one text, and that withdraw it: then follows its code. */
export const WITHDRAW_TEXT = "withdraw-text.";
export const CONFIRM_TEXT = "confirm-text.";

/** What became of a text. */
function outcome(
  { receipt, refusals }: Catalogue["remark"],
  { state, refusal, publish }: RemarkBack,
  atRisk: boolean,
): string {
  if (state === "waiting") return receipt.waiting;
  if (state === "refused") {
    return fill(receipt.refused, { why: refusal === undefined ? "" : refusals[refusal] });
  }
  if (atRisk) return receipt.acceptedAtRisk;
  return publish ? receipt.accepted : receipt.acceptedNot;
}

/** The question before a text is withdrawn. */
export function SureToWithdraw({
  code,
  receipt,
  action,
}: {
  code: string;
  receipt: string;
  action: string;
}) {
  const { remark } = useReader().text;
  const words = remark.receipt;
  return (
    <Form action={action} hidden={{ receipt }}>
      <h2>{code === "" ? remark.rate.missing : fill(words.why, { code })}</h2>
      <p>{words.sureHint}</p>
      <div class="buttons">
        <button class="danger" type="submit" name="do" value={`${CONFIRM_TEXT}${code}`}>
          {words.yes}
        </button>
        <button class="secondary" type="submit" name="do" value="texts">
          {words.no}
        </button>
      </div>
    </Form>
  );
}
