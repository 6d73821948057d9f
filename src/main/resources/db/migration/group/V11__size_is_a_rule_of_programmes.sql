-- How many members a group has is GROUP_MEMBERS_MIN and GROUP_MEMBERS_MAX among the dated rules, which two persons change.
drop table "group".size_rule;
