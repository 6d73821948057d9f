-- A new dated row, by a request that a second person approved. Rows are never rewritten.
grant insert on programme.parameter, programme.rate_change to dongvon_app;
