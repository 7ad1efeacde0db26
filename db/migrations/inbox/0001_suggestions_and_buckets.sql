CREATE TABLE `bucket` (
	`name` text NOT NULL,
	`week` text NOT NULL,
	`taken` integer NOT NULL,
	`refused` integer NOT NULL,
	PRIMARY KEY(`name`, `week`)
);
--> statement-breakpoint
CREATE TABLE `spent_proof` (
	`week` text NOT NULL,
	`mark` integer NOT NULL,
	PRIMARY KEY(`week`, `mark`)
);
--> statement-breakpoint
CREATE TABLE `suggestion` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`area` text NOT NULL,
	`need` text NOT NULL,
	`channel` text NOT NULL,
	`contact` text NOT NULL,
	`week` text NOT NULL,
	CONSTRAINT "suggestion_need" CHECK("suggestion"."need" in ('housing', 'medical', 'counselling', 'education', 'training', 'economic', 'administrative', 'legal', 'protection', 'return', 'family', 'case-management')),
	CONSTRAINT "suggestion_channel" CHECK("suggestion"."channel" in ('phone', 'sms', 'whatsapp', 'line', 'messenger', 'zalo', 'website'))
);
