import { prepareBrowser } from "./browser.ts";

/** Makes the browser ready, once for all test files. */
export default prepareBrowser;
