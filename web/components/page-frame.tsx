import type { ComponentChildren } from "preact";
import { EXIT_PATH } from "./paths.ts";
import { Dock } from "./leave-link.tsx";
import { PageFoot } from "./page-foot.tsx";
import { TopBar } from "./top-bar.tsx";
import { useSite } from "./site-context.ts";
import { VisitLine } from "./visit-line.tsx";

interface PageFrameProps {
  /** One button at most beside leaving, on phones. */
  readonly dock?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What every public page stands in. The first Tab skips to the main part, the second leaves. */
export function PageFrame({ dock, children }: PageFrameProps) {
  const { words } = useSite();
  return (
    <>
      <a class="skip btn" href="#main">
        {words.t("site.skip")}
      </a>
      <a class="skip leave" href={EXIT_PATH} rel="noreferrer noopener" data-leave="">
        {words.t("site.leave")}
      </a>
      <VisitLine />
      <TopBar />
      {children}
      <PageFoot />
      <Dock>{dock}</Dock>
    </>
  );
}
