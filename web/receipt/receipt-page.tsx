import type { Consultation } from "../../domain/consultation.ts";
import type { Language } from "../../domain/language.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { ReceiptCode } from "../rate/receipt-code.tsx";
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
  const path = `/c/${consultation.id}/receipt`;
  const prefix = problem === undefined ? "" : text.rate.page.errorPrefix;
  return (
    <Document
      language={language}
      text={text}
      title={`${prefix}${text.rate.receipt[TITLES[step]]} – Kenes`}
      path={path}
      style={props.assets.style}
      script={step === "enter" ? props.assets.rateScript : undefined}
    >
      <p class="hint">{consultation.title[language]}</p>
      {problem === undefined ? null : (
        <div class="error-summary" role="alert">
          <p>{text.problems[problem.problem]}</p>
        </div>
      )}
      <h1>{text.rate.receipt[TITLES[step]]}</h1>
      <Step {...props} action={`${path}?lang=${language}`} />
      <p class="buttons">
        <a href={`/c/${consultation.id}?lang=${language}`}>{text.rate.receipt.back}</a>
      </p>
    </Document>
  );
}

const TITLES = {
  enter: "title",
  "confirm-withdraw": "confirmTitle",
  withdrawn: "withdrawnTitle",
} as const;

function Step({ step, text, receipt, action }: ReceiptPageProps & { action: string }) {
  const texts = text.rate.receipt;
  switch (step) {
    case "enter":
      return <EnterReceipt texts={texts} receipt={receipt ?? ""} action={action} />;
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
