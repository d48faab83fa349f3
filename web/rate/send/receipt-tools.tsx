import { RECEIPT, pathOf } from "../../../domain/paths.ts";
import { fill } from "../../text.ts";
import { CopyButton } from "./copy-button.tsx";
import type { SendState } from "./state.ts";

/** Copying a receipt, saving it as a file and printing it; all of it happens in the browser alone. */
export function ReceiptTools({ state, receipt }: { state: SendState; receipt: string }) {
  const { consultation, language, texts } = state;
  const { saved } = texts;
  const address = location.origin + pathOf(RECEIPT, { id: consultation.id, lang: language });
  const note = fill(saved.fileNote, { address });
  return (
    <>
      <div class="buttons">
        <CopyButton
          label={saved.copy}
          copied={saved.copied}
          notCopied={saved.notCopied}
          text={receipt}
        />
        <button
          type="button"
          class="secondary"
          onClick={() => saveAsFile([`${saved.receiptHeading}: ${receipt}`, note, ""])}
        >
          {saved.saveFile}
        </button>
        <button type="button" class="secondary" onClick={() => print()}>
          {saved.print}
        </button>
      </div>
      <p class="print-only">{note}</p>
    </>
  );
}

function saveAsFile(lines: readonly string[]): void {
  // Windows' editors show a line break only as CR LF, and guess Cyrillic wrong without the mark.
  const file = new Blob([`\uFEFF${lines.join("\r\n")}`], { type: "text/plain;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "kenes.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
