-- Outgoing mail waits here until a courier has handed it over. Bodies are cleared once sent: they
-- can hold sign-in links.
CREATE TABLE mail (
    id          {uuid}  NOT NULL PRIMARY KEY,
    recipient   text    NOT NULL,
    subject     text    NOT NULL,
    text_body   text    NOT NULL,
    html_body   text    NOT NULL,
    attempts    integer NOT NULL,
    created_at  bigint  NOT NULL,
    next_at     bigint,
    sent_at     bigint,
    last_error  text,
    CHECK (sent_at IS NULL OR next_at IS NULL)
);
CREATE INDEX mail_due ON mail (next_at) WHERE next_at IS NOT NULL;
