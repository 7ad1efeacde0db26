CREATE TABLE `address` (
	`id` text PRIMARY KEY NOT NULL,
	`location_id` text NOT NULL,
	`address_1` text,
	`city` text,
	`postal_code` text,
	`country` text,
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `address_location` ON `address` (`location_id`);--> statement-breakpoint
CREATE TABLE `attribute` (
	`service_id` text NOT NULL,
	`term` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`service_id`, `term`),
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "attribute_term" CHECK("attribute"."term" in ('gender-served:women', 'gender-served:men', 'gender-served:girls', 'gender-served:boys', 'gender-served:all-genders', 'gender-served:trans-inclusive', 'age-range:any-age', 'age-at-trafficking:child-then', 'age-at-trafficking:adult-then', 'age-at-trafficking:any', 'child-status:with-family', 'child-status:separated-or-unaccompanied', 'child-status:orphan', 'child-status:family-complicit', 'child-status:any', 'nationality-served:any', 'nationality-served:nationals-only', 'nationality-served:foreign-nationals', 'trafficking-route:internal', 'trafficking-route:cross-border', 'trafficking-route:any', 'migration-status:regular', 'migration-status:irregular', 'migration-status:in-detention', 'migration-status:returned', 'migration-status:deported', 'migration-status:self-returned', 'migration-status:any', 'legal-status-needed:none', 'legal-status-needed:legal-stay', 'legal-status-needed:citizenship', 'documents-needed:none', 'documents-needed:identity-card', 'documents-needed:family-or-household-book', 'documents-needed:birth-certificate', 'documents-needed:victim-certificate', 'documents-needed:local-authority-signature', 'documents-needed:health-card', 'documents-needed:poor-household-certificate', 'documents-needed:school-records', 'documents-needed:asylum-registration', 'documents-needed:other', 'documents-needed:can-start-without-documents', 'residence-registration-needed:none', 'residence-registration-needed:registered-in-area', 'residence-registration-needed:any-area', 'identification-needed:none', 'identification-needed:presumed-victim', 'identification-needed:informally-identified', 'identification-needed:formally-identified', 'identification-history:identified-assisted', 'identification-history:identified-unassisted', 'identification-history:unidentified-assisted', 'identification-history:unidentified-unassisted', 'identification-history:misidentified', 'identification-history:declined-earlier', 'cooperation-needed:none', 'cooperation-needed:police-report', 'cooperation-needed:testimony', 'exploitation-forms:all', 'exploitation-forms:sexual-exploitation', 'exploitation-forms:forced-labour', 'exploitation-forms:labour-agriculture', 'exploitation-forms:labour-construction', 'exploitation-forms:labour-domestic', 'exploitation-forms:labour-factory', 'exploitation-forms:labour-fishing', 'exploitation-forms:labour-services', 'exploitation-forms:forced-marriage', 'exploitation-forms:begging', 'exploitation-forms:street-selling', 'exploitation-forms:forced-criminality', 'exploitation-forms:slavery-servitude', 'exploitation-forms:organ-removal', 'exploitation-forms:escaped-before', 'exploitation-forms:not-stated', 'time-since-trafficking:any', 'time-since-trafficking:max-months', 'time-since-trafficking:accepts-former-clients', 'stage:crisis', 'stage:transition', 'stage:inclusion', 'disability:physical', 'disability:intellectual', 'disability:mental-health-related', 'disability:learning', 'disability:adapted', 'mental-illness:accepts', 'mental-illness:adapted', 'substance-dependence:accepts', 'substance-dependence:treats', 'health-condition:accepts', 'health-condition:treats', 'trafficking-related-only:yes', 'lgbtqi:inclusive', 'lgbtqi:specific', 'pregnancy:accepts', 'pregnancy:specialised', 'with-children:accepts', 'with-children:single-parent-friendly', 'children-born-of-trafficking:accepts', 'children-born-of-trafficking:specialised', 'family-members:child', 'family-members:spouse', 'family-members:parent', 'family-members:sibling', 'family-members:none', 'family-support:no-family-support-prioritised', 'security-risk:accepts-high-risk', 'security-risk:secure-site', 'ethnic-minority:inclusive', 'ethnic-minority:minority-languages', 'religion:respects', 'religion:specific-practice', 'religion:faith-based-provider', 'literacy-needed:none', 'literacy-needed:basic', 'literacy-needed:school-grade', 'prior-skill-needed:none', 'prior-skill-needed:listed', 'income-test:none', 'income-test:poor-household', 'income-test:other', 'general-target-group:everyone', 'general-target-group:socially-vulnerable', 'general-target-group:migrant-workers', 'general-target-group:returned-migrants', 'general-target-group:refugees', 'general-target-group:children-at-risk', 'general-target-group:domestic-violence', 'general-target-group:low-income', 'general-target-group:homeless', 'general-target-group:persons-with-disabilities', 'place-of-exploitation-or-return:listed', 'interpreter:available', 'interpreter:on-request', 'interpreter:none', 'interpreter:trained-and-impartial', 'cost:free', 'cost:free-if-eligible', 'cost:reduced', 'cost:fee', 'cost:repay', 'limits:sessions', 'limits:months', 'limits:items', 'limits:only-while-in-shelter', 'limits:one-off', 'hours:24-hours', 'hours:evening', 'hours:weekend', 'hours:appointment-needed', 'travel-support:none', 'travel-support:reimbursed', 'travel-support:transport-given', 'travel-support:home-visit', 'childcare-on-site:available', 'childcare-on-site:help-to-find', 'entry-route:walk-in', 'entry-route:call-first', 'entry-route:self-referral', 'entry-route:professional-referral', 'entry-route:authority-referral', 'entry-route:assessment-first', 'entry-route:someone-can-call-for-you', 'access-later:can-return-later', 'access-later:after-saying-no', 'delivery:residential', 'delivery:day-centre', 'delivery:community', 'delivery:home-visit', 'delivery:phone', 'delivery:video', 'delivery:mobile-team', 'delivery:post', 'open-to-non-residents:yes', 'shelter-rules:stay-voluntary', 'shelter-rules:can-leave-freely', 'shelter-rules:phone-allowed', 'shelter-rules:family-contact', 'shelter-rules:visitors', 'shelter-rules:may-work', 'shelter-rules:may-study', 'shelter-rules:curfew', 'shelter-rules:max-stay', 'shelter-rules:accepts-children', 'shelter-rules:stay-tied-to-court-case', 'confidentiality:policy', 'confidentiality:tells-police', 'confidentiality:tells-child-protection', 'confidentiality:tells-immigration', 'confidentiality:tells-nobody', 'discreet-contact:no-home-visit', 'discreet-contact:neutral-caller-id', 'discreet-contact:meet-elsewhere', 'discreet-contact:phone-only', 'discreet-contact:unmarked-premises', 'staff-gender:choose-woman', 'staff-gender:choose-man', 'staff-training:professional-licensed', 'staff-training:trained', 'staff-training:informal-support', 'staff-training:trauma-informed', 'staff-training:child-trained', 'staff-training:trafficking-trained', 'child-friendly:child-protection-policy', 'child-friendly:child-friendly-procedure', 'child-friendly:child-can-come-alone', 'child-friendly:guardian-consent-needed', 'accessible-formats:step-free', 'accessible-formats:easy-read', 'accessible-formats:audio', 'accessible-formats:large-print', 'accessible-formats:picture-based', 'accessible-formats:sign-language', 'literacy-support:help-with-forms', 'accompaniment-available:yes', 'complaint-route:has-route', 'complaint-route:anonymous-possible', 'scope-detail:general-with-trafficking-desk', 'authorised:yes')),
	CONSTRAINT "attribute_answer" CHECK("attribute"."answer" in ('yes', 'no'))
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`changed` text NOT NULL,
	`reason` text,
	CONSTRAINT "audit_action" CHECK("audit"."action" in ('create', 'update', 'delete', 'publish', 'take-away', 'import'))
);
--> statement-breakpoint
CREATE TABLE `contact` (
	`id` text PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`position` integer NOT NULL,
	`channel` text NOT NULL,
	`value` text NOT NULL,
	`dial` text,
	`dial_scope` text NOT NULL,
	`country` text,
	`label` text,
	`language` text NOT NULL,
	`who_answers` text,
	`recorded` text,
	`free` text,
	`tells` text DEFAULT '{}' NOT NULL,
	`audience` text NOT NULL,
	`released` integer DEFAULT false NOT NULL,
	`hours` text,
	`source_name` text,
	`source_url` text,
	`source_date` text,
	CONSTRAINT "contact_entity" CHECK("contact"."entity" in ('organization', 'service', 'location', 'service_at_location')),
	CONSTRAINT "contact_channel" CHECK("contact"."channel" in ('phone', 'sms', 'whatsapp', 'line', 'messenger', 'zalo', 'telegram', 'viber', 'email', 'form', 'website')),
	CONSTRAINT "contact_dial_scope" CHECK("contact"."dial_scope" in ('country', 'international', 'unknown')),
	CONSTRAINT "contact_who_answers" CHECK("contact"."who_answers" in ('organization', 'state', 'police', 'immigration', 'volunteers', 'machine')),
	CONSTRAINT "contact_recorded" CHECK("contact"."recorded" in ('yes', 'no')),
	CONSTRAINT "contact_free" CHECK("contact"."free" in ('yes', 'no')),
	CONSTRAINT "contact_audience" CHECK("contact"."audience" in ('public', 'practitioner', 'internal'))
);
--> statement-breakpoint
CREATE INDEX `contact_entity_id` ON `contact` (`entity_id`);--> statement-breakpoint
CREATE TABLE `cost_option` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`position` integer NOT NULL,
	`option` text NOT NULL,
	`amount` real,
	`currency` text,
	`description` text,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "cost_option_option" CHECK("cost_option"."option" in ('free', 'free-if-eligible', 'reduced', 'fee', 'repay'))
);
--> statement-breakpoint
CREATE INDEX `cost_option_service` ON `cost_option` (`service_id`);--> statement-breakpoint
CREATE TABLE `language` (
	`service_id` text NOT NULL,
	`code` text NOT NULL,
	`mode` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`service_id`, `code`, `mode`),
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "language_mode" CHECK("language"."mode" in ('direct', 'interpreter'))
);
--> statement-breakpoint
CREATE TABLE `location` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`location_type` text NOT NULL,
	`name` text,
	`language` text NOT NULL,
	`latitude` real,
	`longitude` real,
	`area` text,
	`privacy` text,
	`privacy_set_by` text,
	`residential` integer DEFAULT false NOT NULL,
	`time_zone` text,
	`directions` text,
	`private_note` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "location_type" CHECK("location"."location_type" in ('physical', 'postal', 'virtual')),
	CONSTRAINT "location_privacy" CHECK("location"."privacy" in ('public', 'area-only', 'withheld')),
	CONSTRAINT "location_privacy_set_by" CHECK("location"."privacy_set_by" in ('rule', 'source', 'person'))
);
--> statement-breakpoint
CREATE INDEX `location_organization` ON `location` (`organization_id`);--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`description` text,
	`website` text,
	`provider_type` text,
	`private_note` text,
	`demo` text,
	CONSTRAINT "organization_provider_type" CHECK("organization"."provider_type" in ('state', 'ngo', 'io', 'faith-based', 'community-group', 'private', 'social-business', 'embassy', 'police-justice', 'immigration')),
	CONSTRAINT "organization_demo" CHECK("organization"."demo" in ('yes'))
);
--> statement-breakpoint
CREATE INDEX `organization_name` ON `organization` (`name`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`service_id` text PRIMARY KEY NOT NULL,
	`wish` text NOT NULL,
	`ticket` text NOT NULL,
	CONSTRAINT "outbox_wish" CHECK("outbox"."wish" in ('public', 'gone'))
);
--> statement-breakpoint
CREATE TABLE `required_document` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`position` integer NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `required_document_service` ON `required_document` (`service_id`);--> statement-breakpoint
CREATE TABLE `schedule` (
	`id` text PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`byday` text NOT NULL,
	`opens_at` text,
	`closes_at` text,
	`interval` integer DEFAULT 1 NOT NULL,
	`valid_from` text,
	`valid_to` text,
	CONSTRAINT "schedule_entity" CHECK("schedule"."entity" in ('organization', 'service', 'location', 'service_at_location')),
	CONSTRAINT "schedule_kind" CHECK("schedule"."kind" in ('regular', 'holiday'))
);
--> statement-breakpoint
CREATE INDEX `schedule_entity_id` ON `schedule` (`entity_id`);--> statement-breakpoint
CREATE TABLE `service` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`status` text NOT NULL,
	`scope` text,
	`curation_state` text NOT NULL,
	`minimum_age` integer,
	`maximum_age` integer,
	`max_child_age` integer,
	`boys_max_age` integer,
	`max_months_since` integer,
	`valid_to` text,
	`do_not_refer` integer DEFAULT false NOT NULL,
	`do_not_list` integer DEFAULT false NOT NULL,
	`source_name` text,
	`source_url` text,
	`source_date` text,
	`came_on` text NOT NULL,
	`private_note` text,
	`held` text DEFAULT '[]' NOT NULL,
	`demo` text,
	`starter` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "service_status" CHECK("service"."status" in ('active', 'inactive', 'defunct', 'temporarily closed')),
	CONSTRAINT "service_scope" CHECK("service"."scope" in ('general', 'trafficking-specific')),
	CONSTRAINT "service_curation_state" CHECK("service"."curation_state" in ('draft', 'in-review', 'published', 'due', 'hidden', 'archived', 'suspended')),
	CONSTRAINT "service_minimum_age" CHECK("service"."minimum_age" between 0 and 120),
	CONSTRAINT "service_maximum_age" CHECK("service"."maximum_age" between 0 and 120),
	CONSTRAINT "service_max_child_age" CHECK("service"."max_child_age" between 0 and 120),
	CONSTRAINT "service_boys_max_age" CHECK("service"."boys_max_age" between 0 and 120),
	CONSTRAINT "service_demo" CHECK("service"."demo" in ('yes')),
	CONSTRAINT "service_starter" CHECK("service"."starter" in ('yes'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_code_unique` ON `service` (`code`);--> statement-breakpoint
CREATE INDEX `service_organization` ON `service` (`organization_id`);--> statement-breakpoint
CREATE TABLE `service_area` (
	`service_id` text NOT NULL,
	`area` text NOT NULL,
	PRIMARY KEY(`service_id`, `area`),
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `service_area_area` ON `service_area` (`area`);--> statement-breakpoint
CREATE TABLE `service_at_location` (
	`service_id` text NOT NULL,
	`location_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`service_id`, `location_id`),
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sal_location` ON `service_at_location` (`location_id`);--> statement-breakpoint
CREATE TABLE `service_taxonomy_term` (
	`service_id` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`service_id`, `code`),
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`code`) REFERENCES `taxonomy_term`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_term_code` ON `service_taxonomy_term` (`code`);--> statement-breakpoint
CREATE TABLE `setting` (
	`id` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `source_record` (
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`source`, `entity`, `source_id`)
);
--> statement-breakpoint
CREATE INDEX `source_record_entity` ON `source_record` (`entity_id`);--> statement-breakpoint
CREATE TABLE `taxonomy_term` (
	`code` text PRIMARY KEY NOT NULL,
	`need` text NOT NULL,
	`also_in` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "taxonomy_term_need" CHECK("taxonomy_term"."need" in ('housing', 'medical', 'counselling', 'education', 'training', 'economic', 'administrative', 'legal', 'protection', 'return', 'family', 'case-management'))
);
--> statement-breakpoint
CREATE TABLE `translation` (
	`entity_id` text NOT NULL,
	`field` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`entity_id`, `field`, `language`),
	CONSTRAINT "translation_state" CHECK("translation"."state" in ('draft', 'ready', 'translated', 'checked', 'stale'))
);
--> statement-breakpoint
CREATE INDEX `translation_language` ON `translation` (`language`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`verified_on` text NOT NULL,
	`by_role` text NOT NULL,
	`channel` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `verification_service` ON `verification` (`service_id`);