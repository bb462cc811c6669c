-- What is sold beside subscriptions to plans: a story, a gift of a plan, seats for a group. Like a
-- price, nothing of an offer changes: other terms are another row. `months` is how long a gift
-- lasts, or what one payment for seats covers. A story's offer that names no story is that of every
-- paid story without offers of its own. Billing knows stories by their ids alone. `position` is its
-- place in the publisher's list.
CREATE TABLE offer (
    id           {uuid}  NOT NULL PRIMARY KEY,
    kind         text    NOT NULL CHECK (kind IN ('story', 'gift', 'seats')),
    plan         text    REFERENCES plan (key),
    article_id   {uuid},
    months       integer CHECK (months > 0),
    min_seats    integer CHECK (min_seats > 0),
    amount       bigint  NOT NULL CHECK (amount > 0),
    currency     text    NOT NULL CHECK (length(currency) = 3 AND currency = upper(currency)),
    tax          text    NOT NULL CHECK (tax IN ('inclusive', 'exclusive')),
    offered      boolean NOT NULL,
    position     integer NOT NULL,
    created_at   bigint  NOT NULL,
    stripe_price text    UNIQUE,
    CHECK ((kind = 'story') = (plan IS NULL)),
    CHECK ((kind = 'story') = (months IS NULL)),
    CHECK (kind = 'story' OR article_id IS NULL),
    CHECK ((kind = 'seats') = (min_seats IS NOT NULL))
);
CREATE INDEX offer_by_article ON offer (article_id);

-- Stories with offers of their own, perhaps none: what holds for all others isn't for them.
CREATE TABLE story_pricing (
    article_id {uuid} NOT NULL PRIMARY KEY
);

-- Somebody on their way to Stripe with an offer. `what` names the thing, such as `story …`; of one
-- thing a buyer has one open way, so that nobody pays twice. The addresses are kept, so that two
-- tabs ask Stripe for the same.
CREATE TABLE offer_checkout (
    id         {uuid}  NOT NULL PRIMARY KEY,
    buyer      text    NOT NULL,
    member_id  {uuid}  REFERENCES member (id) ON DELETE SET NULL,
    what       text    NOT NULL,
    offer      {uuid}  NOT NULL REFERENCES offer (id),
    quantity   integer NOT NULL CHECK (quantity > 0),
    locale     text    NOT NULL,
    return_to  text    NOT NULL,
    done_url   text    NOT NULL,
    cancel_url text    NOT NULL,
    session    text    UNIQUE,
    url        text,
    customer   text,
    state      text    NOT NULL CHECK (state IN ('open', 'complete', 'expired')),
    created_at bigint  NOT NULL
);
CREATE UNIQUE INDEX offer_checkout_open ON offer_checkout (buyer, what) WHERE state = 'open';
CREATE INDEX offer_checkout_by_what ON offer_checkout (buyer, what);

-- Stories that purchases have opened for good, or until the money went back.
CREATE TABLE story_entitlement (
    id         {uuid} NOT NULL PRIMARY KEY,
    purchase   text   NOT NULL REFERENCES purchase (id) ON DELETE CASCADE,
    member_id  {uuid} NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    article_id {uuid} NOT NULL,
    starts_at  bigint NOT NULL,
    ends_at    bigint,
    CHECK (ends_at IS NULL OR ends_at > starts_at)
);
CREATE INDEX story_entitlement_by_member ON story_entitlement (member_id);
CREATE INDEX story_entitlement_by_purchase ON story_entitlement (purchase);

-- A plan given to somebody who isn't known yet. It has a purchase once it is paid, and a code from
-- then on, of which only the hash is here. `void_at` is when the money went back. `receipt_at` and
-- `delivered_at` are when the mails to giver and recipient were queued.
CREATE TABLE gift (
    id              {uuid}  NOT NULL PRIMARY KEY,
    buyer           text    NOT NULL,
    offer           {uuid}  NOT NULL REFERENCES offer (id),
    plan            text    NOT NULL REFERENCES plan (key),
    months          integer NOT NULL CHECK (months > 0),
    giver_name      text    NOT NULL,
    recipient_name  text    NOT NULL,
    recipient_email text,
    message         text    NOT NULL,
    locale          text    NOT NULL,
    deliver_at      bigint,
    delivered_at    bigint,
    created_at      bigint  NOT NULL,
    purchase        text    UNIQUE REFERENCES purchase (id),
    receipt_at      bigint,
    code_hash       text    UNIQUE,
    paid_at         bigint,
    expires_at      bigint,
    void_at         bigint,
    redeemed_by     {uuid}  REFERENCES member (id) ON DELETE SET NULL,
    redeemed_at     bigint,
    starts_at       bigint,
    ends_at         bigint,
    CHECK (deliver_at IS NULL OR recipient_email IS NOT NULL),
    CHECK ((redeemed_at IS NULL) = (starts_at IS NULL)),
    CHECK ((starts_at IS NULL) = (ends_at IS NULL)),
    CHECK (ends_at > starts_at)
);
CREATE INDEX gift_by_redeemer ON gift (redeemed_by);
CREATE INDEX gift_to_deliver ON gift (deliver_at) WHERE delivered_at IS NULL AND deliver_at IS NOT NULL;

