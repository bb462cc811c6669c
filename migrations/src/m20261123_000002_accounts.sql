-- Readers with an account. `languages` is an ordered list of BCP 47 tags joined by spaces.
CREATE TABLE member (
    id         {uuid} NOT NULL PRIMARY KEY,
    email      text   NOT NULL UNIQUE CHECK (email LIKE '%_@_%' AND email = lower(email)),
    name       text   NOT NULL,
    languages  text   NOT NULL CHECK (languages <> ''),
    created_at bigint NOT NULL
);

CREATE TABLE staff (
    member_id {uuid} NOT NULL PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
    role      text   NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'author', 'translator'))
);

-- A sign-in under way. Token, code and browser are stored as hashes; `network` is a keyed hash of
-- the address that asked, for limits only.
CREATE TABLE sign_in (
    id           {uuid}  NOT NULL PRIMARY KEY,
    email        text    NOT NULL,
    token_hash   text    NOT NULL UNIQUE,
    code_hash    text    NOT NULL,
    browser_hash text    NOT NULL,
    network      text    NOT NULL,
    locale       text    NOT NULL,
    return_to    text    NOT NULL,
    attempts     integer NOT NULL CHECK (attempts >= 0),
    created_at   bigint  NOT NULL,
    expires_at   bigint  NOT NULL,
    used_at      bigint
);
CREATE INDEX sign_in_by_email ON sign_in (email, created_at);
CREATE INDEX sign_in_by_network ON sign_in (network, created_at);
CREATE INDEX sign_in_by_browser ON sign_in (browser_hash, created_at);

CREATE TABLE session (
    id           {uuid} NOT NULL PRIMARY KEY,
    member_id    {uuid} NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    token_hash   text   NOT NULL UNIQUE,
    device       text   NOT NULL,
    created_at   bigint NOT NULL,
    last_seen_at bigint NOT NULL,
    expires_at   bigint NOT NULL
);
CREATE INDEX session_by_member ON session (member_id);

-- Who did what to whom. Rows outlive the accounts they speak of, so there are no foreign keys.
CREATE TABLE audit (
    id      {uuid} NOT NULL PRIMARY KEY,
    at      bigint NOT NULL,
    actor   text   NOT NULL,
    action  text   NOT NULL,
    subject text   NOT NULL,
    detail  text   NOT NULL
);
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_subject ON audit (subject);
