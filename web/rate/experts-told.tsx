import { useReader } from "../language/reader.ts";

/**
 * What others will be able to see of an expert, told before the first answer: what it comes to in plain
 * sight, and all of it folded beneath.
 */
export function ExpertsTold({ exact }: { exact: boolean }) {
  const text = useReader().text.rate.answers;
  return (
    <>
      <p>{text.expertsShort}</p>
      {exact ? <p class="warned">{text.expertsExactShort}</p> : null}
      <details>
        <summary>{text.expertsSeenHeading}</summary>
        <ul>
          <li>{exact ? text.expertsExact : text.expertsProtected}</li>
          {text.expertsSeen.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
