import { useSignal } from "@preact/signals";
import { NEEDS } from "#db/vocabulary.ts";
import { Switch } from "#web/components/switch.tsx";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { listedArea } from "#web/models/place-model.ts";
import { sheetColumns } from "#web/models/sheet-columns.ts";
import { SheetPage } from "#web/print/sheet-page.tsx";
import { OwnPrint } from "#web/print/own/own-print.tsx";
import { ListState } from "./list-state.tsx";
import type { AppState } from "./state.ts";

/** The area sheet, made on the device from the list that is already here. */
export function PrintScreen({ state }: { readonly state: AppState }) {
  const { words } = useSite();
  const own = useSignal(false);
  const { search, directory, areas, screens } = state;
  const place = search.place.value;
  const area = place === null ? null : listedArea(areas.value, place.area);
  if (area === null || directory.state.value !== "ready") return <ListState state={state} />;
  if (own.value) return <OwnPrint state={state} area={area.code} onBack={() => (own.value = false)} />;
  return (
    <SheetPage
      area={area}
      needs={sheetColumns(search.entries.value, area.code, NEEDS)}
      printedOn={new Date().toISOString().slice(0, 10)}
      version={directory.version.value}
      generalOnly={search.generalOnly.value}
    >
      <button type="button" class="back" onClick={screens.back}>
        <Icon name="arrow-left" flip />
        {words.t("site.back")}
      </button>
      <Switch
        label={words.t("print.only-general")}
        on={search.generalOnly.value}
        onChange={search.showGeneralOnly}
      />
      <button type="button" class="btn" onClick={() => (own.value = true)}>
        <Icon name="stack" />
        {words.t("print.own-open")}
      </button>
    </SheetPage>
  );
}
