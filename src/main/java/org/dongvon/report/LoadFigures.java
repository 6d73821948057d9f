package org.dongvon.report;

import javax.sql.DataSource;
import org.dongvon.document.ShippedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the published figures to those that this build ships. Runs after the migrations as the owner of the tables.
 * Figures that people entered are never touched, and none is deleted.
 */
public final class LoadFigures {

    private static final String UPSERT = """
            insert into report.published_figure as stored
                   (unit_code, on_date, indicator, value, low, high, bound, implied, date_assumed, as_printed, document, mark,
                    note_vi, note_en, shipped)
            select unit, cast(date as date), indicator, cast(value as bigint), cast(nullif(low, '') as bigint),
                   cast(nullif(high, '') as bigint), bound, cast(implied as boolean), cast(date_assumed as boolean), as_printed,
                   document, upper(mark), note_vi, note_en, true
              from jsonb_to_recordset(cast(:rows as jsonb))
                   as shipped (unit text, date text, indicator text, value text, low text, high text, bound text, implied text,
                               date_assumed text, as_printed text, document text, mark text, note_vi text, note_en text)
                on conflict (unit_code, on_date, indicator, programme, association, source) do update
                   set value = excluded.value, low = excluded.low, high = excluded.high, bound = excluded.bound,
                       implied = excluded.implied, date_assumed = excluded.date_assumed, as_printed = excluded.as_printed,
                       document = excluded.document, mark = excluded.mark, note_vi = excluded.note_vi, note_en = excluded.note_en
                 where stored.shipped and stored is distinct from excluded
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
