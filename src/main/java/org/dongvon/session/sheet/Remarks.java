package org.dongvon.session.sheet;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.RoundTrip;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Repository;

/** Keeps what was said about posted lines: one statement, and none where nothing was said. */
@Repository
class Remarks {

    private static final String WRITE = """
            insert into session.line_remark (line_id, journal_id, line_no, point_id, note, paid_by, relation)
            select r.line_id, :journal, r.line_no, :point, r.note, r.paid_by, r.relation
              from unnest(cast(:lines as uuid[]), cast(:numbers as smallint[]), cast(:notes as text[]),
                          cast(:payers as text[]), cast(:relations as text[])) as r (line_id, line_no, note, paid_by, relation)
            """;

    /** Adds the remarks of the lines that are posted to a journey that the caller sends. */
    void write(RoundTrip trip, long journalId, TransactionSession session, Sheet sheet, List<UUID> unposted) {
        var said = IntStream.range(0, sheet.lines().size())
                .mapToObj(i -> new Said(sheet.lines().get(i).lineId(), i + 1, sheet))
                .filter(each -> !each.remark().isEmpty() && !unposted.contains(each.line()))
                .toList();
        if (said.isEmpty()) {
            return;
        }
        trip.update(
                WRITE,
                new MapSqlParameterSource("journal", journalId)
                        .addValue("point", session.pointId())
                        .addValue(
                                "lines",
                                said.stream()
                                        .map(each -> each.line().toString())
                                        .toArray(String[]::new))
                        .addValue(
                                "numbers",
                                said.stream().map(each -> (short) each.number()).toArray(Short[]::new))
                        .addValue(
                                "notes",
                                said.stream().map(each -> each.remark().note()).toArray(String[]::new))
                        .addValue("payers", said.stream().map(Said::payer).toArray(String[]::new))
                        .addValue("relations", said.stream().map(Said::relation).toArray(String[]::new)));
    }

    private record Said(UUID line, int number, Sheet sheet) {

        Remark remark() {
            return sheet.remark(line);
        }

        @Nullable
        String payer() {
            var payer = remark().payer();
            return payer == null ? null : payer.name();
        }

        @Nullable
        String relation() {
            var payer = remark().payer();
            return payer == null ? null : payer.relation();
        }
    }
}
