package org.dongvon.session.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.RoundTrip;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** What the books already hold of the lines of a sheet, asked in one question: nearly always nothing. */
@Component
class PostedLines {

    private static final String FIND = """
            select line_id, min(loan_id) as loan_id, sum(interest) as interest, -sum(principal) as principal, 0 as saving
              from loan.v_line
             where line_id = any (cast(:lines as uuid[])) and kind = 'REPAYMENT'
             group by line_id
             union all
            select line_id, null, 0, 0, amount
              from savings.v_movement
             where line_id = any (cast(:lines as uuid[]))
            """;

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
                new Dong(row.getLong("interest")),
                new Dong(row.getLong("principal")),
                new Dong(row.getLong("saving")));
    }

    /**
     * A line as the books hold it.
     *
     * @param loanId the loan it was paid to; none when it was a saving only
     */
    record PostedLine(@Nullable Long loanId, Dong interest, Dong principal, Dong saving) {

        private PostedLine with(PostedLine other) {
            return new PostedLine(
                    loanId == null ? other.loanId : loanId,
                    interest.plus(other.interest),
                    principal.plus(other.principal),
                    saving.plus(other.saving));
        }
    }
}
