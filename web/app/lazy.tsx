import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { useSite } from "#web/components/site-context.ts";

/** Parts that most people see next, and all others. */
const soon = new Set<() => Promise<unknown>>();
const later = new Set<() => Promise<unknown>>();
let rest: () => Promise<unknown> = async () => undefined;

/** Says how the words, styles and signs of the later screens are fetched. */
export function restComesBy(load: () => Promise<unknown>): void {
  rest = load;
}

/** Fetches those words, styles and signs. */
export const loadLater = (): Promise<unknown> => rest();

/**
 * A screen whose script comes as a file of its own, with the words and styles of the later screens unless it is one
 * of the "first". The "first" and the "next" are fetched before all others. Until it is there one line says so; when it
 * does not come, the plain page and the emergency numbers are one press away in the menu.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  part: "first" | "next" | "later" = "later",
): ComponentType<Props> {
  let ready: ComponentType<Props> | null = null;
  const fetched = async () => {
    if (ready !== null) return;
    const [component] = await Promise.all([load(), part === "first" ? null : rest()]);
    ready = component;
  };
  (part === "later" ? later : soon).add(fetched);
  return function Lazy(props: Props) {
    const { words } = useSite();
    const state = useSignal<"waiting" | "ready" | "failed">(ready === null ? "waiting" : "ready");
    useEffect(() => {
      fetched().then(
        () => (state.value = "ready"),
        () => (state.value = "failed"),
      );
    }, [state]);
    if (ready !== null && state.value === "ready") {
      const Ready = ready;
      return <Ready {...props} />;
    }
    const failed = state.value === "failed";
    return (
      <p class="statenote" role={failed ? "alert" : "status"}>
        {words.t(failed ? "error.other" : "site.loading")}
      </p>
    );
  };
}

const fetchParts = async (parts: ReadonlySet<() => Promise<unknown>>): Promise<void> => {
  await Promise.all([...parts].map((load) => load().catch(() => undefined)));
};

/** Fetches what most see next, after the first paint: on a slow connection all others would come in between. */
export const prefetchNext = (): Promise<void> => fetchParts(soon);

/** Fetches every other part: the same for everybody, so that what is opened shows nowhere. */
export const prefetchAll = (): Promise<void> => fetchParts(later);
