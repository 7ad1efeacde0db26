CREATE TABLE `bundle_part` (
	`file` text PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`kind` text NOT NULL,
	`lang` text NOT NULL,
	`sequence` integer NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`brotli` blob NOT NULL,
	`gzip` blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX `bundle_part_area` ON `bundle_part` (`area`);--> statement-breakpoint
CREATE TABLE `document` (
	`name` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `gone_part` (
	`file` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `listing` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listing_code_unique` ON `listing` (`code`);--> statement-breakpoint
CREATE TABLE `listing_area` (
	`area` text NOT NULL,
	`listing_id` text NOT NULL,
	PRIMARY KEY(`area`, `listing_id`),
	FOREIGN KEY (`listing_id`) REFERENCES `listing`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `listing_area_listing` ON `listing_area` (`listing_id`);--> statement-breakpoint
CREATE TABLE `listing_need` (
	`need` text NOT NULL,
	`listing_id` text NOT NULL,
	PRIMARY KEY(`need`, `listing_id`),
	FOREIGN KEY (`listing_id`) REFERENCES `listing`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `listing_need_listing` ON `listing_need` (`listing_id`);