CREATE TABLE `report` (
	`id` text PRIMARY KEY NOT NULL,
	`listing` text NOT NULL,
	`kind` text NOT NULL,
	`week` text NOT NULL,
	CONSTRAINT "report_kind" CHECK("report"."kind" in ('wrong', 'closed', 'unsafe', 'unkind', 'helpful', 'clear', 'not-clear'))
);
