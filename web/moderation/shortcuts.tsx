import { useReader } from "../language/reader.ts";

interface Props {
  /** What each key does, beside those that go from one text to another. */
  keys: readonly (readonly [key: string, what: string])[];
}

/** The single keys, and the switch that turns them off: only where a script makes them work (WCAG 2.1.4). */
export function Shortcuts({ keys }: Props) {
  const words = useReader().text.moderation.keys;
  const all = [
    ...keys,
    ["n", words.next],
    ["p", words.previous],
    ["u", words.undo],
    ["s", words.save],
  ];
  return (
    <section class="shortcuts" aria-labelledby="keys">
      <h2 id="keys">{words.heading}</h2>
      <label class="choice">
        <input type="checkbox" id="use-keys" />
        <span>{words.on}</span>
      </label>
      <p class="hint">{words.hint}</p>
      <ul class="verdicts plain-list">
        {all.map(([key, what]) => (
          <li key={key}>
            <kbd>{key}</kbd> {what}
          </li>
        ))}
      </ul>
    </section>
  );
}
