/** The version of HSDS that `/hsds` speaks. */
export const HSDS_VERSION = "3.1";
/** Our profile's own version (semantic versioning): moves when a field or a code comes or goes. */
export const PROFILE_VERSION = "1.0.0";
