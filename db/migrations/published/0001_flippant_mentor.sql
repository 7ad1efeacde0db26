CREATE TABLE `search_cell` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`parts` integer NOT NULL,
	`stamp` text NOT NULL,
	`listings` integer NOT NULL,
	`areas` text NOT NULL,
	`body` blob NOT NULL,
	`names` blob NOT NULL,
	`grams` blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX `search_cell_key` ON `search_cell` (`key`);