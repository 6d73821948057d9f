-- Contracts and allotments are the money of whole offices.
alter policy contract_scope on capital.contract
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy contract_narrow on capital.contract as restrictive to app_narrow
    using (false);

alter policy allotment_scope on capital.allotment
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy allotment_narrow on capital.allotment as restrictive to app_narrow
    using (false);

alter policy movement_scope on capital.movement
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy movement_narrow on capital.movement as restrictive to app_narrow
    using (false);
