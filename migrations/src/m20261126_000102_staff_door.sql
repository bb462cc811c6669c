-- How staff prove who they are: a password as a PHC string, and one-time codes, whose secret is
-- sealed under the server's. A code's time step counts once.
CREATE TABLE staff_proof (
    member_id  {uuid} NOT NULL PRIMARY KEY REFERENCES staff (member_id) ON DELETE CASCADE,
    password   text,
    totp       text,
    totp_step  bigint NOT NULL,
    changed_at bigint NOT NULL
);

-- Codes for a lost second factor, as keyed hashes.
CREATE TABLE recovery_code (
    member_id {uuid} NOT NULL REFERENCES staff (member_id) ON DELETE CASCADE,
    code_hash text   NOT NULL,
    used_at   bigint,
    PRIMARY KEY (member_id, code_hash)
);

-- Passkeys; `key` is the public half as the library writes it.
CREATE TABLE passkey (
    id            {uuid} NOT NULL PRIMARY KEY,
    member_id     {uuid} NOT NULL REFERENCES staff (member_id) ON DELETE CASCADE,
    credential_id text   NOT NULL UNIQUE,
    name          text   NOT NULL,
    key           text   NOT NULL,
    created_at    bigint NOT NULL,
    used_at       bigint
);
CREATE INDEX passkey_by_member ON passkey (member_id);

-- A proof under way: half a sign-in, or a passkey's challenge. No member where a passkey will name one.
CREATE TABLE staff_step (
    id         {uuid}  NOT NULL PRIMARY KEY,
    token_hash text    NOT NULL UNIQUE,
    member_id  {uuid}  REFERENCES staff (member_id) ON DELETE CASCADE,
    purpose    text    NOT NULL CHECK (purpose IN ('factor', 'passkey', 'add')),
    challenge  text,
    attempts   integer NOT NULL CHECK (attempts >= 0),
    expires_at bigint  NOT NULL
);
CREATE INDEX staff_step_by_end ON staff_step (expires_at);

-- What failed too often: a keyed hash of an address, a network or a browser; none is tried before `free_at`.
CREATE TABLE failed_proof (
    mark     text    NOT NULL PRIMARY KEY,
    failures integer NOT NULL CHECK (failures >= 0),
    last_at  bigint  NOT NULL,
    free_at  bigint  NOT NULL
);

-- Sessions of staff: when they end however they are used, by what they were opened, and when their
-- holder last proved who they are. Null for a reader's session.
ALTER TABLE session ADD COLUMN staff_until bigint;
ALTER TABLE session ADD COLUMN proof text;
ALTER TABLE session ADD COLUMN proved_at bigint
