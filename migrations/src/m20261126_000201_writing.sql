-- Who began a story: authors work on their own.
ALTER TABLE article ADD COLUMN created_by {uuid};
-- A deleted story is nowhere to be seen, and can be brought back for a time.
ALTER TABLE article ADD COLUMN deleted_at bigint;
-- The newest change of the story or of one of its texts: what the newsroom's list is ordered by.
ALTER TABLE article ADD COLUMN touched_at bigint NOT NULL DEFAULT 0;
UPDATE article SET touched_at =
    COALESCE((SELECT max(t.changed_at) FROM translation t WHERE t.article_id = article.id), changed_at);
CREATE INDEX article_by_touch ON article (touched_at, id);
CREATE INDEX article_deleted ON article (deleted_at) WHERE deleted_at IS NOT NULL;

-- What somebody is writing and hasn't saved: one for each member, story and language. `draft` is JSON,
-- as typed: it may not be fit to be saved.
CREATE TABLE working_copy (
    article_id {uuid} NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    locale     text   NOT NULL,
    member_id  {uuid} NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    based_on   bigint NOT NULL,
    draft      text   NOT NULL,
    saved_at   bigint NOT NULL,
    PRIMARY KEY (article_id, locale, member_id)
);
CREATE INDEX working_copy_by_member ON working_copy (member_id);

-- The languages that a story waits for, to be published in all of them at once.
CREATE TABLE launch (
    article_id {uuid} NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    locale     text   NOT NULL,
    ready_at   bigint,
    PRIMARY KEY (article_id, locale)
)
