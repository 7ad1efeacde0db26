/** Two lists of the facets that the search on the device reads; see `facets.ts`. */

/** Papers that a service may ask for. A list of its own: the browser needs it, and not the other facets. */
export const DOCUMENTS_NEEDED = [
  "none",
  "identity-card",
  "family-or-household-book",
  "birth-certificate",
  "victim-certificate",
  "local-authority-signature",
  "health-card",
  "poor-household-certificate",
  "school-records",
  "asylum-registration",
  "other",
  "can-start-without-documents",
] as const;

/** Where and how a service is given. A list of its own, as above. */
export const DELIVERIES = [
  "residential",
  "day-centre",
  "community",
  "home-visit",
  "phone",
  "video",
  "mobile-team",
  "post",
] as const;
