/** The way from a need to a list, as one file: what most visits need, and nothing else. */
export { PlacePicker } from "#web/pages/place.tsx";
export { Results } from "#web/pages/results.tsx";
export { QuestionSheet } from "#web/components/question-sheet.tsx";
