/** The build writes it, so that it is not there yet when types are checked in a fresh clone. */
declare module "*/manifest.json" {
  const manifest: import("#server/contract/manifest.ts").Manifest;
  export default manifest;
}
