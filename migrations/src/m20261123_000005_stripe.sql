-- A plan that is pushed to Stripe is a product there.
ALTER TABLE plan ADD COLUMN stripe_product text;

-- Who holds `plan` also holds `included`. One step: what an included plan includes is named too.
CREATE TABLE plan_includes (
    plan     text NOT NULL REFERENCES plan (key) ON DELETE CASCADE,
    included text NOT NULL REFERENCES plan (key) ON DELETE CASCADE,
    PRIMARY KEY (plan, included),
    CHECK (plan <> included)
);

-- What a plan costs. Amount, currency, interval and trial never change: another price is another
-- row, and those who pay the old one keep it. `amount` is in the currency's minor unit. `every` is
-- how long one payment lasts; a pass lasts `days` and isn't renewed. `tax` says whether the amount
-- has the tax in it.
CREATE TABLE price (
    id           {uuid}  NOT NULL PRIMARY KEY,
    plan         text    NOT NULL REFERENCES plan (key),
    amount       bigint  NOT NULL CHECK (amount >= 0),
    currency     text    NOT NULL CHECK (length(currency) = 3 AND currency = upper(currency)),
    every        text    NOT NULL CHECK (every IN ('month', 'year', 'pass')),
    days         integer CHECK (days > 0),
    trial_days   integer NOT NULL CHECK (trial_days >= 0),
    tax          text    NOT NULL CHECK (tax IN ('inclusive', 'exclusive')),
    offered      boolean NOT NULL,
    created_at   bigint  NOT NULL,
    stripe_price text    UNIQUE,
    CHECK ((every = 'pass') = (days IS NOT NULL)),
    CHECK (every <> 'pass' OR trial_days = 0)
);
CREATE INDEX price_by_plan ON price (plan);

-- A customer at Stripe. Without a member until somebody proves that the address is theirs.
CREATE TABLE stripe_customer (
    id         text   NOT NULL PRIMARY KEY,
    member_id  {uuid} REFERENCES member (id) ON DELETE SET NULL,
    email      text   NOT NULL,
    created_at bigint NOT NULL
);
CREATE INDEX stripe_customer_by_member ON stripe_customer (member_id);
CREATE INDEX stripe_customer_by_email ON stripe_customer (email);

-- Somebody on their way through Stripe's checkout. `buyer` is the member, or the browser of a
-- visitor; nobody is on two ways at a time, so nobody pays twice.
CREATE TABLE checkout (
    id         {uuid} NOT NULL PRIMARY KEY,
    buyer      text   NOT NULL,
    member_id  {uuid} REFERENCES member (id) ON DELETE SET NULL,
    price      {uuid} NOT NULL REFERENCES price (id),
    locale     text   NOT NULL,
    return_to  text   NOT NULL,
    session    text   UNIQUE,
    url        text,
    customer   text,
    state      text   NOT NULL CHECK (state IN ('open', 'complete', 'expired')),
    created_at bigint NOT NULL
);
CREATE UNIQUE INDEX checkout_open ON checkout (buyer) WHERE state = 'open';

-- What Stripe last said of a subscription or of a pass bought once, and so what its holder may
-- read. `facts` is JSON (crates/billing/src/facts.rs); the other columns are drawn from it.
CREATE TABLE purchase (
    id          text   NOT NULL PRIMARY KEY,
    customer    text   NOT NULL REFERENCES stripe_customer (id),
    plan        text   REFERENCES plan (key),
    price       {uuid} REFERENCES price (id),
    status      text   NOT NULL,
    renews_at   bigint,
    ends_at     bigint,
    facts       text   NOT NULL,
    changed_at  bigint NOT NULL
);
CREATE INDEX purchase_by_customer ON purchase (customer);

-- Every state a purchase has been in, as far as we heard: what “why could X read Y then?” is
-- answered from. Never changed.
CREATE TABLE purchase_history (
    purchase text   NOT NULL REFERENCES purchase (id),
    at       bigint NOT NULL,
    facts    text   NOT NULL,
    PRIMARY KEY (purchase, at)
);

-- What a purchase lets its holder read, recomputed whenever its facts change.
CREATE TABLE entitlement (
    id         {uuid} NOT NULL PRIMARY KEY,
    purchase   text   NOT NULL REFERENCES purchase (id) ON DELETE CASCADE,
    member_id  {uuid} NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    plan       text   NOT NULL REFERENCES plan (key),
    starts_at  bigint NOT NULL,
    ends_at    bigint,
    CHECK (ends_at IS NULL OR ends_at > starts_at)
);
CREATE INDEX entitlement_by_member ON entitlement (member_id);
CREATE INDEX entitlement_by_purchase ON entitlement (purchase);

-- Invoices, to show and to link to. Amounts are in the currency's minor unit.
CREATE TABLE invoice (
    id         text   NOT NULL PRIMARY KEY,
    customer   text   NOT NULL REFERENCES stripe_customer (id),
    purchase   text,
    number     text,
    status     text   NOT NULL,
    total      bigint NOT NULL,
    refunded   bigint NOT NULL,
    currency   text   NOT NULL,
    url        text,
    created_at bigint NOT NULL
);
CREATE INDEX invoice_by_customer ON invoice (customer);

-- Every event Stripe has sent, once. `task` is what it asks to be looked at; none for types we
-- don't act on, which are kept all the same.
CREATE TABLE stripe_event (
    id          text    NOT NULL PRIMARY KEY,
    type        text    NOT NULL,
    created_at  bigint  NOT NULL,
    received_at bigint  NOT NULL,
    task        text,
    applied_at  bigint
);
CREATE INDEX stripe_event_by_time ON stripe_event (received_at);
CREATE INDEX stripe_event_waiting ON stripe_event (task) WHERE applied_at IS NULL AND task IS NOT NULL;

-- What must be fetched from Stripe and written down. One row for each thing, however many events
-- ask for it: `asked` counts them, and who has done the task compares it. `due_at` null is done,
-- or given up when there is an error. `lease` names the worker's turn, so that one that was
-- thought dead can't write over its successor.
CREATE TABLE billing_task (
    key         text    NOT NULL PRIMARY KEY,
    asked       bigint  NOT NULL,
    attempts    integer NOT NULL,
    due_at      bigint,
    lease       {uuid},
    leased_till bigint,
    last_error  text
);
CREATE INDEX billing_task_due ON billing_task (due_at) WHERE due_at IS NOT NULL;

DROP VIEW holding;

-- What members hold, hold no more and will hold, whatever it comes from, included plans among it.
-- Whoever must know what a reader may read asks this and not the tables it is made of.
CREATE VIEW holding AS
    WITH held (id, member_id, plan, starts_at, ends_at) AS (
        SELECT id, member_id, plan, starts_at, ends_at FROM access_grant
        UNION ALL
        SELECT id, member_id, plan, starts_at, ends_at FROM entitlement
    )
    SELECT id, member_id, plan, CAST(NULL AS {uuid}) AS article_id, starts_at, ends_at FROM held
    UNION ALL
    SELECT held.id, held.member_id, plan_includes.included, CAST(NULL AS {uuid}), held.starts_at, held.ends_at
    FROM held JOIN plan_includes ON plan_includes.plan = held.plan
