import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { AppState } from "#web/app/state.ts";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { deviceSourceOf } from "./device-source-of.ts";
import { MakeFile } from "./make-file.tsx";
import { type OwnChoice, toOrder } from "./order.ts";
import { OwnForm } from "./own-form.tsx";
import { ReadyBooklets } from "./ready-booklets.tsx";

interface OwnPrintProps {
  readonly state: AppState;
  readonly area: string;
  readonly onBack: () => void;
}

/** "Make your own": what is chosen is state in memory, and made on this device. */
export function OwnPrint({ state, area, onBack }: OwnPrintProps) {
  const { words } = useSite();
  const choice = useSignal<OwnChoice>({
    area,
    thing: "booklet",
    kind: "pdf",
    paper: "a4",
    main: words.lang,
    second: "",
    large: false,
    bw: false,
    generalOnly: state.search.generalOnly.value,
  });
  const read = deviceSourceOf(state);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, []);
  const ready = <ReadyBooklets read={state.readIndex} area={choice.value.area} />;
  return (
    <main id="main" class="own">
      <div class="own__top">
        <button type="button" class="back" onClick={onBack}>
          <Icon name="arrow-left" flip />
          {words.t("site.back")}
        </button>
        <h1 tabIndex={-1} ref={title}>
          {words.t("print.own-title")}
        </h1>
        <p>{words.t("print.own-lead")}</p>
        <OwnForm choice={choice} areas={state.areas.value.filter(({ listings }) => listings > 0)} />
        {ready}
      </div>
      <MakeFile read={read} order={toOrder(choice.value)} kind={choice.value.kind} />
    </main>
  );
}
