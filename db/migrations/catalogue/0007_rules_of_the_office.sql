CREATE TABLE `appeal` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`at` text NOT NULL,
	`curator` text NOT NULL,
	`by_role` text NOT NULL,
	`what` text NOT NULL,
	`due_on` text NOT NULL,
	`outcome` text,
	`decided_at` text,
	`decided_by` text,
	`answer` text,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "appeal_outcome" CHECK("appeal"."outcome" in ('upheld', 'declined'))
);
--> statement-breakpoint
CREATE INDEX `appeal_service` ON `appeal` (`service_id`);--> statement-breakpoint
CREATE TABLE `area_opening` (
	`curator_id` text NOT NULL,
	`day` text NOT NULL,
	`area` text NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	PRIMARY KEY(`curator_id`, `day`, `area`),
	FOREIGN KEY (`curator_id`) REFERENCES `curator`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "area_opening_state" CHECK("area_opening"."state" in ('opened', 'asked', 'allowed', 'refused'))
);
--> statement-breakpoint
CREATE TABLE `consent` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`state` text NOT NULL,
	`at` text NOT NULL,
	`curator` text NOT NULL,
	`by_role` text NOT NULL,
	`how` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "consent_state" CHECK("consent"."state" in ('given', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `consent_organization` ON `consent` (`organization_id`);--> statement-breakpoint
CREATE TABLE `distinct_pair` (
	`a` text NOT NULL,
	`b` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`a`, `b`)
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`at` text NOT NULL,
	`curator` text NOT NULL,
	`criterion` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`body` blob NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `evidence_service` ON `evidence` (`service_id`);--> statement-breakpoint
CREATE TABLE `former_curator` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`role` text NOT NULL,
	`removed_on` text NOT NULL,
	CONSTRAINT "former_curator_role" CHECK("former_curator"."role" in ('admin', 'publisher', 'editor', 'practitioner'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `former_curator_number_unique` ON `former_curator` (`number`);--> statement-breakpoint
CREATE TABLE `listing_redirect` (
	`code` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`from_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `listing_redirect_service` ON `listing_redirect` (`service_id`);--> statement-breakpoint
CREATE TABLE `note` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`position` integer NOT NULL,
	`about` text NOT NULL,
	`audience` text NOT NULL,
	`kept_from` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "note_audience" CHECK("note"."audience" in ('public', 'practitioner', 'internal'))
);
--> statement-breakpoint
CREATE INDEX `note_service` ON `note` (`service_id`);--> statement-breakpoint
CREATE TABLE `organization_vetting` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`at` text NOT NULL,
	`curator` text NOT NULL,
	`seen_in_person` integer NOT NULL,
	`vouched_by` text NOT NULL,
	`called_back` text NOT NULL,
	`nothing_shared` integer NOT NULL,
	`passed` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `organization_vetting_organization` ON `organization_vetting` (`organization_id`);--> statement-breakpoint
CREATE TABLE `practitioner_access` (
	`curator_id` text PRIMARY KEY NOT NULL,
	`areas` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`granted_by` text,
	`granted_at` text,
	`withdrawn_by` text,
	`withdrawn_at` text,
	FOREIGN KEY (`curator_id`) REFERENCES `curator`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `publish_request` (
	`service_id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `tombstone` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`reason` text NOT NULL,
	`do_not_list` integer NOT NULL,
	`marks` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tombstone_code_unique` ON `tombstone` (`code`);--> statement-breakpoint
ALTER TABLE `contact` ADD `kept_from` text DEFAULT '[]' NOT NULL;