-- Every access rule a story has had, and since when: what “could X read Y then?” is judged by.
CREATE TABLE article_access (
    article_id {uuid} NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    at         bigint NOT NULL,
    access     text   NOT NULL,
    PRIMARY KEY (article_id, at)
);
INSERT INTO article_access (article_id, at, access) SELECT id, created_at, access FROM article;

-- Every inclusion of a plan in another, and its time. `plan_includes` holds those of now.
CREATE TABLE plan_includes_history (
    plan      text   NOT NULL REFERENCES plan (key) ON DELETE CASCADE,
    included  text   NOT NULL REFERENCES plan (key) ON DELETE CASCADE,
    starts_at bigint NOT NULL,
    ends_at   bigint,
    PRIMARY KEY (plan, included, starts_at)
);
INSERT INTO plan_includes_history (plan, included, starts_at, ends_at) SELECT plan, included, 0, NULL FROM plan_includes;

-- A grant that was taken back, as it was before; one that had not begun is only here.
CREATE TABLE grant_revocation (
    grant_id   {uuid} NOT NULL PRIMARY KEY,
    member_id  {uuid} NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    plan       text   NOT NULL REFERENCES plan (key),
    starts_at  bigint NOT NULL,
    ends_at    bigint,
    reason     text   NOT NULL,
    created_at bigint NOT NULL,
    revoked_at bigint NOT NULL
);
CREATE INDEX grant_revocation_by_member ON grant_revocation (member_id);

-- What a plans.toml last said of a plan: a hash of its entry, and its place. Null for a plan that
-- no file speaks of (docs/adr/0022).
ALTER TABLE plan ADD COLUMN imported text;
ALTER TABLE plan ADD COLUMN imported_place integer;

-- Payments that failed, and why.
CREATE TABLE failed_payment (
    charge   text   NOT NULL PRIMARY KEY,
    customer text   NOT NULL REFERENCES stripe_customer (id),
    invoice  text,
    amount   bigint NOT NULL,
    currency text   NOT NULL,
    at       bigint NOT NULL,
    code     text   NOT NULL,
    message  text   NOT NULL
);
CREATE INDEX failed_payment_by_time ON failed_payment (at);
CREATE INDEX failed_payment_by_customer ON failed_payment (customer);

-- What the desk's lists are ordered and narrowed by.
CREATE INDEX purchase_by_change ON purchase (changed_at);
CREATE INDEX purchase_by_status ON purchase (status, changed_at);
CREATE INDEX purchase_by_price ON purchase (price);
CREATE INDEX stripe_event_open ON stripe_event (received_at) WHERE applied_at IS NULL AND task IS NOT NULL
