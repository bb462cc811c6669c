-- When Stripe deleted a customer: nothing can be sold to it any more. When its member's account
-- was erased here: nothing personal is written down of it again. When it was last looked at.
ALTER TABLE stripe_customer ADD COLUMN deleted_at bigint;
ALTER TABLE stripe_customer ADD COLUMN erased_at bigint;
ALTER TABLE stripe_customer ADD COLUMN looked_at bigint NOT NULL DEFAULT 0;
CREATE INDEX stripe_customer_by_look ON stripe_customer (looked_at);

-- What a checkout was begun with: whoever asks Stripe for its page again must ask the same.
ALTER TABLE checkout ADD COLUMN done_url text NOT NULL DEFAULT '';
ALTER TABLE checkout ADD COLUMN cancel_url text NOT NULL DEFAULT '';
ALTER TABLE checkout ADD COLUMN trial_days integer NOT NULL DEFAULT 0;
CREATE INDEX checkout_by_buyer ON checkout (buyer, state);
CREATE INDEX checkout_by_time ON checkout (created_at);

-- `rule` is the edition of the rule and the publisher's policy (JSON) by which the entitlements
-- were computed: another one computes them anew. `changes` counts how often the facts changed.
ALTER TABLE purchase ADD COLUMN rule text NOT NULL DEFAULT '';
ALTER TABLE purchase ADD COLUMN changes bigint NOT NULL DEFAULT 1;
ALTER TABLE purchase_history ADD COLUMN rule text NOT NULL DEFAULT '';
CREATE INDEX purchase_by_rule ON purchase (rule);

-- 0 is done before 1, however many wait.
ALTER TABLE billing_task ADD COLUMN urgency integer NOT NULL DEFAULT 1;
DROP INDEX billing_task_due;
CREATE INDEX billing_task_due ON billing_task (urgency, due_at) WHERE due_at IS NOT NULL;

ALTER TABLE stripe_event ADD COLUMN api_version text;

-- Since when a member is known to read the mail of their address: their first sign-in. Staff can
-- make a member of any address; that proves nothing.
ALTER TABLE member ADD COLUMN proved_at bigint;
UPDATE member SET proved_at = created_at WHERE id IN (SELECT member_id FROM session);

-- Whose an address is, for those who must know that it is really theirs.
CREATE VIEW proved_address AS
    SELECT email, id AS member_id FROM member WHERE proved_at IS NOT NULL;
