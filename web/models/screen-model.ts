import { action, batch, createModel, signal, type ReadonlySignal } from "@preact/signals";
import type { Screen } from "#web/components/site-context.ts";

/**
 * Which screen stands, and the way back. Browsers write even replaced addresses into their history, so nothing of
 * this touches the address (safety D.4.7): the trail is a list in memory.
 */
export const ScreenModel = createModel(() => {
  const screen = signal<Screen>("home");
  const opened = signal<string | null>(null);
  const trail = signal<readonly Screen[]>([]);

  const go = action((next: Screen) => {
    if (next === screen.peek()) return;
    batch(() => {
      trail.value = next === "home" ? [] : [...trail.peek(), screen.peek()];
      screen.value = next;
      opened.value = null;
    });
  });
  /** The screen before, or the start. An opened listing closes first. */
  const back = action(() => {
    batch(() => {
      if (opened.peek() !== null) {
        opened.value = null;
        return;
      }
      screen.value = trail.peek()[trail.peek().length - 1] ?? "home";
      trail.value = trail.peek().slice(0, -1);
    });
  });
  /** Takes the place of the screen that asked: the way back does not lead through it again. */
  const replace = action((next: Screen) => {
    batch(() => {
      screen.value = next;
      opened.value = null;
    });
  });
  const open = action((code: string) => {
    opened.value = code;
  });

  const close = action(() => {
    opened.value = null;
  });

  return {
    screen: screen as ReadonlySignal<Screen>,
    opened: opened as ReadonlySignal<string | null>,
    trail: trail as ReadonlySignal<readonly Screen[]>,
    go,
    back,
    replace,
    open,
    close,
  };
});
export type ScreenModel = InstanceType<typeof ScreenModel>;
