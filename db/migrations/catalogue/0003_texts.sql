CREATE TABLE `text` (
	`page` text NOT NULL,
	`country` text NOT NULL,
	`language` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`checked` integer NOT NULL,
	`date` text NOT NULL,
	`source_name` text,
	`source_url` text,
	`state` text NOT NULL,
	PRIMARY KEY(`page`, `country`, `language`),
	CONSTRAINT "text_page" CHECK("text"."page" in ('rights', 'what-happened', 'how-to-ask', 'using-this', 'papers', 'court', 'wages', 'about', 'privacy', 'no-recommendation', 'complaints', 'accessibility', 'sources', 'reuse', 'translations')),
	CONSTRAINT "text_state" CHECK("text"."state" in ('draft', 'published'))
);
