-- Cash boxes, counts and teams are the bank's own; a posting is a voucher of some group, with its sums.
alter policy session_scope on session.session
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

alter policy cash_box_scope on session.cash_box
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

alter policy posting_scope on session.posting
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

alter policy cash_count_scope on session.cash_count
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

alter policy cash_difference_scope on session.cash_difference
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

alter policy reversal_scope on session.reversal
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

-- The header of a journal, with the number of its voucher, is for those who see a line of it.
alter policy journal_scope on ledger.journal
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from loan.movement m where m.journal_id = journal.id)
                or exists (select from savings.movement m where m.journal_id = journal.id)))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from loan.movement m where m.journal_id = journal.id)
                or exists (select from savings.movement m where m.journal_id = journal.id)));
