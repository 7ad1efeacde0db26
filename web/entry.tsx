// oxlint-disable-next-line import/no-unassigned-import -- the build makes the style sheet of it
import "./styles/index.css";
import { installExit } from "./exit/install-exit.ts";
import { readPageData } from "./page-data.ts";
import { installTrustedTypes } from "./trusted-types.ts";

// The back office shares parts with the app, and a build may join them here: on its page none of this begins.
if (document.getElementById("office") === null) begin();

function begin(): void {
  // First of all: the policy, before anything could set HTML, and the way out, before anything could fail.
  installTrustedTypes(window);
  installExit(window);

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-print]") !== null) window.print();
  });

  const data = readPageData(document);
  const root = document.getElementById("site");
  if (data !== null && root !== null) {
    // Without it the page stands as the server drew it, with links that lead on.
    import("./app.tsx").then(({ start }) => start(data, root)).catch(() => undefined);
  }
}
