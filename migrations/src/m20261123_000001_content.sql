-- Languages offered, in order, with the publication's name in each.
CREATE TABLE site_locale (
    locale   text    NOT NULL PRIMARY KEY,
    position integer NOT NULL,
    name     text    NOT NULL CHECK (name <> ''),
    tagline  text    NOT NULL
);

CREATE TABLE site (
    id                integer NOT NULL PRIMARY KEY CHECK (id = 1),
    default_locale    text    NOT NULL REFERENCES site_locale (locale),
    time_zone         text    NOT NULL,
    teaser_paragraphs integer NOT NULL CHECK (teaser_paragraphs BETWEEN 1 AND 50),
    contact           text,
    changed_at        bigint  NOT NULL
);

-- Sections, tags and authors: one shape, told apart by kind.
CREATE TABLE term (
    id       {uuid}  NOT NULL PRIMARY KEY,
    kind     text    NOT NULL CHECK (kind IN ('section', 'tag', 'author')),
    key      text    NOT NULL CHECK (key <> ''),
    position integer NOT NULL,
    UNIQUE (kind, key),
    UNIQUE (id, kind)
);

CREATE TABLE term_name (
    term_id     {uuid} NOT NULL,
    kind        text   NOT NULL,
    locale      text   NOT NULL,
    name        text   NOT NULL CHECK (name <> ''),
    slug        text   NOT NULL CHECK (slug <> ''),
    description text   NOT NULL,
    PRIMARY KEY (term_id, locale),
    UNIQUE (kind, locale, slug),
    FOREIGN KEY (term_id, kind) REFERENCES term (id, kind) ON DELETE CASCADE
);

-- Pictures by content hash; the bytes are in the media folder.
CREATE TABLE media (
    hash       text    NOT NULL PRIMARY KEY,
    mime       text    NOT NULL,
    width      integer NOT NULL CHECK (width > 0),
    height     integer NOT NULL CHECK (height > 0),
    bytes      bigint  NOT NULL CHECK (bytes > 0),
    credit     text    NOT NULL,
    created_at bigint  NOT NULL
);

CREATE TABLE media_text (
    hash    text NOT NULL REFERENCES media (hash) ON DELETE CASCADE,
    locale  text NOT NULL,
    alt     text NOT NULL,
    caption text NOT NULL,
    PRIMARY KEY (hash, locale)
);

CREATE TABLE article (
    id            {uuid} NOT NULL PRIMARY KEY,
    key           text   NOT NULL UNIQUE CHECK (key <> ''),
    kind          text   NOT NULL CHECK (kind IN ('story', 'page')),
    access        text   NOT NULL CHECK (access IN ('public', 'members', 'paid') OR access LIKE 'plans:_%'),
    source_locale text   NOT NULL,
    cover         text   REFERENCES media (hash),
    version       bigint NOT NULL CHECK (version > 0),
    created_at    bigint NOT NULL,
    changed_at    bigint NOT NULL
);

CREATE TABLE article_term (
    article_id {uuid}  NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    term_id    {uuid}  NOT NULL,
    kind       text    NOT NULL,
    position   integer NOT NULL,
    PRIMARY KEY (article_id, term_id),
    FOREIGN KEY (term_id, kind) REFERENCES term (id, kind)
);
CREATE UNIQUE INDEX article_has_one_section ON article_term (article_id) WHERE kind = 'section';
CREATE INDEX article_term_by_term ON article_term (term_id, article_id);

-- One story in one language. Its texts are in its revisions: `version` is the newest,
-- `live_version` the one that readers see.
CREATE TABLE translation (
    id           {uuid} NOT NULL PRIMARY KEY,
    article_id   {uuid} NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    locale       text   NOT NULL,
    slug         text   NOT NULL CHECK (slug <> ''),
    state        text   NOT NULL CHECK (state IN ('draft', 'in-review', 'scheduled', 'published', 'withdrawn')),
    version      bigint NOT NULL CHECK (version > 0),
    live_version bigint CHECK (live_version <= version),
    publish_at   bigint,
    published_at bigint,
    updated_at   bigint,
    created_at   bigint NOT NULL,
    changed_at   bigint NOT NULL,
    UNIQUE (article_id, locale),
    UNIQUE (locale, slug),
    CHECK ((state = 'scheduled') = (publish_at IS NOT NULL)),
    CHECK ((state = 'published') = (live_version IS NOT NULL))
);
CREATE INDEX translation_due ON translation (publish_at) WHERE publish_at IS NOT NULL;

