/**
 * How many messages from the public are kept in a week, by bucket. What comes above is counted and not stored
 * (curation: "Reports"). Buckets are about listings and the site, never about senders.
 */
export interface Bucket {
  readonly name: string;
  /** Messages kept a week. */
  readonly most: number;
}

interface Origin {
  /** Short code of a listing that is public now; null: a code that is not. */
  readonly listing: string | null;
  /** Whether a proof of work came along. Forms without a script and other systems have none. */
  readonly proved: boolean;
}

/**
 * The buckets of a report, narrowest first: a flood about one listing fills its own and leaves the site's. What
 * comes without a proof has smaller ones, so that filling those takes nothing from people who use the pages.
 */
export function reportBuckets({ listing, proved }: Origin): readonly Bucket[] {
  const suffix = proved ? "" : " unproved";
  return [
    listing === null
      ? { name: `unlisted${suffix}`, most: proved ? 50 : 10 }
      : { name: `${listing}${suffix}`, most: proved ? 20 : 5 },
    { name: `site${suffix}`, most: proved ? 1000 : 200 },
  ];
}

/** The bucket of suggested services. */
export function suggestionBuckets({ proved }: Pick<Origin, "proved">): readonly Bucket[] {
  return [proved ? { name: "suggestions", most: 100 } : { name: "suggestions unproved", most: 25 }];
}
