-- What staff teach the search: words that mean the same in a language, and stories that come first
-- for a query. `query` and `word` are in lower case, with single spaces.
CREATE TABLE search_synonym (
    locale text NOT NULL,
    word   text NOT NULL,
    means  text NOT NULL,
    PRIMARY KEY (locale, word, means)
);
CREATE TABLE search_pin (
    locale     text    NOT NULL,
    query      text    NOT NULL,
    article_id {uuid}  NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    position   integer NOT NULL,
    PRIMARY KEY (locale, query, article_id)
);
-- What is searched for, counted by day: no reader, no time, no address.
CREATE TABLE search_count (
    day      bigint  NOT NULL,
    locale   text    NOT NULL,
    query    text    NOT NULL,
    searches bigint  NOT NULL,
    found    bigint  NOT NULL,
    PRIMARY KEY (day, locale, query)
);
