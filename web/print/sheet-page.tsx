import type { ComponentChildren } from "preact";
import { Icon } from "#web/icons/icon.tsx";
import { useSite } from "#web/components/site-context.ts";
import { type AreaSheetProps, AreaSheet } from "./sheet.tsx";

interface SheetPageProps extends AreaSheetProps {
  /** The way back, and what may be chosen. */
  readonly children?: ComponentChildren;
}

/** The sheet on the screen as it will be printed, with a button for those who have a script. */
export function SheetPage({ children, ...sheet }: SheetPageProps) {
  const { words } = useSite();
  return (
    <main id="main">
      <div class="paperbar">
        {children}
        <button type="button" class="btn go" data-print="">
          <Icon name="printer" />
          {words.t("print.do")}
        </button>
        <p class="note">{words.t("print.how")}</p>
      </div>
      <AreaSheet {...sheet} />
    </main>
  );
}
