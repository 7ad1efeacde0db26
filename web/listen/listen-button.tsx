import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import type { SpokenLine } from "#web/words/speakable.ts";
import { chooseVoice } from "./choose-voice.ts";
import { loadPack, loadRecordings, type Recordings } from "./recordings.ts";
import { playRecording, readLines, type Stop, watchVoices } from "./speech.ts";

interface ListenButtonProps {
  /** What a recording would be listed under: `listing:K7Q2M-4`, `text:rights`. */
  readonly name: string;
  readonly lines: () => readonly SpokenLine[];
}

const fetchOwn: typeof window.fetch = (url, init) => window.fetch(url, init);

/** How this can be heard here: a recording before a voice, else not at all. */
function useWayToHear(name: string) {
  const { words, settings } = useSite();
  const list = useSignal<Recordings | null>(null);
  const voice = useSignal(false);
  const { lang } = words;
  const has = settings.sound?.includes(lang) === true;
  useEffect(() => {
    list.value = null;
    if (has) void loadRecordings(lang, fetchOwn).then((recordings) => (list.value = recordings));
    return watchVoices(window, (voices) => (voice.value = chooseVoice(voices, lang) !== null));
  }, [lang, has, list, voice]);
  return { list: list.value, file: list.value?.files[name] ?? null, voice: voice.value };
}

/**
 * "Listen", where the device has a voice of its own for the language or the deployment a recording. Nothing plays
 * by itself; it stops when the page is closed, left or hidden.
 */
export function ListenButton({ name, lines }: ListenButtonProps) {
  const { words } = useSite();
  const { list, file, voice } = useWayToHear(name);
  const playing = useSignal(false);
  const stop = useRef<Stop | null>(null);
  useEffect(() => () => stop.current?.(), [name, words]);
  if (file === null && !voice) return null;
  const press = () => {
    if (playing.value) {
      stop.current?.();
      return;
    }
    const done = () => (playing.value = false);
    const speak = () => {
      playing.value = true;
      stop.current = readLines(window, lines(), done);
    };
    // The pack comes whatever is heard: a listing without a recording must not be told by its absence.
    const pack = list === null ? null : loadPack(list, words.lang, fetchOwn);
    if (file === null || pack === null) {
      speak();
      return;
    }
    playing.value = true;
    const recording = pack.then((held) => held.get(file) ?? null);
    stop.current = playRecording(recording, done, () => voice && speak());
  };
  return (
    <button type="button" class="btn listen" onClick={press}>
      <Icon name={playing.value ? "x" : "speaker-high"} />
      {words.t(playing.value ? "listen.stop" : "listing.listen")}
    </button>
  );
}
