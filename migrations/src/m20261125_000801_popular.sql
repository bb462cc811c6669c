-- How often visitors found something: what is suggested to everyone must be what everyone finds.
ALTER TABLE search_count ADD COLUMN found_by_visitors bigint NOT NULL DEFAULT 0;
