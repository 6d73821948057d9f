-- A month that is locked or opened again is a record under the seal of the day on which that was decided. Those of days that
-- were sealed before stay outside: a sealed day never changes.
alter table ledger.month_lock add column sealed boolean not null default false;
alter table ledger.month_lock alter column sealed set default true;
comment on column ledger.month_lock.sealed is 'Whether it stands in the sealed book; those older than this rule do not.';
