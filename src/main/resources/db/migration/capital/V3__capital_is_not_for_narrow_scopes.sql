-- Contracts and allotments are the money of whole offices.
alter policy contract_scope on capital.contract
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

alter policy allotment_scope on capital.allotment
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

alter policy movement_scope on capital.movement
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));
