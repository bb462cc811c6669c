-- What readers are told by mail. A row is written in the transaction that makes its fact true, and
-- `key` names the fact, so that it is told once. It goes to a customer's member or address, to a
-- member, or to an address. `payload` is JSON (crates/billing/src/notice/mod.rs) and is cleared once
-- told: it can hold links. `due_at` null is told.
CREATE TABLE notice (
    id         {uuid} NOT NULL PRIMARY KEY,
    key        text   NOT NULL UNIQUE,
    payload    text   NOT NULL,
    customer   text   REFERENCES stripe_customer (id),
    member_id  {uuid} REFERENCES member (id) ON DELETE CASCADE,
    email      text,
    locale     text,
    created_at bigint NOT NULL,
    due_at     bigint,
    CHECK (customer IS NOT NULL OR member_id IS NOT NULL OR email IS NOT NULL)
);
CREATE INDEX notice_due ON notice (due_at) WHERE due_at IS NOT NULL
