import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import type { SpokenLine } from "#web/words/speakable.ts";
import { chooseVoice } from "./choose-voice.ts";
import { loadRecordings } from "./recordings.ts";
import { playRecording, readLines, type Stop, watchVoices } from "./speech.ts";

interface ListenButtonProps {
  /** What a recording would be listed under: `listing:K7Q2M-4`, `text:rights`. */
  readonly name: string;
  readonly lines: () => readonly SpokenLine[];
}

/** How this can be heard here: a recording before a voice, else not at all. */
function useWayToHear(name: string) {
  const { words, settings } = useSite();
  const recording = useSignal<string | null>(null);
  const voice = useSignal(false);
  const { lang } = words;
  const has = settings.sound?.includes(lang) === true;
  useEffect(() => {
    recording.value = null;
    if (has) {
      void loadRecordings(lang, (url, init) => window.fetch(url, init)).then(
        ({ files }) => (recording.value = files[name] ?? null),
      );
    }
    return watchVoices(window, (voices) => (voice.value = chooseVoice(voices, lang) !== null));
  }, [lang, name, has, recording, voice]);
  return { recording: recording.value, voice: voice.value };
}

/**
 * "Listen", where the device has a voice of its own for the language or the deployment a recording. Nothing plays
 * by itself; it stops when the page is closed, left or hidden.
 */
export function ListenButton({ name, lines }: ListenButtonProps) {
  const { words } = useSite();
  const { recording, voice } = useWayToHear(name);
  const playing = useSignal(false);
  const stop = useRef<Stop | null>(null);
  useEffect(() => () => stop.current?.(), [name, words]);
  if (recording === null && !voice) return null;
  const press = () => {
    if (playing.value) {
      stop.current?.();
      return;
    }
    const done = () => (playing.value = false);
    playing.value = true;
    stop.current = recording === null ? readLines(window, lines(), done) : playRecording(recording, done);
  };
  return (
    <button type="button" class="btn listen" onClick={press}>
      <Icon name={playing.value ? "x" : "speaker-high"} />
      {words.t(playing.value ? "listen.stop" : "listing.listen")}
    </button>
  );
}
