create view programme.v_programme with (security_invoker = true) as
    select p.id, p.code, p.name_vi, p.name_en
      from programme.programme p;
comment on view programme.v_programme is 'Programmes by number, code and name.';
grant select on programme.v_programme to dongvon_app;
