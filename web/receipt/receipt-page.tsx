import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Problem } from "../../domain/problem.ts";
import { RATE, RECEIPT, pathOf } from "../../domain/paths.ts";
import { faultId } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { type Reader, useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { headed } from "../respondent/localize.ts";
import { changesOf } from "../respondent/publishing-words.ts";
import { RespondentPage } from "../respondent/respondent-page.tsx";
import { ReceiptCode } from "../rate/send/receipt-code.tsx";
import { EnterReceipt } from "./enter-receipt.tsx";

export type ReceiptStep = "enter" | "confirm-withdraw" | "withdrawn";

interface ReceiptPageProps extends Reader {
  assets: Assets;
  origin: string;
  consultation: Consultation;
  problem?: Problem | undefined;
  receipt?: string | undefined;
  step: ReceiptStep;
}

/** Seeing, changing and withdrawing a ballot by its receipt. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { language, text, consultation, problem, step } = props;
  return (
    <RespondentPage
      {...{ language, text }}
      assets={props.assets}
      origin={props.origin}
      consultation={headed(consultation, props)}
      name={text.rate.receipt[TITLES[step]]}
      step={problem && "error"}
      path={RECEIPT}
      script={step === "enter"}
    >
      <p class="hint">
        <Wording of={saidIn({ language, text }, consultation, consultation.title)} />
      </p>
      <Refusal
        id={faultId("receipt")}
        field="receipt"
        why={problem && text.problems[problem.problem]}
      />
      <h1>{text.rate.receipt[TITLES[step]]}</h1>
      <Step {...props} action={pathOf(RECEIPT, { id: consultation.id, lang: language })} />
      <p class="buttons">
        <a href={pathOf(RATE, { id: consultation.id, lang: language })}>{text.rate.receipt.back}</a>
      </p>
    </RespondentPage>
  );
}

const TITLES = {
  enter: "title",
  "confirm-withdraw": "confirmTitle",
  withdrawn: "withdrawnTitle",
} as const;

function Step(
  props: Omit<ReceiptPageProps, keyof Reader | "assets" | "origin"> & { action: string },
) {
  const { text } = useReader();
  const { step, problem, receipt, action } = props;
  const texts = text.rate.receipt;
  switch (step) {
    case "enter":
      return (
        <EnterReceipt
          changes={changesOf(text, props.consultation.release).next}
          receipt={receipt ?? ""}
          refused={problem !== undefined}
          action={action}
        />
      );
    case "confirm-withdraw":
      return (
        <Form action={action} hidden={{ receipt: receipt ?? "" }}>
          <p>
            <ReceiptCode receipt={receipt ?? ""} />
          </p>
          <p>{texts.undoes}</p>
          <p>{texts.undoesNot}</p>
          <div class="buttons">
            <button class="danger" type="submit" name="do" value="confirm-withdraw">
              {texts.confirm}
            </button>
            <button class="secondary" type="submit" name="do" value="open">
              {texts.keep}
            </button>
          </div>
        </Form>
      );
    case "withdrawn":
      return <p>{texts.withdrawn}</p>;
  }
}
