-- Why a group's balance changed asks for its closed loans too.
create index loan_by_whole_group on loan.loan (group_id);
