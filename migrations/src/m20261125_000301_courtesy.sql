-- How much the publisher lets people read who have no plan; one row, and none is nothing. A number
-- is for a month; 0 switches off. More stories than 30 would not fit into a visitor's cookie.
CREATE TABLE courtesy (
    id             integer NOT NULL PRIMARY KEY CHECK (id = 1),
    meter_visitors integer NOT NULL CHECK (meter_visitors BETWEEN 0 AND 30),
    meter_members  integer NOT NULL CHECK (meter_members BETWEEN 0 AND 30),
    gift_links     integer NOT NULL CHECK (gift_links BETWEEN 0 AND 1000),
    changed_at     bigint  NOT NULL
);

-- What a member has used up in a month (year * 100 + month, in the site's time zone) that isn't a
-- story: stories given back because they left at once, or by their own wish, and gift links made.
-- Its row is the lock under which the month's stories and links are counted.
CREATE TABLE courtesy_month (
    member_id  {uuid}  NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    month      integer NOT NULL,
    bounces    integer NOT NULL,
    undone     integer NOT NULL,
    gift_links integer NOT NULL,
    PRIMARY KEY (member_id, month)
);

-- Stories that members have read on the meter. `ends_at` is when the month ended, where the site
-- was then. A story that was given back keeps its row; read again, it gets another.
CREATE TABLE meter_read (
    id            {uuid}  NOT NULL PRIMARY KEY,
    member_id     {uuid}  NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    month         integer NOT NULL,
    article_id    {uuid}  NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    read_at       bigint  NOT NULL,
    ends_at       bigint  NOT NULL,
    given_back_at bigint,
    given_back    text    CHECK (given_back IN ('bounce', 'undone')),
    CHECK ((given_back_at IS NULL) = (given_back IS NULL))
);
CREATE UNIQUE INDEX meter_read_once ON meter_read (member_id, month, article_id) WHERE given_back_at IS NULL;
CREATE INDEX meter_read_by_member ON meter_read (member_id, read_at);
CREATE INDEX meter_read_by_article ON meter_read (article_id);

-- Links by which subscribers let anyone read one story. What is in the address is the id under the
-- server's key, so nobody makes one without us.
CREATE TABLE gift_link (
    id         {uuid}  NOT NULL PRIMARY KEY,
    member_id  {uuid}  NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    article_id {uuid}  NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    created_at bigint  NOT NULL,
    expires_at bigint  NOT NULL,
    revoked_at bigint,
    uses       integer NOT NULL
);
CREATE INDEX gift_link_by_member ON gift_link (member_id);
CREATE INDEX gift_link_by_article ON gift_link (article_id);

-- Libraries, schools, companies: whoever reads from one of its networks holds its plan meanwhile.
-- `ends_at` null is until somebody ends it.
CREATE TABLE institution (
    id         {uuid} NOT NULL PRIMARY KEY,
    name       text   NOT NULL CHECK (name <> ''),
    plan       text   NOT NULL REFERENCES plan (key),
    starts_at  bigint NOT NULL,
    ends_at    bigint,
    created_at bigint NOT NULL,
    CHECK (ends_at IS NULL OR ends_at >= starts_at)
);

-- `network` in CIDR notation (RFC 4632, RFC 4291).
CREATE TABLE institution_network (
    institution {uuid} NOT NULL REFERENCES institution (id) ON DELETE CASCADE,
    network     text   NOT NULL,
    PRIMARY KEY (institution, network)
)
