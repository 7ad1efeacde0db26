/**
 * The sound pack of a deployment: recordings of listings and pages by people, one list a language. It is asked for
 * only where the settings name the language, and whole, so that nobody sees what is listened to before it plays.
 */
export interface Recordings {
  /** Path on our own origin by what it reads: `listing:K7Q2M-4`, `text:rights`. */
  readonly files: Readonly<Record<string, string>>;
}

/** Reads a list; what is not a path of our own is left out, so that no list can send anybody elsewhere. */
export function readRecordings(list: unknown): Recordings {
  const files = typeof list === "object" && list !== null && "files" in list ? list.files : null;
  if (typeof files !== "object" || files === null) return { files: {} };
  const own = Object.entries(files).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && /^\/sound\/[\w/-]+\.(?:mp3|m4a|ogg|opus|wav)$/u.test(entry[1]),
  );
  return { files: Object.fromEntries(own) };
}

const NONE: Recordings = { files: {} };
const loaded = new Map<string, Promise<Recordings>>();

/** The recordings of a language, at most one request a visit; none when the list does not come. */
export function loadRecordings(lang: string, fetch: typeof window.fetch): Promise<Recordings> {
  const known = loaded.get(lang);
  if (known !== undefined) return known;
  const coming = fetch(`/sound/${lang}.json`, { credentials: "omit", referrerPolicy: "no-referrer" })
    .then(async (response) => (response.ok ? readRecordings(await response.json()) : NONE))
    .catch(() => NONE);
  loaded.set(lang, coming);
  return coming;
}
