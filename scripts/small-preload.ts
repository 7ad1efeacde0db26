import type { Plugin } from "vite";

/** Styles that come with a part of the script: added once, and waited for. Nothing else is fetched ahead. */
const HELPER = `
const asked = {};
const addStyle = (href) => asked[href] ??= new Promise((done) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = "/" + href;
  link.onload = link.onerror = done;
  document.head.append(link);
});
export const __vitePreload = (load, files) =>
  files && files.length > 0
    ? Promise.all(files.filter((file) => file.endsWith(".css")).map(addStyle)).then(load)
    : load();
`;

/**
 * In place of Vite's own helper, which is a tenth of the app's script: our parts are all fetched after the first
 * paint, so that nothing is to be preloaded but styles.
 */
export function smallPreload(): Plugin {
  return {
    name: "small-preload",
    apply: "build",
    enforce: "pre",
    load: (id) => (id === "\0vite/preload-helper.js" ? HELPER : null),
  };
}
