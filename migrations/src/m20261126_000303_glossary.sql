-- How words are translated from one language into another.
CREATE TABLE glossary (
    source_locale text   NOT NULL,
    target_locale text   NOT NULL,
    source        text   NOT NULL,
    target        text   NOT NULL,
    changed_at    bigint NOT NULL,
    PRIMARY KEY (source_locale, target_locale, source)
);
