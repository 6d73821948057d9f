-- A scope is points, and may be narrowed further: to one association, one group, one person of a household. Each is set
-- once per transaction beside dongvon.scope; an empty setting does not narrow.
create function shared.scope_association() returns text
    language sql stable parallel safe
    return nullif(current_setting('dongvon.association', true), '');

create function shared.scope_group() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('dongvon.group', true), '')::bigint;

create function shared.scope_person() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('dongvon.person', true), '')::bigint;

-- Policies ask this first, in a sub-select that is evaluated once a statement: who is not narrowed pays for nothing else.
create function shared.narrowed() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('dongvon.association', true), '') <> ''
        or coalesce(current_setting('dongvon.group', true), '') <> ''
        or coalesce(current_setting('dongvon.person', true), '') <> '';

-- The account that acts; 0 is the server itself, and nobody when none is set.
create function shared.actor_account() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('dongvon.actor', true), '')::bigint;

-- Who sees one group or one association at a point does not see what others of the point have sent.
alter policy submission_scope on shared.submission
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed()) or actor_id = (select shared.actor_account())))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed()) or actor_id = (select shared.actor_account())));
