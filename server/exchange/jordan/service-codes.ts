/**
 * The activities and indicators of the UNHCR Jordan set by sub-service of our taxonomy. Indicators say more than
 * activities, so they are used first. An empty list is a decision: the entry is not help that a person can ask for
 * (training of officials, water mains, monitoring), and a service with nothing else is held.
 */
import { lookUp } from "../look-up.ts";

export const INDICATOR_SERVICES: Readonly<Record<string, readonly string[]>> = {
  "Access to information and registration procedures (early appointments transport to Registration Centers)":
    ["paperwork-help", "service-information"],
  "Advocacy on protection issues": [],
  "Alternative care for unaccompanied and/or separated children (UASC)": ["child-interim-care"],
  "Appointment of security guards for water supply system": [],
  "Basic counseling for groups or families": ["group-counselling", "family-counselling"],
  "Best Interest Assessment (BIA) and/or Best Interest Determination (BID) process for unaccompanied separated and other children at risk":
    ["best-interests-assessment"],
  "Camp health referral system training": [],
  "Case management for survivors of gender-based violence (GBV)": ["case-manager", "domestic-violence-help"],
  "Child-friendly spaces": ["social-recreation", "child-protection"],
  Clothing: ["clothing-hygiene"],
  "Community based CP committees": [],
  "Community centers": ["youth-centre"],
  "Community development projects in host communities (e.g. quick impact projects - QIPs community-based protection projects)":
    [],
  "Complaint Mecanisms/ Accountability and Anti-fraud procedures": ["complaint-support"],
  "Construction of additional sanitation facilities (septic tanks)": [],
  "Construction of additional sanitation facilities (toilet superstructures)": [],
  "Core NFIs (household items including mats mattresses kitchen sets & jerry cans)": ["clothing-hygiene"],
  "Detentions emergency number/visits": ["detention-help"],
  "Diaper distribution": ["clothing-hygiene"],
  "Distribution of Hygiene Kits": ["clothing-hygiene"],
  "Distribution of food parcels": ["food-support"],
  "Distribution of food parcels to vulnerable Jordanians": ["food-support"],
  "Distribution of vouchers to non-camp refugees; Distribution of food items to non-registered Syrian refugees":
    ["food-support"],
  "Distribution of water filters": [],
  "Distribution of water storage containers": [],
  "Drainage and road improvement": [],
  "Early childhood development (ECD) activities": ["childcare"],
  "Facilitation of WASH committees to undertake hygiene promotion in their communites": [],
  "Facilitation of community supports to vulnerable persons": ["community-protection"],
  "Facilitation of conditions for indigenous traditional spiritual or religious supports including communal healing practices":
    [],
  "Family tracing and reunification for unaccompanied and/or separated children (UASC)": [
    "family-tracing",
    "family-reunification",
  ],
  "Financial assistance to vulnerable families": ["cash-assistance"],
  "Food Distribution": ["food-support"],
  "Household survey": [],
  "Hygiene kits and Sanitary items": ["clothing-hygiene"],
  "Hygiene promotion activities": ["health-information"],
  Immunization: ["primary-care", "child-health"],
  "In-patient mental health care": ["psychiatric-care"],
  "Individual or group psychological debriefing": ["crisis-counselling"],
  "Infant and young child feeding support": ["child-health"],
  "Information Dissemination/Awareness-raising (Infoline Service leaflets etc).": ["service-information"],
  "Information on the current situation  relief efforts or available services": ["service-information"],
  "Interventions for alcohol/substance use problems": ["substance-treatment"],
  "Introduce a supplementary feeding programme to malnourished boys and girls under the age of five and pregnant and lactating mothers in camps and local communities":
    ["child-health", "food-support"],
  "Legal services": ["legal-advice"],
  "Livelihoods projects (income-generating activities life skills literacy classes etc.)": [
    "life-skills",
    "literacy-numeracy",
  ],
  "Maintenance of sanitation facilities (toilet superstructures and septic tanks)": [],
  "Maintenance works for water station and water supply network": [],
  "Mass Campaigns (Events TV Radio etc)": [],
  "Material assistance to vulnerable families (Non-food items)": ["family-material-aid"],
  "Medical services for survivors of gender-based violence (GBV) (including clinical management of rape - CMR)":
    ["emergency-medical", "sexual-health"],
  "Mental health care": ["community-mental-health"],
  "Messages on Child Protection (CP) issues or prevention of Gender-Based Violence (GBV) (include information education & communication - IEC materials)":
    [],
  "Messages on positive coping": [],
  "Modification of sanitation facilities for people with mobility impairment": [],
  "Monitoring and reporting of protection issues": [],
  "Multisectoral services for survivers of gender-based violence (GBV)": ["domestic-violence-help"],
  "Non-pharmacological management of mental disorder": ["psychiatric-care"],
  "Orientation training or advocacy with aid workers/agencies on including social/psychosocial child protection or GBV considerations in programming (provide details on the MHPSS & Protection Services Info sheet)":
    ["practitioner-support"],
  "Other (describe in column G of MHPSS & Protection Services Info sheet)": [],
  "Pharmacological management of mental disorder": ["psychiatric-care", "medicines"],
  "Physical therapy/rehabilitation": ["disability-health"],
  "Primary healthcare": ["primary-care"],
  "Provision of cash-for-rent assistance": ["rent-support"],
  "Psychosocial support to classes/groups of children at schools/learning places": ["child-counselling"],
  "Psychosocial support to teachers/other personnel at schools/learning places": ["practitioner-support"],
  Psychotherapy: ["individual-counselling"],
  "Recruitment of refugee community members to be water supply technitians": [],
  "Referral of protection cases to non-protection services (health education employment etc.)": [
    "service-referral",
  ],
  "Refugee committees / Volunteers": [],
  "Registration and Reception centers/facilities - provision of documentation (Asylum Seeker Certificate)": [
    "paperwork-help",
  ],
  "Regular Unconditional Cash assistance": ["cash-assistance"],
  "Regular monitoring of sanitation facilities by community WASH technitians": [],
  "Regular monitoring of water supply system by communiy water supply technitians": [],
  "Rehabilitation of household level WASH facilities": ["home-repair-build"],
  "Remedial Tutoring": ["tutoring"],
  "Replenishment of new comers' Hygiene Kits": ["clothing-hygiene"],
  "Reproductive health (e.g. antenatal postnatal & family planning)": ["sexual-health", "maternity-care"],
  "Safety audits": [],
  "School Uniforms": ["school-costs"],
  "School Visit": [],
  "School activities": ["non-formal-education"],
  "Screening for malnutrition/ Treatment of malnutrition": ["child-health"],
  "Seasonal Cash Assistance": ["cash-assistance"],
  "Secondary/Tertiary healthcare": ["specialist-care", "hospital-care"],
  "Shelter for survivors of gender-based violence (GBV)": ["emergency-shelter"],
  "Shelter for vulnerable families": ["emergency-shelter"],
  "Shelter rehabilitation": ["home-repair-build"],
  "Specific services for persons with disabilities": ["disability-health"],
  "Strengthening of parenting/family supports": ["parenting-skills"],
  "Structured recreational or creative activities (do not include activities at child or youth friendly spaces that are covered in 4.1 and 4.2)":
    ["social-recreation"],
  "Structured social activities (e.g. group activities)": ["social-recreation"],
  "Support for communal spaces/meetings to discuss problem-solve and organize community members to respond to the emergency":
    [],
  "Support for community-based protection networks": [],
  "Support for emergency relief that is initiated by the community": [],
  "Support for social support activities that are initiated by the community": [],
  "Targeted programs for children associated with armed forces and/or armed groups (CAAFAG)": [
    "child-protection",
  ],
  "Targeted programs for children engaged in child labour": ["child-protection"],
  "Teachers training. Provision of transportation and equipment & recreational activities": [],
  "Training of Government officials CBOs Civil society etc on Refugee": [],
  "Training of refugee community members to be water supply technitians": [],
  "Training on Basic Life Skills": ["life-skills"],
  "Urgent Cash Assistance": ["cash-assistance"],
  "Water voucher distribution": [],
  "Winterization items": ["clothing-hygiene"],
  "Women Safe Spaces": ["group-counselling", "domestic-violence-help"],
  "Women's centres": ["group-counselling"],
  "Youth-friendly spaces (ages 15 - 24)": ["youth-centre"],
};

