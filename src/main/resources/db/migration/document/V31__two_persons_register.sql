-- A document that people enter, by a request that a second person approved.
grant insert on document.document to dongvon_app;
grant usage on sequence document.document_id to dongvon_app;
