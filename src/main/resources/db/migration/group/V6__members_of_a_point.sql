-- The page of a session counts the members of its point's groups.
create index member_by_point on "group".member (point_id, group_id) where left_on is null;
