CREATE TABLE plan (
    key      text    NOT NULL PRIMARY KEY CHECK (key <> ''),
    position integer NOT NULL
);

-- `benefits` is a JSON list of strings.
CREATE TABLE plan_text (
    plan        text NOT NULL REFERENCES plan (key) ON DELETE CASCADE,
    locale      text NOT NULL,
    name        text NOT NULL CHECK (name <> ''),
    description text NOT NULL,
    benefits    text NOT NULL,
    PRIMARY KEY (plan, locale)
);

-- A plan given to a member by staff or by the command line; `ends_at` null is for good.
CREATE TABLE access_grant (
    id         {uuid} NOT NULL PRIMARY KEY,
    member_id  {uuid} NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    plan       text   NOT NULL REFERENCES plan (key),
    starts_at  bigint NOT NULL,
    ends_at    bigint,
    reason     text   NOT NULL,
    created_at bigint NOT NULL,
    CHECK (ends_at IS NULL OR ends_at > starts_at)
);
CREATE INDEX access_grant_by_member ON access_grant (member_id);

-- What members hold, hold no more and will hold, whatever it comes from. Whoever must know what a
-- reader may read asks this and not the tables it is made of.
CREATE VIEW holding AS
    SELECT id, member_id, plan, starts_at, ends_at FROM access_grant;
