import type { OrganizationInput } from "#server/contract/catalogue-record.ts";

type ServiceInput = NonNullable<OrganizationInput["services"]>[number];
type LocationInput = NonNullable<OrganizationInput["locations"]>[number];

/** A service that may be published as it is: general legal advice in Chiang Mai by phone. */
export function serviceInput(changes: Partial<ServiceInput> = {}): ServiceInput {
  return {
    sourceId: "advice",
    name: { en: "Advice desk" },
    scope: "general",
    services: ["legal-advice"],
    areas: ["TH-50"],
    contacts: [{ channel: "phone", value: "000 0000 001" }],
    source: { name: "Test source", date: "2026-11-01" },
    verified: { on: "2026-11-01", byRole: "front desk" },
    ...changes,
  };
}

/** A place with everything that must not leak when it is not public. */
export function placeInput(changes: Partial<LocationInput> = {}): LocationInput {
  return {
    sourceId: "house",
    name: { en: "The house" },
    lines: { en: "77 Canary Street" },
    city: { en: "Canaryville" },
    postalCode: "50999",
    country: "TH",
    latitude: 18.71234,
    longitude: 98.91234,
    area: "TH-50",
    ...changes,
  };
}

/** An organisation with one service and no place. */
export function organizationInput(changes: Partial<OrganizationInput> = {}): OrganizationInput {
  return {
    sourceId: "lantern",
    name: { en: "Lantern House" },
    providerType: "ngo",
    services: [serviceInput()],
    ...changes,
  };
}
