-- How often a customer was written down: who has fetched how they stand must see that nobody else
-- did so meanwhile, or fetch again.
ALTER TABLE stripe_customer ADD COLUMN looks bigint NOT NULL DEFAULT 0
