CREATE TABLE `known_gap` (
	`area` text NOT NULL,
	`need` text NOT NULL,
	`scope` text NOT NULL,
	`said_on` text NOT NULL,
	`said_by` text NOT NULL,
	PRIMARY KEY(`area`, `need`, `scope`),
	CONSTRAINT "known_gap_need" CHECK("known_gap"."need" in ('housing', 'medical', 'counselling', 'education', 'training', 'economic', 'administrative', 'legal', 'protection', 'return', 'family', 'case-management')),
	CONSTRAINT "known_gap_scope" CHECK("known_gap"."scope" in ('general', 'trafficking-specific'))
);
--> statement-breakpoint
CREATE TABLE `organization_affiliation` (
	`organization_id` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`organization_id`, `code`),
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `organization_affiliation_code` ON `organization_affiliation` (`code`);--> statement-breakpoint
ALTER TABLE `taxonomy_term` ADD `names` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `taxonomy_term` ADD `own` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `text` ADD `checked_on` text;--> statement-breakpoint
ALTER TABLE `text` ADD `checked_by` text;--> statement-breakpoint
ALTER TABLE `translation` ADD `basis` text;--> statement-breakpoint
ALTER TABLE `translation` ADD `touched_on` text;--> statement-breakpoint
ALTER TABLE `translation` ADD `touched_by` text;