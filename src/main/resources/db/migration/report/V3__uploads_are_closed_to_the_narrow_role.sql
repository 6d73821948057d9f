-- What an officer has uploaded and not yet loaded is nobody's who is narrowed.
alter policy figure_upload_scope on report.figure_upload
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy figure_upload_narrow on report.figure_upload as restrictive to app_narrow
    using (false);
