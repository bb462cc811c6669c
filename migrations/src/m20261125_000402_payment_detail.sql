-- What a purchase is paid with, and what is taken off its price: shown to its holder, and never asked
-- about access. `card` and `discount` are JSON (crates/billing/src/detail.rs). `stayed_at` is when its
-- holder took what was offered for staying.
CREATE TABLE payment_detail (
    purchase        text NOT NULL PRIMARY KEY REFERENCES purchase (id) ON DELETE CASCADE,
    card            text,
    card_expires_at bigint,
    discount        text,
    stayed_at       bigint
);
CREATE INDEX payment_detail_by_expiry ON payment_detail (card_expires_at) WHERE card_expires_at IS NOT NULL;
CREATE INDEX purchase_by_renewal ON purchase (renews_at) WHERE renews_at IS NOT NULL;

-- The promotion code a buyer came with.
ALTER TABLE checkout ADD COLUMN code text
