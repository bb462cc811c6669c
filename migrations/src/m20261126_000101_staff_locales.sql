-- The languages in which an author or translator works: BCP 47 tags joined by spaces; empty for all.
ALTER TABLE staff ADD COLUMN locales text NOT NULL DEFAULT '';

-- From where something was done: a keyed hash of the network, and the name of the device.
ALTER TABLE audit ADD COLUMN network text NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN device text NOT NULL DEFAULT '';
CREATE INDEX audit_by_actor ON audit (actor, id)
