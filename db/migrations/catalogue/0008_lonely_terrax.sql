CREATE TABLE `feed` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`name` text NOT NULL,
	`areas` text DEFAULT '[]' NOT NULL,
	`publish` integer DEFAULT false NOT NULL,
	`paused` integer DEFAULT false NOT NULL,
	`version` text,
	`profile` text,
	`since` text,
	`tried_at` text,
	`read_at` text,
	`failure` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feed_url_unique` ON `feed` (`url`);--> statement-breakpoint
CREATE TABLE `feed_listing` (
	`feed_id` text NOT NULL,
	`remote_id` text NOT NULL,
	`service_id` text NOT NULL,
	`revision` integer NOT NULL,
	`theirs` text,
	`dismissed` text,
	`withdrawn` text,
	PRIMARY KEY(`feed_id`, `remote_id`),
	FOREIGN KEY (`feed_id`) REFERENCES `feed`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `feed_listing_service` ON `feed_listing` (`service_id`);