/**
 * The sound pack of a deployment: recordings of listings and pages by people, one list a language. It is asked for
 * only where the settings name the language, and whole, so that nobody sees what is listened to.
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

type Pack = ReadonlyMap<string, Blob | null>;

/** What has come of each file; null: the server has no such file. */
const held = new Map<string, Blob | null>();
const coming = new Map<string, Promise<Pack>>();

/**
 * Every recording of a language, by path, kept in memory until the visit ends. All files of the list are fetched on the
 * first use, in the order of the alphabet, so that the requests say nothing of what is heard. A file that the network
 * lost is tried again at the next use; one that the server does not have is not.
 */
export function loadPack({ files }: Recordings, lang: string, fetch: typeof window.fetch): Promise<Pack> {
  const known = coming.get(lang);
  if (known !== undefined) return known;
  const paths = [...new Set(Object.values(files))].sort();
  const pack = Promise.all(
    paths
      .filter((path) => !held.has(path))
      .map(async (path) => {
        const answer = await fetch(path, { credentials: "omit", referrerPolicy: "no-referrer" });
        held.set(path, answer.ok ? await answer.blob() : null);
      })
      // One that fails leaves the others alone.
      .map((one) => one.catch(() => coming.delete(lang))),
  ).then(() => held);
  coming.set(lang, pack);
  return pack;
}
