-- Settings that staff change on pages, each a JSON text. A save names the version it was made from.
CREATE TABLE setting (
    name       text   NOT NULL PRIMARY KEY,
    value      text   NOT NULL,
    version    bigint NOT NULL,
    changed_at bigint NOT NULL
);

-- Addresses at which there is nothing of ours, and where they lead; without a target what was there
-- is gone for good.
CREATE TABLE redirect (
    path       text    NOT NULL PRIMARY KEY CHECK (path LIKE '/%'),
    target     text    NOT NULL,
    status     integer NOT NULL CHECK (status IN (301, 302, 410)),
    created_at bigint  NOT NULL,
    CHECK ((status = 410) = (target = ''))
);

-- Former addresses of sections, tags and authors.
CREATE TABLE term_former (
    kind       text   NOT NULL,
    locale     text   NOT NULL,
    slug       text   NOT NULL,
    term_id    {uuid} NOT NULL,
    changed_at bigint NOT NULL,
    PRIMARY KEY (kind, locale, slug),
    FOREIGN KEY (term_id, kind) REFERENCES term (id, kind) ON DELETE CASCADE
);
CREATE INDEX term_former_by_term ON term_former (term_id)
