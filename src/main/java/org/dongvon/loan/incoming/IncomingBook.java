package org.dongvon.loan.incoming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transfers that came in, step by step, and the loans that they may be for. */
@Repository
class IncomingBook {

    private static final String TAKEN = """
            select i.reference, i.booked_on
              from loan.incoming i
             where i.point_id = :point and i.reference = any (:references)
             order by i.reference
             limit 1
            """;

    private static final String TAKE = """
            with lines as (
                select * from unnest(cast(:references as text[]), cast(:days as date[]), cast(:amounts as bigint[]),
                                     cast(:payers as text[]), cast(:notes as text[])) as l (reference, arrived_on, amount, payer, note)),
            taken as (
                insert into loan.incoming (point_id, reference, arrived_on, amount, payer, note, booked_on, submission)
                select :point, reference, arrived_on, amount, payer, note, :day, :submission from lines
                returning id, amount)
            insert into loan.incoming_step (incoming_id, seq, point_id, kind, amount, amount_left, booked_on, submission)
            select id, 1, :point, 'TAKEN', amount, amount, :day, :submission from taken
            """;

    private static final String COLUMNS = """
            i.id, i.point_id, pt.office_id, d.day, i.reference, i.arrived_on, i.amount, i.payer, i.note, last.seq, last.amount_left
            """;

    private static final String PLACE = """
              join organisation.point pt on pt.id = i.point_id
              join organisation.business_day d on d.office_id = pt.office_id
            """;

    private static final String NEWEST = """
              cross join lateral (select s.seq, s.amount_left from loan.incoming_step s where s.incoming_id = i.id
                                   order by s.seq desc limit 1) last
            """;

    private static final String ONE = "select " + COLUMNS + " from loan.incoming i " + PLACE + NEWEST
            + " where i.point_id <@ (select shared.scope()) and i.id = :id";

    // A step that nothing follows is the newest: one pass over the steps of the scope, not a look-up for each transfer
    // of all years.
    private static final String OPEN =
            """
            with last as materialized (
                select s.incoming_id, s.seq, s.amount_left
                  from loan.incoming_step s
                 where case when s.point_id <@ (select shared.scope()) then true else false end and s.amount_left > 0
                   and not exists (select from loan.incoming_step n where n.incoming_id = s.incoming_id and n.before_seq = s.seq))
            select
            """ + COLUMNS + " from last join loan.incoming i on i.id = last.incoming_id " + PLACE + """
             where i.point_id <@ (select shared.scope())
             order by i.arrived_on, i.id
             limit 500
            """;

    // The latest are found first, and their newest steps looked up for them alone.
    private static final String LATEST =
            """
            with latest as materialized (
                select i.id, i.point_id, i.reference, i.arrived_on, i.amount, i.payer, i.note
                  from loan.incoming i
                 where case when i.point_id <@ (select shared.scope()) then true else false end
                 order by i.arrived_on desc, i.id desc
                 limit 200)
            select
            """ + COLUMNS + " from latest i " + PLACE + NEWEST + " order by i.arrived_on desc, i.id desc";

    private static final String STEPS = """
            select s.seq, s.kind, s.amount, s.amount_left, s.booked_on, s.value_date, s.submission, l.code, b.booked_on as taken_back,
                   l.point_id as loan_point
              from loan.incoming_step s
              left join loan.loan l on l.id = s.loan_id
              left join loan.incoming_step b on b.incoming_id = s.incoming_id and b.reverses = s.seq
             where s.incoming_id = :id and s.point_id <@ (select shared.scope())
             order by s.seq
            """;

    private static final String ADD = """
            insert into loan.incoming_step (incoming_id, seq, point_id, kind, amount, amount_left, before_seq, before_left, booked_on,
                                            value_date, loan_id, reverses, reverses_kind, change_id, submission)
            values (:id, :seq + 1, :point, :kind, :amount, :left, :seq, :before, :day, :value, :loan, :reverses, :reverses_kind,
                    :change, :submission)
            """;

    private static final String LOAN = """
            select l.id, l.code, l.point_id, l.borrower_id, p.full_name, p.restricted
              from loan.loan l
              join household.person p on p.id = l.borrower_id
              join organisation.point pt on pt.id = l.point_id and pt.office_id = :office
             where l.code = :code and l.point_id <@ (select shared.scope())
            """;

    private static final String MEANT = """
            select l.id, l.code, l.point_id, l.borrower_id, p.full_name, p.restricted
              from loan.loan l
              join household.person p on p.id = l.borrower_id
              join organisation.point pt on pt.id = l.point_id and pt.office_id = :office
             where l.stage = 'ACTIVE' and l.point_id <@ (select shared.scope()) and (l.plain_code = any (:numbers) or l.borrower_id = any (:people))
             order by l.code
             limit 200
            """;

    private final JdbcClient db;

    IncomingBook(JdbcClient db) {
        this.db = db;
    }

    /** The first of these references that was taken before, with the day. */
    Optional<Refused> taken(long point, List<IncomingLine> lines) {
        return db.sql(TAKEN)
                .param("point", point)
                .param("references", lines.stream().map(IncomingLine::reference).toArray(String[]::new))
                .query((row, n) -> new Refused(
                        IncomingRefusal.INCOMING_REFERENCE_TAKEN,
                        row.getString("reference"),
                        row.getObject("booked_on", LocalDate.class)))
                .optional();
    }

