-- A further freeze follows the one that runs. When the loan is written off before it begins, it ends before its first day.
alter table loan.freeze drop constraint freeze_ends_after;
