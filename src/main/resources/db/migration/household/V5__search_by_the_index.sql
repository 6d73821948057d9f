-- Making a key costs some microseconds: reading everybody's takes a third of a second for 100 000 people. The planner is
-- told so, and plans each search by its own words, so that it goes through the trigram index.
alter function household.search_key(text) cost 10000;
alter function household.search_people(text, integer) set plan_cache_mode = force_custom_plan;
