/** Reading aloud in the browser: our lines through voices of the device, or a recording from our own origin. */
import { whenCovered } from "#web/exit/leave.ts";
import type { SpokenLine } from "#web/words/speakable.ts";
import { chooseVoice } from "./choose-voice.ts";

/** The voices that the browser has by now; they may come later, with the event `voiceschanged`. */
export function voicesOf(window: Window): readonly SpeechSynthesisVoice[] {
  return "speechSynthesis" in window ? window.speechSynthesis.getVoices() : [];
}

/** Calls back now and whenever the list of voices changes. Answers how to end it. */
export function watchVoices(window: Window, seen: (voices: readonly SpeechSynthesisVoice[]) => void) {
  const tell = () => seen(voicesOf(window));
  tell();
  if (!("speechSynthesis" in window)) return () => undefined;
  const { speechSynthesis } = window;
  // Not every old browser has it as an event target.
  speechSynthesis.addEventListener?.("voiceschanged", tell);
  return () => speechSynthesis.removeEventListener?.("voiceschanged", tell);
}

export type Stop = () => void;

/**
 * Reads the lines one after the other, each in its own language; a line for which the device has no voice is left
 * out. Stops when the page is left, hides, or `Stop` is called, and calls `done` once in any case.
 */
export function readLines(window: Window, lines: readonly SpokenLine[], done: () => void): Stop {
  const { speechSynthesis } = window;
  const voices = voicesOf(window);
  const said = lines.flatMap(({ text, lang }) => {
    const voice = chooseVoice(voices, lang);
    if (voice === null) return [];
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    return [utterance];
  });
  const stop = stopper(() => speechSynthesis.cancel(), done);
  speechSynthesis.cancel();
  for (const utterance of said) {
    utterance.addEventListener("error", stop);
    speechSynthesis.speak(utterance);
  }
  const last = said[said.length - 1];
  if (last === undefined) stop();
  else last.addEventListener("end", stop);
  return stop;
}

/**
 * Plays a recording out of memory once it is there; stops as `readLines` does. When there is none after all, `without`
 * is called after `done`. A browser that wants play and press in one moment refuses while the pack is on its way; the
 * next press finds it in memory.
 */
export function playRecording(coming: Promise<Blob | null>, done: () => void, without: () => void): Stop {
  const audio = new Audio();
  let address: string | null = null;
  let over = false;
  const stop = stopper(() => {
    over = true;
    audio.pause();
    // Lets go of what was played; the pack keeps the recording.
    audio.removeAttribute("src");
    if (address !== null) URL.revokeObjectURL(address);
  }, done);
  audio.addEventListener("ended", stop);
  audio.addEventListener("error", stop);
  coming
    .then((recording) => {
      if (over) return undefined;
      if (recording === null) {
        stop();
        without();
        return undefined;
      }
      address = URL.createObjectURL(recording);
      audio.src = address;
      return audio.play();
    })
    .catch(stop);
  return stop;
}

/** Ends once, whoever asks first: the reader, the end, or the page. */
function stopper(end: () => void, done: () => void): Stop {
  let over = false;
  const stop = () => {
    if (over) return;
    over = true;
    forget();
    end();
    done();
  };
  const forget = whenCovered(stop);
  return stop;
}
