/** The build of Leaflet from which unused parts can be left out; it has the same types. */
declare module "leaflet/dist/leaflet-src.esm.js" {
  export * from "leaflet";
}
