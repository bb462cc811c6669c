-- What is counted of readers, by day (days since 1970 in the site's time zone): no reader, no time,
-- no address. `readers` are those told apart on that day; `walled` are those of them who met the
-- paywall. A count outlives its story, so nothing refers to `article`.
CREATE TABLE read_day (
    day        bigint NOT NULL,
    article_id {uuid} NOT NULL,
    locale     text   NOT NULL,
    state      text   NOT NULL CHECK (state IN ('visitor', 'member', 'subscriber')),
    reads      bigint NOT NULL,
    readers    bigint NOT NULL,
    walled     bigint NOT NULL,
    PRIMARY KEY (day, article_id, locale, state)
);
CREATE INDEX read_day_by_article ON read_day (article_id, day);

-- How many readers of a day went from a story's paywall to what subscribing costs.
CREATE TABLE funnel_day (
    day        bigint NOT NULL,
    article_id {uuid} NOT NULL,
    locale     text   NOT NULL,
    opened     bigint NOT NULL,
    PRIMARY KEY (day, article_id, locale)
);

-- Hashes by which readers of one story on one day are told apart, and the salts that make them.
-- Both are of today, and gone with it.
CREATE TABLE reader_today (
    day    bigint NOT NULL,
    reader bigint NOT NULL,
    PRIMARY KEY (day, reader)
);
CREATE TABLE reader_salt (
    day  bigint NOT NULL PRIMARY KEY,
    salt text   NOT NULL
);

-- From where each paid checkout was begun: what brought a subscriber. No buyer; `checkout` itself is
-- deleted after a month.
CREATE TABLE conversion (
    checkout  {uuid} NOT NULL PRIMARY KEY,
    at        bigint NOT NULL,
    locale    text   NOT NULL,
    return_to text   NOT NULL
);
CREATE INDEX conversion_by_time ON conversion (at)
