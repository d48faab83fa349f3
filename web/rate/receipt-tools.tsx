import { useState } from "preact/hooks";
import { fill } from "../language/text.ts";
import type { RateState } from "./view.ts";

/** Copying a receipt and saving it as a file; both happen in the browser alone. */
export function ReceiptTools({ state, receipt }: { state: RateState; receipt: string }) {
  const { saved } = state.texts;
  const [said, say] = useState("");
  const copy = () => {
    // Without HTTPS there is no clipboard, so the call itself may throw too.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(receipt))
      .then(
        () => say(saved.copied),
        () => say(saved.notCopied),
      );
  };
  return (
    <div class="buttons">
      <button type="button" class="secondary" onClick={copy}>
        {saved.copy}
      </button>
      <button type="button" class="secondary" onClick={() => saveAsFile(state, receipt)}>
        {saved.saveFile}
      </button>
      <output>{said}</output>
    </div>
  );
}

function saveAsFile({ consultation, texts, language }: RateState, receipt: string): void {
  const address = `${location.origin}/c/${consultation.id}/receipt?lang=${language}`;
  const lines = [
    consultation.title,
    `${texts.saved.receiptHeading}: ${receipt}`,
    fill(texts.saved.fileNote, { address }),
    "",
  ];
  // Windows' editors show a line break only as CR LF, and guess Cyrillic wrong without the mark.
  const file = new Blob([`\uFEFF${lines.join("\r\n")}`], { type: "text/plain;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `kenes-${consultation.id}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