    void take(long point, LocalDate day, UUID submission, List<IncomingLine> lines) {
        db.sql(TAKE)
                .param("point", point)
                .param("day", day)
                .param("submission", submission)
                .param("references", lines.stream().map(IncomingLine::reference).toArray(String[]::new))
                .param(
                        "days",
                        lines.stream().map(each -> each.arrivedOn().toString()).toArray(String[]::new))
                .param(
                        "amounts",
                        lines.stream().map(each -> each.amount().amount()).toArray(Long[]::new))
                .param("payers", lines.stream().map(IncomingLine::payer).toArray(String[]::new))
                .param("notes", lines.stream().map(IncomingLine::note).toArray(String[]::new))
                .update();
    }

    /**
     * A transfer of the scope.
     *
     * @throws Refused {@link IncomingRefusal#INCOMING_UNKNOWN}
     */
    Transfer get(String id) {
        return (id.matches("\\d{1,18}")
                        ? db.sql(ONE)
                                .param("id", Long.parseLong(id))
                                .query(IncomingBook::transfer)
                                .optional()
                        : Optional.<Transfer>empty())
                .orElseThrow(() -> new Refused(IncomingRefusal.INCOMING_UNKNOWN, id));
    }

    /** Those of which something is left, the oldest first. */
    List<Transfer> open() {
        return db.sql(OPEN).query(IncomingBook::transfer).list();
    }

    /** The latest, whatever is left of them. */
    List<Transfer> latest() {
        return db.sql(LATEST).query(IncomingBook::transfer).list();
    }

    private static Transfer transfer(ResultSet row, int n) throws SQLException {
        return new Transfer(
                row.getLong("id"),
                new Place(row.getLong("point_id"), row.getLong("office_id"), row.getObject("day", LocalDate.class)),
                new IncomingLine(
                        row.getString("reference"),
                        row.getObject("arrived_on", LocalDate.class),
                        new Dong(row.getLong("amount")),
                        row.getString("payer"),
                        row.getString("note")),
                row.getInt("seq"),
                new Dong(row.getLong("amount_left")));
    }

    List<Step> steps(long id) {
        return db.sql(STEPS)
                .param("id", id)
                .query((row, n) -> new Step(
                        row.getInt("seq"),
                        row.getString("kind"),
                        new Dong(row.getLong("amount")),
                        row.getObject("booked_on", LocalDate.class),
                        row.getObject("value_date", LocalDate.class),
                        row.getObject("submission", UUID.class),
                        row.getString("code"),
                        row.getObject("loan_point", Long.class),
                        row.getObject("taken_back", LocalDate.class)))
                .list();
    }

    void add(Transfer transfer, NewStep step) {
        boolean back = step.reverses() != null;
        var left = back ? transfer.left().plus(step.amount()) : transfer.left().minus(step.amount());
        db.sql(ADD)
                .param("id", transfer.id())
                .param("seq", transfer.seq())
                .param("point", transfer.place().pointId())
                .param("kind", step.kind())
                .param("amount", step.amount().amount())
                .param("left", left.amount())
                .param("before", transfer.left().amount())
                .param("day", transfer.place().day())
                .param("value", step.value())
                .param("loan", step.loan())
                .param(
                        "reverses",
                        step.reverses() == null ? null : step.reverses().seq())
                .param(
                        "reverses_kind",
                        step.reverses() == null ? null : step.reverses().kind())
                .param("change", step.changeId())
                .param("submission", step.submission())
                .update();
    }

    /**
     * A loan of the transfer's office.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}
     */
    Loan loan(Transfer transfer, String code) {
        return db.sql(LOAN)
                .param("office", transfer.place().officeId())
                .param("code", code)
                .query(IncomingBook::loan)
                .optional()
                .orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, code));
    }

    /** Running loans whose number or borrower may be meant. */
    List<Loan> meant(Transfer transfer, List<Long> people) {
        return db.sql(MEANT)
                .param("office", transfer.place().officeId())
                .param("numbers", Resemblance.numbers(transfer.line().note()).toArray(String[]::new))
                .param("people", people.toArray(Long[]::new))
                .query(IncomingBook::loan)
                .list();
    }

    private static Loan loan(ResultSet row, int n) throws SQLException {
        return new Loan(
                row.getLong("id"),
                row.getString("code"),
                row.getLong("point_id"),
                row.getLong("borrower_id"),
                row.getBoolean("restricted") ? null : row.getString("full_name"));
    }

    /** A transfer, its last step and what is left of it; the place is the office's own point. */
    record Transfer(long id, Place place, IncomingLine line, int seq, Dong left) {

        public boolean isOpen() {
            return left.isPositive();
        }
    }

    record Place(long pointId, long officeId, LocalDate day) {}

    /** A step as it stands. */
    record Step(
            int seq,
            String kind,
            Dong amount,
            LocalDate day,
            @Nullable LocalDate value,
            UUID submission,
            @Nullable String loan,
            @Nullable Long loanPoint,
            @Nullable LocalDate takenBack) {

        public boolean isUse() {
            return kind.equals("LOAN") || kind.equals("RETURNED");
        }
    }

    /** A step to be written. */
    record NewStep(
            String kind,
            Dong amount,
            @Nullable Long loan,
            @Nullable LocalDate value,
            @Nullable Step reverses,
            long changeId,
            UUID submission) {}

    /** A loan that a transfer may be for; {@code name} is none where processing is restricted. */
    record Loan(
            long id,
            String code,
            long pointId,
            long borrowerId,
            @Nullable String name) {

        List<Long> people() {
            return name == null ? List.of() : List.of(borrowerId);
        }
    }
}
