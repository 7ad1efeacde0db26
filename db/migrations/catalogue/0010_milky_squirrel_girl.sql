CREATE TABLE `gap_note` (
	`month` text NOT NULL,
	`area` text NOT NULL,
	`need` text NOT NULL,
	`service` text NOT NULL,
	`group` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`month`, `area`, `need`, `service`, `group`),
	CONSTRAINT "gap_note_need" CHECK("gap_note"."need" in ('housing', 'medical', 'counselling', 'education', 'training', 'economic', 'administrative', 'legal', 'protection', 'return', 'family', 'case-management'))
);
