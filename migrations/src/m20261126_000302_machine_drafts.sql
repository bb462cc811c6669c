-- Texts that a machine made and nobody has signed off, by the hash of what it wrote: whoever changes
-- such a text has made it theirs. Kept by language, because a text can be drafted before its
-- translation is there.
CREATE TABLE machine_text (
    article_id {uuid} NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    locale     text   NOT NULL,
    hash       text   NOT NULL,
    made_at    bigint NOT NULL,
    PRIMARY KEY (article_id, locale, hash)
);

-- Drafts that a machine is to make; one for a translation at a time. A worker has it until
-- `lease_until`.
CREATE TABLE machine_job (
    article_id  {uuid}  NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    locale      text    NOT NULL,
    asked_at    bigint  NOT NULL,
    lease_until bigint  NOT NULL,
    done        integer NOT NULL,
    total       integer NOT NULL,
    refused     integer NOT NULL,
    problem     text,
    finished_at bigint,
    PRIMARY KEY (article_id, locale)
);
CREATE INDEX machine_job_open ON machine_job (asked_at) WHERE finished_at IS NULL;
