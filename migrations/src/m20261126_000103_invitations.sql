-- Who was asked to work here: good until `expires_at`, and once. The token of the mail is kept as a hash.
CREATE TABLE invitation (
    id          {uuid} NOT NULL PRIMARY KEY,
    email       text   NOT NULL,
    role        text   NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'author', 'translator')),
    locales     text   NOT NULL,
    token_hash  text   NOT NULL UNIQUE,
    created_at  bigint NOT NULL,
    expires_at  bigint NOT NULL,
    accepted_at bigint
);
CREATE INDEX invitation_by_email ON invitation (email);
CREATE INDEX audit_by_action ON audit (action, id)
