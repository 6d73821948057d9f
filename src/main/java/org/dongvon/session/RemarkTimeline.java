package org.dongvon.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.shared.timeline.Event;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.timeline.TimelineSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said about payments of a loan, and who paid in the borrower's stead. */
@Component
class RemarkTimeline implements TimelineSource {

    private static final String OF_LOAN = """
            select distinct s.recorded_at as at, false as day_only, w.full_name as who, s.role, k.note, k.paid_by, k.relation,
                   k.line_no, j.voucher, j.business_date, u.code as point
              from loan.v_line m
              join session.line_remark k on k.line_id = m.line_id
              join ledger.v_journal j on j.id = k.journal_id
              join shared.submission s on s.key = j.submission
              join organisation.unit u on u.id = j.point_id
              left join organisation.v_staff w on w.id = s.actor_id
             where m.loan_id = :id and s.recorded_at < :before and k.point_id <@ (select shared.scope())
               and not (select shared.narrowed())
             order by at desc
             fetch first :most rows with ties
            """;

    private final JdbcClient db;

    RemarkTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.LOAN;
    }

    @Override
    public List<Event> of(Subject subject, Instant before, int most) {
        return db.sql(OF_LOAN)
                .param("id", subject.id())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        var note = row.getString("note");
        var payer = row.getString("paid_by");
        var number = VoucherNumber.of(
                row.getString("point"), row.getObject("business_date", LocalDate.class), row.getInt("voucher"));
        return new Event(
                Event.when(row),
                Event.by(row),
                payer == null
                        ? Event.What.of("timeline.session.NOTE", note)
                        : Event.What.of("timeline.session.DELEGATE", payer, row.getString("relation"), note),
                new Event.Link(
                        number + "/" + row.getInt("line_no"), "/vouchers/" + number + "/" + row.getInt("line_no")),
                null);
    }
}
