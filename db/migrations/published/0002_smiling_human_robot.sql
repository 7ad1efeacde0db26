CREATE TABLE `booklet` (
	`file` text PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`languages` text NOT NULL,
	`paper` text NOT NULL,
	`large` integer NOT NULL,
	`general_only` integer NOT NULL,
	`made_on` text NOT NULL,
	`pages` integer NOT NULL,
	`bytes` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `booklet_area` ON `booklet` (`area`);--> statement-breakpoint
CREATE TABLE `booklet_listing` (
	`file` text NOT NULL,
	`listing_id` text NOT NULL,
	PRIMARY KEY(`file`, `listing_id`),
	FOREIGN KEY (`file`) REFERENCES `booklet`(`file`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `booklet_listing_listing` ON `booklet_listing` (`listing_id`);--> statement-breakpoint
CREATE TABLE `booklet_piece` (
	`file` text NOT NULL,
	`sequence` integer NOT NULL,
	`body` blob NOT NULL,
	PRIMARY KEY(`file`, `sequence`),
	FOREIGN KEY (`file`) REFERENCES `booklet`(`file`) ON UPDATE no action ON DELETE cascade
);
