package org.dongvon.document;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the register to the documents that this build ships. Safe to run again; a document that people entered is
 * left as it is, and none is deleted.
 */
public final class LoadDocuments {

    private static final String UPSERT = """
            insert into document.document (id, code, number, issued_on, issuer, place, kind, title_vi, title_en,
                                           valid_from, valid_to, mark, source, shipped)
            select no, code, number, cast(nullif(date, '') as date), issuer, place, kind, title_vi, title_en,
                   cast(nullif(valid_from, '') as date), cast(nullif(valid_to, '') as date), upper(mark), source, true
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (no bigint, code text, number text, date text, issuer text, place text, kind text,
                               title_vi text, title_en text, valid_from text, valid_to text, mark text, source text)
                on conflict (code) do update
                   set number = excluded.number, issued_on = excluded.issued_on, issuer = excluded.issuer,
                       place = excluded.place, kind = excluded.kind, title_vi = excluded.title_vi,
                       title_en = excluded.title_en, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                       mark = excluded.mark, source = excluded.source
                 where document.shipped
            """;

    private static final String INSERT_LINKS = """
            insert into document.link (document_id, kind, target_id)
            select later.id, cell.kind, earlier.id
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (code text, implements text, replaces text, amends text)
             cross join lateral (values ('IMPLEMENTS', implements), ('REPLACES', replaces), ('AMENDS', amends))
                   as cell (kind, targets)
             cross join lateral string_to_table(nullif(cell.targets, ''), ';') as target (code)
              join document.document later on later.code = shipped.code
              join document.document earlier on earlier.code = target.code
                on conflict do nothing
            """;

    private LoadDocuments() {}

    /** Loads the shipped file in the caller's transaction, as the owner of the tables. */
    public static void run(JdbcClient owner, ShippedFile documents) {
        var rows = documents.json();
        owner.sql(UPSERT).param("rows", rows).update();
        owner.sql(INSERT_LINKS).param("rows", rows).update();
    }
}
