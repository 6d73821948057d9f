package org.dongvon.programme;

/** The statements that load programmes, their documents, caps and parameters. */
final class LoadProgrammes {

    static final String UPSERT = """
            insert into programme.programme (id, code, bank_code, name_vi, name_en, mark, note_vi, note_en, shipped)
            select no, code, bank_code, name_vi, name_en, upper(mark), note_vi, note_en, true
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (no smallint, code text, bank_code text, name_vi text, name_en text, mark text, note_vi text,
                               note_en text)
                on conflict (code) do update
                   set bank_code = excluded.bank_code, name_vi = excluded.name_vi, name_en = excluded.name_en,
                       mark = excluded.mark, note_vi = excluded.note_vi, note_en = excluded.note_en
                 where programme.shipped
            """;

    static final String UPSERT_TERMS = """
            insert into programme.term (programme_id, rule, valid_from, value, document_id, mark, note_vi, note_en, shipped)
            select programme.id, shipped.rule, cast(shipped.valid_from as date), shipped.value, document.id,
                   upper(shipped.mark), shipped.note_vi, shipped.note_en, true
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (programme text, rule text, valid_from text, value text, document text, mark text,
                               note_vi text, note_en text)
              join programme.programme on programme.code = shipped.programme
              left join document.document on document.code = shipped.document
                on conflict (programme_id, rule, valid_from) do update
                   set value = excluded.value, document_id = excluded.document_id, mark = excluded.mark,
                       note_vi = excluded.note_vi, note_en = excluded.note_en
                 where term.shipped
            """;

    static final String CLEAR_BASIS = """
            delete from programme.basis
             using programme.programme, jsonb_to_recordset(cast(:rows as jsonb)) as shipped (code text)
             where basis.programme_id = programme.id and programme.code = shipped.code and programme.shipped
            """;

    static final String INSERT_BASIS = """
            insert into programme.basis (programme_id, document_id, position)
            select programme.id, document.id, cell.position
              from jsonb_to_recordset(cast(:rows as jsonb)) as shipped (code text, documents text)
             cross join lateral unnest(string_to_array(nullif(shipped.documents, ''), ';')) with ordinality
                   as cell (document, position)
              join programme.programme on programme.code = shipped.code and programme.shipped
              join document.document on document.code = cell.document
            """;

    // A cap ends where the next one begins, also where that one was entered by people.
    static final String UPDATE_CAPS = """
            update programme.cap
               set valid = daterange(lower(cap.valid), least(cast(nullif(shipped.valid_to, '') as date),
                       (select min(lower(later.valid))
                          from programme.cap later
                         where later.programme_id = cap.programme_id and later.class = cap.class
                           and later.basis = cap.basis and later.valid >> cap.valid))),
                   amount = cast(nullif(shipped.amount, '') as bigint),
                   percent = cast(nullif(shipped.percent, '') as smallint), document_id = document.id,
                   mark = upper(shipped.mark), note_vi = shipped.note_vi, note_en = shipped.note_en
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (programme text, class text, basis text, amount text, percent text, valid_from text,
                               valid_to text, document text, mark text, note_vi text, note_en text)
              join programme.programme on programme.code = shipped.programme
              left join document.document on document.code = shipped.document
             where cap.programme_id = programme.id and cap.class = shipped.class and cap.basis = shipped.basis
               and lower(cap.valid) is not distinct from cast(nullif(shipped.valid_from, '') as date) and cap.shipped
            """;

    static final String INSERT_CAPS = """
            insert into programme.cap (programme_id, class, basis, valid, amount, percent, document_id, mark, note_vi,
                                       note_en, shipped)
            select programme.id, shipped.class, shipped.basis, span.valid, cast(nullif(shipped.amount, '') as bigint),
                   cast(nullif(shipped.percent, '') as smallint), document.id, upper(shipped.mark), shipped.note_vi,
                   shipped.note_en, true
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (programme text, class text, basis text, amount text, percent text, valid_from text,
                               valid_to text, document text, mark text, note_vi text, note_en text)
             cross join lateral (select daterange(cast(nullif(shipped.valid_from, '') as date),
                                                  cast(nullif(shipped.valid_to, '') as date)) as valid) as span
              join programme.programme on programme.code = shipped.programme
              left join document.document on document.code = shipped.document
             where not exists (select from programme.cap stored
                                where stored.programme_id = programme.id and stored.class = shipped.class
                                  and stored.basis = shipped.basis and stored.valid && span.valid)
            """;

    static final String UPSERT_PARAMETERS = """
            insert into programme.parameter (code, valid_from, value, unit, document_id, mark, note_vi, note_en, shipped)
            select shipped.code, cast(shipped.valid_from as date), shipped.value, shipped.unit, document.id,
                   upper(shipped.mark), shipped.note_vi, shipped.note_en, true
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (code text, valid_from text, value text, unit text, document text, mark text, note_vi text,
                               note_en text)
              left join document.document on document.code = shipped.document
                on conflict (code, valid_from) do update
                   set value = excluded.value, unit = excluded.unit, document_id = excluded.document_id,
                       mark = excluded.mark, note_vi = excluded.note_vi, note_en = excluded.note_en
                 where parameter.shipped
            """;

    private LoadProgrammes() {}
}
