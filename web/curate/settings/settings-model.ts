import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SettingsView } from "#server/contract/curate/settings.ts";
import type { Settings, SetupStep } from "#server/contract/settings.ts";
import { get, post } from "../api.ts";
import { reasonOf } from "../load.ts";
import { readFacts } from "../session.ts";

/** The settings as they stand, what is typed over them, and keeping it. */
export interface SettingsModel {
  readonly view: Signal<SettingsView | null>;
  readonly failed: Signal<string | null>;
  readonly saved: Signal<boolean>;
  /** A setting as it is typed, else as it stands. */
  value<K extends keyof Settings>(name: K): Settings[K];
  set<K extends keyof Settings>(name: K, value: Settings[K]): void;
  /** Whether anything is typed and not kept. */
  readonly typed: Signal<Partial<Settings>>;
  /** Keeps some of what is typed; false when it was refused, and why stands in `failed`. */
  keep(names: readonly (keyof Settings)[], step?: SetupStep): Promise<boolean>;
  load(): Promise<void>;
}

/** Loads the settings once, and keeps what is typed. */
export function useSettings(): SettingsModel {
  const view = useSignal<SettingsView | null>(null);
  const failed = useSignal<string | null>(null);
  const saved = useSignal(false);
  const typed = useSignal<Partial<Settings>>({});
  const load = async () => {
    try {
      view.value = await get<SettingsView>("/api/settings");
    } catch (error) {
      failed.value = reasonOf(error);
    }
  };
  useEffect(() => void load(), []);
  const value = <K extends keyof Settings>(name: K): Settings[K] => {
    const stands = view.value?.settings;
    if (stands === undefined) throw new Error("The settings are not there yet");
    return (name in typed.value ? typed.value[name] : stands[name]) as Settings[K];
  };
  const keep = async (names: readonly (keyof Settings)[], step?: SetupStep): Promise<boolean> => {
    const stands = view.value?.settings;
    if (stands === undefined) return false;
    const changed = names.filter((name) => name in typed.value);
    const body = {
      before: Object.fromEntries(changed.map((name) => [name, stands[name]])),
      after: Object.fromEntries(changed.map((name) => [name, typed.value[name]])),
    };
    failed.value = null;
    saved.value = false;
    try {
      if (step === undefined) await post("/api/settings", body);
      else await post("/api/settings/start", { ...body, step });
      typed.value = Object.fromEntries(
        Object.entries(typed.value).filter(([name]) => !changed.includes(name as keyof Settings)),
      );
      await Promise.all([load(), readFacts()]);
      saved.value = true;
      return true;
    } catch (error) {
      failed.value = reasonOf(error);
      return false;
    }
  };
  return {
    view,
    failed,
    saved,
    typed,
    value,
    set: (name, next) => {
      typed.value = { ...typed.value, [name]: next };
      saved.value = false;
    },
    keep,
    load,
  };
}
