CREATE TABLE `bundle_area` (
	`area` text PRIMARY KEY NOT NULL,
	`listings` integer NOT NULL,
	`scripts` text NOT NULL,
	`chunks` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
DROP INDEX `bundle_part_area`;--> statement-breakpoint
CREATE INDEX `bundle_part_list` ON `bundle_part` (`area`,`kind`,`lang`,`sequence`,`file`,`bytes`,`sha256`);--> statement-breakpoint
ALTER TABLE `listing_area` ADD `slot` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `listing_area_slot` ON `listing_area` (`area`,`slot`,`listing_id`);