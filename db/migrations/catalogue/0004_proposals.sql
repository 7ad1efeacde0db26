CREATE TABLE `own_link` (
	`digest` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`language` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `own_link_service` ON `own_link` (`service_id`);--> statement-breakpoint
CREATE TABLE `proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`base` integer NOT NULL,
	`changes` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `proposal_service` ON `proposal` (`service_id`);