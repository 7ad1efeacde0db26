import type { ComponentChildren } from "preact";
import { Dock, LeaveLink } from "./leave-link.tsx";
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
      <LeaveLink class="skip leave" />
      <p
        class="presses"
        role="status"
        data-presses="0"
        data-after-1={words.t("site.leave-presses", { n: 2 })}
        data-after-2={words.t("site.leave-presses", { n: 1 })}
        data-leaving={words.t("site.leaving")}
      />
      <VisitLine />
      <TopBar />
      {children}
      <PageFoot />
      <Dock>{dock}</Dock>
    </>
  );
}
