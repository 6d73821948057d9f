create index loan_by_contract on loan.loan (contract_id);

create view loan.v_funded with (security_invoker = true) as
    select l.id, l.point_id, l.code, l.household_id, l.group_id, l.association, l.programme_id, l.contract_id, l.allotment_id, l.amount,
           l.undrawn, l.jobs, l.stage, l.approved_on, l.disbursed_on, l.closed_on
      from loan.loan l;
comment on view loan.v_funded is 'Loans by the money they were lent from, with the jobs they made; without a word on the borrower.';
grant select on loan.v_funded to dongvon_app;

-- Money is lent only under the programmes that its contract allowed when the loan was approved.
create function loan.require_allowed_programme() returns trigger language plpgsql as $$
declare
    broken record;
begin
    select l.code, l.contract_id into broken
      from added l
     cross join lateral (select t.programmes from capital.contract_term t
                          where t.contract_id = l.contract_id and t.valid_from <= l.approved_on
                          order by t.valid_from desc limit 1) t
     where cardinality(t.programmes) > 0 and l.programme_id <> all (t.programmes)
     limit 1;
    if found then
        raise exception using errcode = '23514', constraint = 'loan_of_allowed_programme',
            message = format('the programme of loan %s is not among those of contract %s', broken.code, broken.contract_id);
    end if;
    return null;
end $$;
create trigger loan_of_allowed_programme after insert on loan.loan
    referencing new table as added for each statement execute function loan.require_allowed_programme();
