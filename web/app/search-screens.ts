/** The list, as one file. */
export { Results } from "#web/pages/results.tsx";
