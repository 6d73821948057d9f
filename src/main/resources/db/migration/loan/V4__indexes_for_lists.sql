-- A list reads each point of the reader's scope by code, a page at a time.
create index loan_by_point_and_code on loan.loan (point_id, code text_pattern_ops);
create index loan_by_borrower on loan.loan (borrower_id);
-- Overdue loans are few: a filter finds them without reading the others.
create index part_overdue on loan.part (point_id, loan_id) where part = 'OVERDUE' and principal > 0;
-- Totals of a list add principal up from the index alone.
create index part_balance on loan.part (loan_id) include (part, principal);
