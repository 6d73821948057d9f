create view capital.v_contract with (security_invoker = true) as
    select c.id, c.code, c.source, s.local, c.owner, c.decision, c.signed_on, c.amount
      from capital.contract c
      join capital.source s on s.code = c.source;
comment on view capital.v_contract is 'Contracts with whether a local budget entrusted them.';

create view capital.v_movement with (security_invoker = true) as
    select j.office_id, j.business_date, m.journal_id, m.allotment_id, a.contract_id, a.point_id, m.kind, m.amount
      from capital.movement m
      join capital.allotment a on a.id = m.allotment_id
      join ledger.journal j on j.id = m.journal_id;
comment on view capital.v_movement is 'What was granted and lent, by contract and business date.';

grant select on capital.v_contract, capital.v_movement to dongvon_app;
