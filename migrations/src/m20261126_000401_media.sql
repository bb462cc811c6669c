-- What staff know of a picture: the name its file had, where its main thing is (in hundredths of
-- width and height), the picture that has taken its place, and whether its variants are still to
-- be made.
ALTER TABLE media ADD COLUMN name text NOT NULL DEFAULT '';
ALTER TABLE media ADD COLUMN focus_x integer NOT NULL DEFAULT 50;
ALTER TABLE media ADD COLUMN focus_y integer NOT NULL DEFAULT 50;
ALTER TABLE media ADD COLUMN replaced_by text;
ALTER TABLE media ADD COLUMN variants_due boolean NOT NULL DEFAULT FALSE;
ALTER TABLE media ADD COLUMN version bigint NOT NULL DEFAULT 1;
CREATE INDEX media_due ON media (created_at) WHERE variants_due;
CREATE INDEX media_newest ON media (created_at, hash);
CREATE INDEX media_replaced ON media (replaced_by) WHERE replaced_by IS NOT NULL;

-- The words that a story begins with when it takes the picture (docs/adr/0039).
CREATE TABLE media_words (
    hash    text NOT NULL REFERENCES media (hash) ON DELETE CASCADE,
    locale  text NOT NULL,
    alt     text NOT NULL,
    caption text NOT NULL,
    PRIMARY KEY (hash, locale)
);

-- Which revision's body shows which picture. Covers are in `article`.
CREATE TABLE media_use (
    hash           text   NOT NULL,
    translation_id {uuid} NOT NULL REFERENCES translation (id) ON DELETE CASCADE,
    version        bigint NOT NULL,
    PRIMARY KEY (hash, translation_id, version)
);
CREATE INDEX media_use_by_text ON media_use (translation_id, version);
CREATE INDEX article_by_cover ON article (cover) WHERE cover IS NOT NULL;
INSERT INTO media_use (hash, translation_id, version)
    SELECT m.hash, r.translation_id, r.version FROM revision r JOIN media m ON r.body LIKE '%/media/' || m.hash || '%'
    WHERE r.body LIKE '%/media/%'
