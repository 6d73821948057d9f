-- Sums of journals hold the money of many groups. The headers of journals are narrowed by session, which knows whose lines
-- they carry.
alter policy entry_scope on ledger.entry
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

alter policy voucher_counter_scope on ledger.voucher_counter
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));
