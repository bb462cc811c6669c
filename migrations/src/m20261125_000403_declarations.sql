-- Declarations of consumers, made without signing in: `cancel` (BGB section 312k) and `withdraw`
-- (section 356a). What was declared is never changed; what became of it is.
--
-- `state`: `unproved` until it is known to come from a subscriber, `proved`, then `done`, `late` (the
-- time for withdrawing was over), `unmatched` (nothing to end was found), or `settled` by staff.
-- `receipt` and `proof` are hashes of what opens the receipt, and of what proves the address.
-- `member_id` is the member with that address.
-- `network` is a keyed hash of the address that asked, for limits only.
CREATE TABLE declaration (
    id          {uuid} NOT NULL PRIMARY KEY,
    kind        text   NOT NULL CHECK (kind IN ('cancel', 'withdraw')),
    received_at bigint NOT NULL,
    locale      text   NOT NULL,
    name        text   NOT NULL,
    email       text   NOT NULL,
    member_id   {uuid} REFERENCES member (id) ON DELETE SET NULL,
    contract    text   NOT NULL,
    cause       text,
    ends_on     text,
    state       text   NOT NULL
        CHECK (state IN ('unproved', 'proved', 'done', 'late', 'unmatched', 'settled')),
    receipt     text   NOT NULL UNIQUE,
    proof       text   NOT NULL UNIQUE,
    network     text   NOT NULL,
    proved_at   bigint,
    decided_at  bigint,
    outcome     text   NOT NULL
);
CREATE INDEX declaration_by_time ON declaration (received_at);
CREATE INDEX declaration_by_email ON declaration (email, received_at);
CREATE INDEX declaration_by_network ON declaration (network, received_at)