/** Used only when a service names no indicator. */
export const ACTIVITY_SERVICES: Readonly<Record<string, readonly string[]>> = {
  "Financial assistance": ["cash-assistance"],
  "Distribution for Basic needs (NFI)": ["clothing-hygiene"],
  "Child Protection": ["child-protection"],
  "Women Safe Spaces": ["group-counselling", "domestic-violence-help"],
  "Health Services": ["primary-care"],
  "Food Security": ["food-support"],
  "Hygiene & hygiene products Delivery": ["clothing-hygiene"],
  "Cash For Rent": ["rent-support"],
  "Shelter Rehabilitation": ["home-repair-build"],
  "Education for children with disabilities": ["school-return"],
};

/**
 * Sub-services of one listing, in the order of the file, and the entries that no table knows. `unmapped` holds the
 * texts that are in no table; texts with an empty list are decided and not reported one by one.
 */
export function serviceCodes(
  activityName: string,
  indicators: readonly string[],
): { codes: string[]; unmapped: string[] } {
  const codes = new Set<string>();
  const unmapped: string[] = [];
  for (const indicator of indicators) {
    const mapped = lookUp(INDICATOR_SERVICES, indicator.trim());
    if (mapped) for (const code of mapped) codes.add(code);
    else unmapped.push(indicator);
  }
  if (indicators.length === 0) {
    const mapped = lookUp(ACTIVITY_SERVICES, activityName.trim());
    if (mapped) for (const code of mapped) codes.add(code);
    else unmapped.push(activityName);
  }
  return { codes: [...codes], unmapped };
}
