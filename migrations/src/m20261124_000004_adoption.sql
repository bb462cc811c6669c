-- When a customer became a member's: what was bought before opened nothing for them until then.
ALTER TABLE stripe_customer ADD COLUMN adopted_at bigint
