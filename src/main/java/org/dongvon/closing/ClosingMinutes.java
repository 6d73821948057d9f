package org.dongvon.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.web.DayMinutesPart;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The minutes of a closed day: who closed it and when, what it did to each account, and the seal that people keep outside. */
@Repository
class ClosingMinutes {

    private static final String CLOSE = """
            select r.from_day, r.to_day, r.finished_at, w.full_name as who, coalesce(s.vouchers, 0) as vouchers, s.hash
              from closing.run r
              left join ledger.v_seal s on s.office_id = r.office_id and s.to_day = r.to_day
              left join organisation.v_staff w on w.id = r.actor_id
             where r.office_id = :office and r.finished_at is not null
               and (cast(:day as date) is null or cast(:day as date) between r.from_day and r.to_day)
             order by r.to_day desc
             limit 1
            """;

    private static final String TURNOVER = """
            select t.account, t.name_vi, t.name_en, sum(t.debit)::bigint as debit, sum(t.credit)::bigint as credit
              from ledger.v_turnover t
             where t.office_id = :office and t.business_date between :from and :to
             group by t.account, t.name_vi, t.name_en
             order by t.account
            """;

    private final ClosingBoard board;
    private final Transactions transactions;
    private final JdbcClient db;
    private final List<DayMinutesPart> parts;

    ClosingMinutes(ClosingBoard board, Transactions transactions, JdbcClient db, List<DayMinutesPart> parts) {
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(DayMinutesPart::place))
                .toList();
        this.board = board;
        this.transactions = transactions;
        this.db = db;
    }

    /**
     * The minutes of the close that ended a day, or of the last one.
     *
     * @param day as {@code 2024-05-18}; none, or no day, is the last
     * @throws Refused {@link org.dongvon.organisation.OrganisationRefusal#UNKNOWN_UNIT} also for an office out of scope, {@link
     *     ClosingRefusal#NOTHING_CLOSED}
     */
    Minutes of(Actor actor, Unit office, String day) {
        return transactions.read(actor, () -> {
            board.requireSeen(office);
            return db.sql(CLOSE)
                    .param("office", office.id())
                    .param("day", parse(day))
                    .query((row, n) -> minutes(office, row))
                    .optional()
                    .orElseThrow(() -> new Refused(ClosingRefusal.NOTHING_CLOSED, office.name()));
        });
    }

    private static @Nullable LocalDate parse(String day) {
        try {
            return day.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(day) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Minutes minutes(Unit office, ResultSet row) throws SQLException {
        var from = row.getObject("from_day", LocalDate.class);
        var to = row.getObject("to_day", LocalDate.class);
        return new Minutes(
                office,
                from,
                to,
                row.getObject("finished_at", OffsetDateTime.class).toInstant(),
                new Signed(row.getString("who"), row.getInt("vouchers"), row.getString("hash")),
                db.sql(TURNOVER)
                        .param("office", office.id())
                        .param("from", from)
                        .param("to", to)
                        .query((each, n) -> new ClosingBoard.Turnover(
                                each.getString("account"),
                                new Label(each.getString("name_vi"), each.getString("name_en")),
                                new Dong(each.getLong("debit")),
                                new Dong(each.getLong("credit"))))
                        .list(),
                parts.stream()
                        .map(part -> new Part(part.template(), part.load(office.id(), from, to)))
                        .toList());
    }

    /** What another module adds: the template, and what it shows. */
    record Part(String template, Object data) {}

    /** Who closed, how many vouchers and records lie under the seal, and the seal. */
    record Signed(
            @Nullable String who, int vouchers, @Nullable String hash) {}

    /** The paper's content. */
    record Minutes(
            Unit office,
            LocalDate from,
            LocalDate to,
            Instant at,
            Signed signed,
            List<ClosingBoard.Turnover> turnover,
            List<Part> parts) {

        public Dong debit() {
            return Dong.sum(turnover.stream().map(ClosingBoard.Turnover::debit).toList());
        }

        public Dong credit() {
            return Dong.sum(turnover.stream().map(ClosingBoard.Turnover::credit).toList());
        }
    }
}
