-- Work on a story's translation into a language, whether there is a text yet or not: who does it,
-- until when (a date of the site), and the version of a published text that waits for somebody's
-- yes. Texts that aren't published say so in their state.
CREATE TABLE translation_work (
    article_id     {uuid} NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    locale         text   NOT NULL,
    assignee       {uuid},
    due            text,
    review_version bigint,
    PRIMARY KEY (article_id, locale)
);
CREATE INDEX translation_work_assigned ON translation_work (assignee) WHERE assignee IS NOT NULL;
