import { type Weekday, WEEKDAYS } from "#db/vocabulary.ts";
import type { ScheduleForm } from "#server/contract/curate/listing-form.ts";
import { CheckField, TextField } from "../components/field.tsx";
import { listLabel, t } from "../words.ts";
import { useEditor } from "./context.ts";

const NEW: ScheduleForm = {
  kind: "regular",
  byday: ["MO", "TU", "WE", "TH", "FR"],
  opensAt: "09:00",
  closesAt: "17:00",
  interval: 1,
  validFrom: null,
  validTo: null,
};

interface SchedulesProps {
  readonly value: readonly ScheduleForm[];
  readonly onChange: (next: readonly ScheduleForm[]) => void;
}

/** Opening hours: days, from, to. */
export function Schedules({ value, onChange }: SchedulesProps) {
  const set = (at: number, change: Partial<ScheduleForm>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <div class="codes">
      <p class="lb">{t("field.schedules")}</p>
      {value.map((one, at) => (
        <fieldset key={at} class="hours">
          <Days value={one.byday} onChange={(byday) => set(at, { byday })} />
          {one.opensAt === null ? (
            <p class="note">{t("field.schedules.closed")}</p>
          ) : (
            <>
              <TextField
                label={t("field.opens")}
                value={one.opensAt}
                placeholder="09:00"
                onChange={(opensAt) => set(at, { opensAt })}
              />
              <TextField
                label={t("field.closes")}
                value={one.closesAt ?? ""}
                placeholder="17:00"
                onChange={(closesAt) => set(at, { closesAt })}
              />
            </>
          )}
          <button
            type="button"
            class="linkish"
            onClick={() => onChange(value.filter((_, other) => other !== at))}
          >
            {t("field.remove")}
          </button>
        </fieldset>
      ))}
      <button type="button" class="btn" onClick={() => onChange([...value, NEW])}>
        {t("field.schedules.add")}
      </button>
    </div>
  );
}

function Days({
  value,
  onChange,
}: {
  readonly value: readonly Weekday[];
  readonly onChange: (next: Weekday[]) => void;
}) {
  return (
    <div class="days" role="group" aria-label={t("field.days")}>
      {WEEKDAYS.map((day) => (
        <CheckField
          key={day}
          label={listLabel("weekday", day)}
          checked={value.includes(day)}
          onChange={(on) => onChange(WEEKDAYS.filter((one) => (one === day ? on : value.includes(one))))}
        />
      ))}
    </div>
  );
}

/** The listing's own opening hours. */
export function SchedulesField({ field }: { readonly field: "schedules" }) {
  const model = useEditor();
  return (
    <Schedules
      value={(model.value(field) ?? []) as readonly ScheduleForm[]}
      onChange={(next) => model.set(field, next)}
    />
  );
}
