package org.dongvon.programme;

/** The statements that load series and rates. */
final class LoadRates {

    static final String UPSERT_SERIES = """
            insert into programme.rate_series (id, code, programme_id, class, contracts_from, contracts_to, shipped)
            select shipped.no, shipped.code, programme.id, upper(shipped.class),
                   cast(nullif(shipped.contracts_from, '') as date), cast(nullif(shipped.contracts_to, '') as date), true
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (no integer, code text, programme text, class text, contracts_from text, contracts_to text)
              join programme.programme on programme.code = shipped.programme
                on conflict (code) do update
                   set contracts_from = excluded.contracts_from, contracts_to = excluded.contracts_to
                 where rate_series.shipped
            """;

    // Only after a series' last row: an earlier one would change what loans have already counted with.
    static final String INSERT = """
            insert into programme.rate_change (series_id, valid_from, in_term, overdue, applies_to, document_id, mark,
                                               day_mark, note_vi, note_en, shipped)
            select rate_series.id, cast(shipped.valid_from as date), cast(cast(shipped.rate as numeric) * 1000000 as bigint),
                   cast(cast(shipped.overdue as numeric) * 1000000 as bigint), upper(shipped.applies_to), document.id,
                   upper(shipped.mark), upper(shipped.day_mark), shipped.note_vi, shipped.note_en, true
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (series text, valid_from text, rate text, overdue text, applies_to text, document text,
                               mark text, day_mark text, note_vi text, note_en text)
              join programme.rate_series on rate_series.code = shipped.series
              left join document.document on document.code = shipped.document
             where cast(shipped.valid_from as date) > all (select stored.valid_from
                                                             from programme.rate_change stored
                                                            where stored.series_id = rate_series.id)
            """;

    static final String EXPLAIN = """
            update programme.rate_change
               set document_id = document.id, mark = upper(shipped.mark), day_mark = upper(shipped.day_mark),
                   note_vi = shipped.note_vi, note_en = shipped.note_en
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (series text, valid_from text, rate text, overdue text, document text, mark text,
                               day_mark text, note_vi text, note_en text)
              join programme.rate_series on rate_series.code = shipped.series
              left join document.document on document.code = shipped.document
             where rate_change.series_id = rate_series.id and rate_change.shipped
               and rate_change.valid_from = cast(shipped.valid_from as date)
               and rate_change.in_term = cast(shipped.rate as numeric) * 1000000
               and rate_change.overdue = cast(shipped.overdue as numeric) * 1000000
            """;

    private LoadRates() {}
}
