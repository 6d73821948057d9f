-- Sums of journals hold the money of many groups. The headers of journals are narrowed by session, which knows whose lines
-- they carry.
alter policy entry_scope on ledger.entry
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy entry_narrow on ledger.entry as restrictive to app_narrow
    using (false);

alter policy voucher_counter_scope on ledger.voucher_counter
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy voucher_counter_narrow on ledger.voucher_counter as restrictive to app_narrow
    using (false);
