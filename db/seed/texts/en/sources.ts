import type { SeedText } from "../seed-text.ts";

export default {
  title: "Sources and licences",
  body: `
## Places and maps
- Towns and their positions: GeoNames, geonames.org, licence CC BY 4.0. We chose from them and rounded them.
- Shapes on the map: Made with Natural Earth, naturalearthdata.com, public domain. Borders there are not our opinion.
- Names of countries and areas: Unicode CLDR, Unicode licence.

## Letters and pictures
- Letters: Atkinson Hyperlegible Next and Noto Sans, SIL Open Font License 1.1.
- Pictures: Phosphor Icons, MIT licence.

## How listings are written
The form of the listings follows HSDS, the Human Services Data Specification by Open Referral.

## Listings
Each listing names its source, if it has one. Numbers that nobody here has called say so.

## Software
Waymark, Apache licence 2.0. The map is drawn with Leaflet, BSD licence.
`,
} satisfies SeedText;
