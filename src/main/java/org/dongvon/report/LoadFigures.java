package org.dongvon.report;

import javax.sql.DataSource;
import org.dongvon.document.ShippedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the published figures that came with the product to those that this build ships. Runs after the migrations as
 * the owner of the tables. Figures that people loaded are never touched, and none is deleted.
 */
public final class LoadFigures {

    private static final String UPSERT = """
            insert into report.published_figure as stored
                   (unit_code, on_date, base_date, indicator, source, value, low, high, bound, implied, date_assumed, as_printed,
                    document, mark, note_vi, note_en, shipped)
            select unit, cast(date as date), cast(nullif(base, '') as date), indicator, source, cast(value as numeric),
                   cast(coalesce(nullif(low, ''), value) as numeric), cast(coalesce(nullif(high, ''), value) as numeric), bound,
                   cast(implied as boolean), cast(date_assumed as boolean), as_printed, document, upper(mark), note_vi, note_en, true
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (unit text, date text, base text, indicator text, source text, value text, low text, high text,
                               bound text, implied text, date_assumed text, as_printed text, document text, mark text,
                               note_vi text, note_en text)
                on conflict (unit_code, on_date, indicator, programme, association, upper(source), base_date, shipped, version)
                do update
                   set value = excluded.value, low = excluded.low, high = excluded.high, bound = excluded.bound,
                       implied = excluded.implied, date_assumed = excluded.date_assumed, as_printed = excluded.as_printed,
                       document = excluded.document, mark = excluded.mark, note_vi = excluded.note_vi, note_en = excluded.note_en
                 where (stored.value, stored.low, stored.high, stored.bound, stored.implied, stored.date_assumed,
                        stored.as_printed, stored.document, stored.mark, stored.note_vi, stored.note_en)
                       is distinct from
                       (excluded.value, excluded.low, excluded.high, excluded.bound, excluded.implied, excluded.date_assumed,
                        excluded.as_printed, excluded.document, excluded.mark, excluded.note_vi, excluded.note_en)
            """;

    private LoadFigures() {}

    /** Loads what this build ships; writes nothing when it is loaded already. */
    public static void run(DataSource owner) {
        JdbcClient.create(owner)
                .sql(UPSERT)
                .param("rows", ShippedFile.read("published-figures").json())
                .update();
    }
}
