-- How often a row is in scope, as the planner should guess it. Runs as the owner, after the migrations of all modules.
--
-- A policy is written plainly, beside the table that it makes: point_id <@ (select shared.scope()). The planner takes that
-- for true in one of two hundred rows, and what narrows a scope for true in one of thousands, since it cannot look into
-- what a transaction sets; it then reads and sorts whole points where it should walk an index. A case it takes for an even
-- chance. The answer is the same. ADR 12 has the plans.
do $$
declare
    p record;
begin
    for p in
        select polname as name, polrelid::regclass as tab,
               pg_get_expr(polqual, polrelid) as seen, pg_get_expr(polwithcheck, polrelid) as written
          from pg_policy
         where pg_get_expr(polqual, polrelid) not in ('true', 'false') and pg_get_expr(polqual, polrelid) !~ '^\s*CASE'
    loop
        execute format('alter policy %I on %s using (case when %s then true else false end)', p.name, p.tab, p.seen)
            || case when p.written is null then ''
                    else format(' with check (case when %s then true else false end)', p.written) end;
    end loop;
end $$;
