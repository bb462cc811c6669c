-- A file of members on its way in: checked first, then brought in a piece at a time. Its text holds
-- addresses, so it is emptied when it is done, and the row is deleted after a day.
CREATE TABLE member_import (
    id         {uuid} NOT NULL PRIMARY KEY,
    started_by {uuid} REFERENCES member (id) ON DELETE SET NULL,
    text       text   NOT NULL,
    lines      bigint NOT NULL,
    done       bigint NOT NULL,
    made       bigint NOT NULL,
    granted    bigint NOT NULL,
    wrong      text   NOT NULL,
    state      text   NOT NULL CHECK (state IN ('checked', 'running', 'done')),
    created_at bigint NOT NULL,
    touched_at bigint NOT NULL
)