-- Immutable: every save is one. `blocks` is JSON: id, kind and hash of each block of the body, and
-- the source block it was made from. `source_version` is the source's revision it was made from.
CREATE TABLE revision (
    id             {uuid} NOT NULL PRIMARY KEY,
    translation_id {uuid} NOT NULL REFERENCES translation (id) ON DELETE CASCADE,
    version        bigint NOT NULL,
    title          text   NOT NULL CHECK (title <> ''),
    standfirst     text   NOT NULL,
    body           text   NOT NULL,
    description    text   NOT NULL,
    seo_title      text,
    cover_alt      text   NOT NULL,
    cover_caption  text   NOT NULL,
    blocks         text   NOT NULL,
    source_version bigint,
    author         {uuid},
    created_at     bigint NOT NULL,
    UNIQUE (translation_id, version)
);

-- A save that was made from an outdated version: refused, but nothing of it is lost.
CREATE TABLE refused_save (
    id             {uuid} NOT NULL PRIMARY KEY,
    translation_id {uuid} NOT NULL REFERENCES translation (id) ON DELETE CASCADE,
    based_on       bigint NOT NULL,
    found          bigint NOT NULL,
    draft          text   NOT NULL,
    author         {uuid},
    created_at     bigint NOT NULL
);
CREATE INDEX refused_save_by_translation ON refused_save (translation_id);

CREATE TABLE slug_history (
    locale         text   NOT NULL,
    slug           text   NOT NULL,
    translation_id {uuid} NOT NULL REFERENCES translation (id) ON DELETE CASCADE,
    changed_at     bigint NOT NULL,
    PRIMARY KEY (locale, slug)
);
CREATE INDEX slug_history_by_translation ON slug_history (translation_id);

-- What everyone may see of a published translation, rendered once at publish. The public site
-- reads this table and `remainder`, and never a revision.
CREATE TABLE publication (
    translation_id {uuid}  NOT NULL PRIMARY KEY REFERENCES translation (id) ON DELETE CASCADE,
    article_id     {uuid}  NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    kind           text    NOT NULL,
    locale         text    NOT NULL,
    slug           text    NOT NULL,
    version        bigint  NOT NULL,
    title          text    NOT NULL,
    title_html     text    NOT NULL,
    standfirst     text    NOT NULL,
    description    text    NOT NULL,
    seo_title      text,
    cover_alt      text    NOT NULL,
    cover_caption  text    NOT NULL,
    has_remainder  boolean NOT NULL,
    words          integer NOT NULL,
    minutes        integer NOT NULL CHECK (minutes > 0),
    source_version bigint,
    published_at   bigint  NOT NULL,
    updated_at     bigint,
    -- The long ones last: SQLite reads a row from its beginning, and lists don't need them.
    teaser_html    text    NOT NULL,
    teaser_text    text    NOT NULL,
    blocks         text    NOT NULL,
    UNIQUE (locale, slug)
);
CREATE INDEX publication_by_article ON publication (article_id, locale, kind, published_at, translation_id);
CREATE INDEX publication_latest ON publication (locale, kind, published_at DESC, translation_id DESC);

-- The other half, apart: fetched only against a proof of entitlement.
CREATE TABLE remainder (
    translation_id {uuid} NOT NULL PRIMARY KEY REFERENCES publication (translation_id) ON DELETE CASCADE,
    version        bigint NOT NULL,
    html           text   NOT NULL,
    text           text   NOT NULL
);

-- The outbox. Numbers are drawn from `outbox_head` inside the writing transaction, whose row lock
-- makes them gapless and ordered by commit: a consumer that has seen n has seen all before n.
CREATE TABLE outbox_head (
    id  integer NOT NULL PRIMARY KEY CHECK (id = 1),
    seq bigint  NOT NULL
);
INSERT INTO outbox_head (id, seq) VALUES (1, 0);

CREATE TABLE outbox (
    seq            bigint NOT NULL PRIMARY KEY,
    at             bigint NOT NULL,
    change         text   NOT NULL CHECK (change IN ('translation', 'article', 'term', 'site')),
    article_id     {uuid},
    translation_id {uuid},
    locale         text,
    version        bigint
);

CREATE TABLE outbox_cursor (
    consumer    text   NOT NULL PRIMARY KEY,
    seq         bigint NOT NULL,
    lease_owner text,
    lease_until bigint
);
