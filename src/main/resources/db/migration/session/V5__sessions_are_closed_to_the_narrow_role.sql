-- Cash boxes, vaults, counts and teams are the bank's own; a posting is a voucher of some group, with its sums. The header
-- of a journal, with the number of its voucher, is for those who see a line of it.
alter policy session_scope on session.session
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy session_narrow on session.session as restrictive to app_narrow
    using (false);

alter policy cash_box_scope on session.cash_box
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy cash_box_narrow on session.cash_box as restrictive to app_narrow
    using (false);

alter policy posting_scope on session.posting
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy posting_narrow on session.posting as restrictive to app_narrow
    using (false);

alter policy cash_count_scope on session.cash_count
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy cash_count_narrow on session.cash_count as restrictive to app_narrow
    using (false);

alter policy cash_difference_scope on session.cash_difference
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy cash_difference_narrow on session.cash_difference as restrictive to app_narrow
    using (false);

alter policy reversal_scope on session.reversal
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy reversal_narrow on session.reversal as restrictive to app_narrow
    using (false);

alter policy vault_scope on session.vault
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy vault_narrow on session.vault as restrictive to app_narrow
    using (false);

alter policy vault_movement_scope on session.vault_movement
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy vault_movement_narrow on session.vault_movement as restrictive to app_narrow
    using (false);

alter policy journal_scope on ledger.journal
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy journal_narrow on ledger.journal as restrictive to app_narrow
    using (exists (select from loan.movement m where m.journal_id = journal.id)
           or exists (select from savings.movement m where m.journal_id = journal.id));
