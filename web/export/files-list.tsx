import { useReader } from "../language/reader.ts";
import { EXPORT_FILES } from "./readme.ts";

/** What each file of an export is for, in plain words. */
export function FilesList() {
  const words = useReader().text.exports.files;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{words.heading}</h2>
      <dl class="files-list">
        {EXPORT_FILES.map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{words.what[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
