import type { RemarksBack } from "../../domain/remark/remarks-back.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Problem } from "../../domain/problem.ts";
import { RATE, RECEIPT, pathOf } from "../../domain/paths.ts";
import { faultId } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import type { Catalogue } from "../language/catalogue.ts";
import { type Reader, useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { headed } from "../respondent/localize.ts";
import { changesOf } from "../respondent/publishing-words.ts";
import { RespondentPage } from "../respondent/respondent-page.tsx";
import { ReceiptCode } from "../rate/send/receipt-code.tsx";
import { OwnTexts, SureToWithdraw } from "./own-texts.tsx";
import { EnterReceipt } from "./enter-receipt.tsx";

export type ReceiptStep = "enter" | "confirm-withdraw" | "withdrawn" | "texts" | "confirm-text";

interface ReceiptPageProps extends Reader {
  assets: Assets;
  origin: string;
  consultation: Consultation;
  problem?: Problem | undefined;
  receipt?: string | undefined;
  step: ReceiptStep;
  /** What was written beside the ratings. */
  remarks?: RemarksBack | undefined;
  /** The code of the text that is about to be withdrawn. */
  code?: string | undefined;
  /** One was withdrawn just now. */
  isWithdrawn?: boolean;
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
      name={titleOf(text, step)}
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
      <h1>{titleOf(text, step)}</h1>
      <Step {...props} action={pathOf(RECEIPT, { id: consultation.id, lang: language })} />
      <p class="buttons">
        <a href={pathOf(RATE, { id: consultation.id, lang: language })}>{text.rate.receipt.back}</a>
      </p>
    </RespondentPage>
  );
}

function titleOf({ rate, remark }: Catalogue, step: ReceiptStep): string {
  switch (step) {
    case "enter":
      return rate.receipt.title;
    case "confirm-withdraw":
      return rate.receipt.confirmTitle;
    case "withdrawn":
      return rate.receipt.withdrawnTitle;
    case "texts":
      return remark.receipt.title;
    case "confirm-text":
      return remark.receipt.sure;
  }
}

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
          hasTexts={props.consultation.reasons === true}
        />
      );
    case "texts":
      return (
        <>
          {props.isWithdrawn ? (
            <p class="notice" role="status">
              {text.remark.receipt.withdrawn}
            </p>
          ) : null}
          <OwnTexts
            remarks={props.remarks ?? { reasons: {} }}
            receipt={receipt ?? ""}
            action={action}
            atRisk={props.consultation.disclosure === "at-risk"}
          />
        </>
      );
    case "confirm-text":
      return <SureToWithdraw code={props.code ?? ""} receipt={receipt ?? ""} action={action} />;
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