-- Codes that somebody typed and that were none, so that nobody tries them all.
CREATE TABLE code_attempt (
    id  {uuid} NOT NULL PRIMARY KEY,
    who text   NOT NULL,
    at  bigint NOT NULL
);
CREATE INDEX code_attempt_by_who ON code_attempt (who, at);

-- A subscription for several people. `domain` is the part of addresses whose owners may join by
-- themselves.
CREATE TABLE seat_group (
    purchase text    NOT NULL PRIMARY KEY REFERENCES purchase (id) ON DELETE CASCADE,
    plan     text    REFERENCES plan (key),
    seats    integer NOT NULL CHECK (seats >= 0),
    domain   text
);
CREATE INDEX seat_group_by_domain ON seat_group (domain);

-- When a group's subscription lets its members read, recomputed whenever its facts change.
CREATE TABLE seat_span (
    id        {uuid} NOT NULL PRIMARY KEY,
    purchase  text   NOT NULL REFERENCES seat_group (purchase) ON DELETE CASCADE,
    starts_at bigint NOT NULL,
    ends_at   bigint NOT NULL,
    CHECK (ends_at > starts_at)
);
CREATE INDEX seat_span_by_purchase ON seat_span (purchase);

-- A seat of a group: offered to an address until somebody who proves it takes it. `counts` is
-- whether the subscription has as many seats: the newest are the first to stand. `mailed_at` and
-- `farewell_at` are when the mails that offer it and that take it back were queued.
CREATE TABLE seat (
    id          {uuid}  NOT NULL PRIMARY KEY,
    purchase    text    NOT NULL REFERENCES seat_group (purchase) ON DELETE CASCADE,
    email       text    NOT NULL,
    member_id   {uuid}  REFERENCES member (id) ON DELETE SET NULL,
    invited_at  bigint  NOT NULL,
    expires_at  bigint  NOT NULL,
    accepted_at bigint,
    removed_at  bigint,
    counts      boolean NOT NULL,
    locale      text    NOT NULL,
    mailed_at   bigint,
    farewell_at bigint
);
CREATE UNIQUE INDEX seat_of_address ON seat (purchase, email) WHERE removed_at IS NULL;
CREATE INDEX seat_by_member ON seat (member_id);

DROP VIEW holding;

-- What members hold, hold no more and will hold, whatever it comes from, included plans among it.
-- Whoever must know what a reader may read asks this and not the tables it is made of.
CREATE VIEW holding AS
    WITH held (id, member_id, plan, starts_at, ends_at) AS (
        SELECT id, member_id, plan, starts_at, ends_at FROM access_grant
        UNION ALL
        SELECT id, member_id, plan, starts_at, ends_at FROM entitlement
        UNION ALL
        SELECT id, redeemed_by, plan, starts_at, CASE WHEN void_at < ends_at THEN void_at ELSE ends_at END
        FROM gift WHERE redeemed_by IS NOT NULL
        UNION ALL
        SELECT seat.id, seat.member_id, seat_group.plan,
            CASE WHEN seat.accepted_at > seat_span.starts_at THEN seat.accepted_at ELSE seat_span.starts_at END,
            seat_span.ends_at
        FROM seat
        JOIN seat_group ON seat_group.purchase = seat.purchase
        JOIN seat_span ON seat_span.purchase = seat.purchase
        WHERE seat.member_id IS NOT NULL AND seat.accepted_at IS NOT NULL AND seat.removed_at IS NULL AND seat.counts
            AND seat_group.plan IS NOT NULL
    )
    SELECT id, member_id, plan, CAST(NULL AS {uuid}) AS article_id, starts_at, ends_at FROM held
    UNION ALL
    SELECT held.id, held.member_id, plan_includes.included, CAST(NULL AS {uuid}), held.starts_at, held.ends_at
    FROM held JOIN plan_includes ON plan_includes.plan = held.plan
    UNION ALL
    SELECT id, member_id, CAST(NULL AS text), article_id, starts_at, ends_at FROM story_entitlement
