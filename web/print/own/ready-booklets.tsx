import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ReadyBooklet } from "#server/contract/bundle.ts";
import { useSite } from "#web/components/site-context.ts";
import type { ReadIndex } from "#web/models/bundle-index.ts";
import { BookletLinks } from "./booklet-links.tsx";

interface ReadyBookletsProps {
  readonly read: ReadIndex;
  readonly area: string;
}

/** Booklets of an area that were made when the list was published, each with its day; nothing where there are none. */
export function ReadyBooklets({ read, area }: ReadyBookletsProps) {
  const { words, generalOnly } = useSite();
  const known = useSignal<readonly ReadyBooklet[]>([]);
  useEffect(() => {
    let current = true;
    read(words.lang).then(
      ({ booklets = [] }) => {
        if (current) known.value = booklets;
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [read, words.lang, known]);
  return (
    <BookletLinks
      booklets={known.value.filter(
        (booklet) => booklet.area === area && (!generalOnly || booklet.generalOnly),
      )}
      note={false}
    />
  );
}
