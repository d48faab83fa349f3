import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import type { Problem } from "../../domain/problem.ts";
import { RATE, RECEIPT, pathOf } from "../../domain/paths.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { Assets } from "../page/assets.ts";
import { AlertBox } from "../page/alert-box.tsx";
import { faultId } from "../rate/answers/anchors.ts";
import { leaving } from "../respondent/localize.ts";
import { changesOf } from "../respondent/publishing-words.ts";
import { RespondentPage } from "../respondent/respondent-page.tsx";
import { ReceiptCode } from "../rate/send/receipt-code.tsx";
import { EnterReceipt } from "./enter-receipt.tsx";

export type ReceiptStep = "enter" | "confirm-withdraw" | "withdrawn";

interface ReceiptPageProps {
  language: Language;
  text: Catalogue;
  assets: Assets;
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
      consultation={leaving(consultation)}
      path={RECEIPT}
      script={step === "enter"}
    >
      <p class="hint">{consultation.title[language]}</p>
      {problem === undefined ? null : (
        <AlertBox>
          <p id={faultId("receipt")}>
            <a href="#receipt">{text.problems[problem.problem]}</a>
          </p>
        </AlertBox>
      )}
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

function Step(props: ReceiptPageProps & { action: string }) {
  const { step, text, problem, receipt, action } = props;
  const texts = text.rate.receipt;
  switch (step) {
    case "enter":
      return (
        <EnterReceipt
          texts={texts}
          changes={changesOf(text, props.consultation.release).next}
          receipt={receipt ?? ""}
          refused={problem !== undefined}
          action={action}
        />
      );
    case "confirm-withdraw":
      return (
        <form method="post" action={action}>
          <input type="hidden" name="receipt" value={receipt ?? ""} />
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
        </form>
      );
    case "withdrawn":
      return <p>{texts.withdrawn}</p>;
  }
}
