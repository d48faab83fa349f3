/*
 * Put into every page by `npm run dev`, and by nothing else: loads the page again when there is a new
 * build, and shows on it why there is none. Without markup or styles, which the pages' policy refuses.
 */
const { currentScript } = document;
const build = new URL(currentScript.src).searchParams.get("build");
const box = document.createElement("pre");
box.setAttribute("role", "alert");
Object.assign(box.style, {
  position: "fixed",
  inset: "auto 0 0",
  zIndex: "9",
  maxHeight: "60vh",
  margin: "0",
  padding: "16px",
  overflow: "auto",
  whiteSpace: "pre-wrap",
  font: "14px/1.4 ui-monospace, monospace",
  color: "#fff",
  background: "#7d1410",
});

new EventSource("/__dev/events").addEventListener("state", ({ data }) => {
  const state = JSON.parse(data);
  if (state.fault === null && state.build !== build) {
    location.reload();
  } else if (state.fault === null) {
    box.remove();
  } else {
    box.textContent = state.fault;
    document.body.append(box);
  }
});
