/** What the platform hands a worker: addresses and tokens (variables and secrets), and the built files. */
export interface PublicWorkerEnv {
  readonly PUBLISHED_URL: string;
  /** May only read. */
  readonly PUBLISHED_TOKEN: string;
  readonly INBOX_URL: string;
  /** May only insert reports. */
  readonly INBOX_TOKEN: string;
  readonly ASSETS: StaticAssets;
}

export interface CurateWorkerEnv {
  readonly CATALOGUE_URL: string;
  readonly CATALOGUE_TOKEN: string;
  readonly PUBLISHED_URL: string;
  /** May write: publishing is the back office's. */
  readonly PUBLISHED_TOKEN: string;
  readonly INBOX_URL: string;
  readonly INBOX_TOKEN: string;
  /** Signs sessions, 32 characters at least; left out: one made once and kept in the catalogue. */
  readonly CURATE_SECRET?: string;
  /** Scheme and host under which the back office is opened; left out: as asked for. */
  readonly CURATE_URL?: string;
}

/** The static-assets binding: the built files, asked for by path. */
export interface StaticAssets {
  fetch(request: string): Promise<Response>;
}
