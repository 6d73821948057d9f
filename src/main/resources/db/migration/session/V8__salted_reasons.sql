-- Free texts stand in the sealed book as a hash with random bits of their own, so that nobody guesses them from it and the
-- book can be recomputed without any key. Rows without them were blinded with the secret of the data folder.
alter table session.reversal add column salt uuid;
alter table session.reversal alter column salt set default gen_random_uuid();
comment on column session.reversal.salt is 'Blinds the reason in the sealed book: docs/domain/seals.md. Missing in rows older than it.';
alter table session.cash_difference add column salt uuid;
alter table session.cash_difference alter column salt set default gen_random_uuid();
comment on column session.cash_difference.salt is 'Blinds the reason in the sealed book: docs/domain/seals.md. Missing in rows older than it.';
