-- What every schema stands on. Runs as the owner role, which bypasses row-level security; the application's role
-- (dongvon_app) owns nothing and gets each right by name in the module's own migration.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists pg_stat_statements;

-- Vietnamese alphabetical order: a < ă < â, d < đ, e < ê, o < ô < ơ, u < ư.
create collation public.vi (provider = icu, locale = 'vi-VN');
