CREATE TABLE `address_request` (
	`location_id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `address_request_asked` ON `address_request` (`asked_at`);--> statement-breakpoint
CREATE TABLE `check_call` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`at` text NOT NULL,
	`curator` text NOT NULL,
	`outcome` text NOT NULL,
	`channel` text NOT NULL,
	`by_role` text,
	`by_name` text,
	`fields` text NOT NULL,
	`note` text,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "check_call_outcome" CHECK("check_call"."outcome" in ('reached', 'no-answer', 'call-back', 'wrong-number'))
);
--> statement-breakpoint
CREATE INDEX `check_call_service` ON `check_call` (`service_id`);--> statement-breakpoint
CREATE TABLE `criteria_check` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`at` text NOT NULL,
	`curator` text NOT NULL,
	`policy_version` text NOT NULL,
	`met` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `criteria_check_service` ON `criteria_check` (`service_id`);--> statement-breakpoint
CREATE TABLE `curator_account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `curator`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `curator_account_user` ON `curator_account` (`user_id`);--> statement-breakpoint
CREATE TABLE `curator_challenge` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `curator_challenge_identifier` ON `curator_challenge` (`identifier`);--> statement-breakpoint
CREATE TABLE `curator_passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`public_key` text NOT NULL,
	`user_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`counter` integer NOT NULL,
	`device_type` text NOT NULL,
	`backed_up` integer NOT NULL,
	`transports` text,
	`created_at` integer,
	`aaguid` text,
	FOREIGN KEY (`user_id`) REFERENCES `curator`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `curator_passkey_credential_id_unique` ON `curator_passkey` (`credential_id`);--> statement-breakpoint
CREATE INDEX `curator_passkey_user` ON `curator_passkey` (`user_id`);--> statement-breakpoint
CREATE TABLE `curator_session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	FOREIGN KEY (`user_id`) REFERENCES `curator`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "curator_session_no_ip" CHECK("curator_session"."ip_address" is null),
	CONSTRAINT "curator_session_no_browser" CHECK("curator_session"."user_agent" is null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `curator_session_token_unique` ON `curator_session` (`token`);--> statement-breakpoint
CREATE INDEX `curator_session_user` ON `curator_session` (`user_id`);--> statement-breakpoint
CREATE TABLE `curator_two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`user_id` text NOT NULL,
	`verified` integer DEFAULT true,
	`failed_verification_count` integer DEFAULT 0,
	`locked_until` integer,
	FOREIGN KEY (`user_id`) REFERENCES `curator`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `curator_two_factor_user` ON `curator_two_factor` (`user_id`);--> statement-breakpoint
CREATE TABLE `curator` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`two_factor_enabled` integer DEFAULT false,
	`role` text NOT NULL,
	`organization_id` text,
	`ends_on` text,
	`disabled` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "curator_role" CHECK("curator"."role" in ('admin', 'publisher', 'editor', 'practitioner'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `curator_number_unique` ON `curator` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `curator_email_unique` ON `curator` (`email`);--> statement-breakpoint
CREATE TABLE `office_secret` (
	`id` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_attempt` (
	`bucket` text PRIMARY KEY NOT NULL,
	`quarter` integer NOT NULL,
	`tries` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_link` (
	`digest` text PRIMARY KEY NOT NULL,
	`curator_id` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`curator_id`) REFERENCES `curator`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sign_in_link_curator` ON `sign_in_link` (`curator_id`);--> statement-breakpoint
ALTER TABLE `audit` ADD `detail` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `revision` integer;--> statement-breakpoint
CREATE INDEX `audit_entity_id` ON `audit` (`entity_id`,`revision`);--> statement-breakpoint
ALTER TABLE `service` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `service` ADD `state_reason` text;