package org.dongvon.session.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.RoundTrip;
import org.dongvon.shared.RoundTrips;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** What the books already hold of the lines of a sheet, asked in one question: nearly always nothing. */
@Component
class PostedLines {

    private static final String FIND = """
            select line_id, min(loan_id) as loan_id, min(value_date) as value_date, sum(interest) as interest, -sum(principal) as principal, 0 as saving,
                   null as note, null as paid_by, null as relation
              from loan.v_line
             where line_id = any (cast(:lines as uuid[])) and kind = 'REPAYMENT'
             group by line_id
             union all
            select line_id, null, null, 0, 0, amount, null, null, null
              from savings.v_movement
             where line_id = any (cast(:lines as uuid[]))
             union all
            select line_id, null, null, 0, 0, 0, note, paid_by, relation
              from session.line_remark
             where line_id = any (cast(:lines as uuid[]))
            """;

    private final RoundTrips trips;

    PostedLines(RoundTrips trips) {
        this.trips = trips;
    }

    /** What the books hold of lines, by line, asked at once. */
    Map<UUID, PostedLine> of(Collection<UUID> lines) {
        var trip = trips.begin();
        var found = of(trip, lines);
        trip.send();
        return found.get();
    }

    /** By line; a line that is not in the books is missing. */
    RoundTrip.Answer<Map<UUID, PostedLine>> of(RoundTrip trip, Collection<UUID> lines) {
        var parameters = new MapSqlParameterSource(
                "lines", lines.stream().map(UUID::toString).toArray(String[]::new));
        return trip.query(FIND, parameters, PostedLines::rows);
    }

    private static Map<UUID, PostedLine> rows(ResultSet row) throws SQLException {
        Map<UUID, PostedLine> result = new HashMap<>();
        while (row.next()) {
            result.merge(row.getObject("line_id", UUID.class), line(row), PostedLine::with);
        }
        return result;
    }

    private static PostedLine line(ResultSet row) throws SQLException {
        return new PostedLine(
                row.getObject("loan_id", Long.class),
                row.getObject("value_date", LocalDate.class),
                new Dong(row.getLong("interest")),
                new Dong(row.getLong("principal")),
                new Dong(row.getLong("saving")),
                Remark.stored(row.getString("note"), row.getString("paid_by"), row.getString("relation")));
    }

    /**
     * A line as the books hold it.
     *
     * @param loanId the loan it was paid to; none when it was a saving only
     * @param valueDate likewise, from which day the payment counts
     */
    record PostedLine(
            @Nullable Long loanId,
            @Nullable LocalDate valueDate,
            Dong interest,
            Dong principal,
            Dong saving,
            Remark remark) {

        private PostedLine with(PostedLine other) {
            return new PostedLine(
                    loanId == null ? other.loanId : loanId,
                    valueDate == null ? other.valueDate : valueDate,
                    interest.plus(other.interest),
                    principal.plus(other.principal),
                    saving.plus(other.saving),
                    remark.isEmpty() ? other.remark : remark);
        }
    }
}
