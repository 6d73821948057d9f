-- As before, and the role that reads what seals stand on is never narrowed either.
create or replace function shared.scope() returns int8multirange
    language sql stable parallel safe
    return case when shared.narrowed() and current_user in ('dongvon_app', 'app_rw', 'app_ro', 'sync_rw', 'sealer', 'seal_ro')
                then '{}'::int8multirange
                else coalesce(nullif(current_setting('dongvon.scope', true), ''), '{}')::int8multirange end;
