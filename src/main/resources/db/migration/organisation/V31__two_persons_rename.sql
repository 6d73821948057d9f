-- Another name, by a request that a second person approved and that keeps the old one.
grant update (name) on organisation.unit to dongvon_app;
