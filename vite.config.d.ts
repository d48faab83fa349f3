/**
 * One build for both hostings. `client`: the files of the pages, with a manifest. `ssr`: one
 * self-contained module for each Lambda function and each local command.
 */
declare const _default: import("vite").UserConfig;
export default _default;
