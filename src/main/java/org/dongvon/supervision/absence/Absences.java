package org.dongvon.supervision.absence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the steps about borrowers who left. */
@Repository
class Absences {

    private static final String LOAN = """
            select l.id, l.code, l.point_id, pt.office_id, pt.open_day as day, r.id is not null as running, l.borrower_id,
                   case when p.restricted then null else p.full_name end as name
              from loan.v_loan_card l
              join household.v_person p on p.id = l.borrower_id
              join loan.v_balance b on b.loan_id = l.id
              join organisation.v_point pt on pt.id = l.point_id
              left join loan.v_running r on r.id = l.id
             where l.code = :code and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or b.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
            """;

    private static final String STEPS = """
            select s.seq, s.kind, s.measure, s.happened_on, s.note, s.role
              from supervision.absence_step s
             where s.loan_id = :loan and s.point_id <@ (select shared.scope())
             order by s.seq desc
            """;

    private static final String ADD = """
            insert into supervision.absence_step (loan_id, seq, point_id, kind, measure, happened_on, booked_on, note, role, before_seq,
                                                  before_kind, submission)
            values (:loan, coalesce(cast(:before_seq as integer), 0) + 1, :point, :kind, :measure, :on, :day, :note, :role, :before_seq,
                    :before_kind, :submission)
            """;

    private final JdbcClient db;

    Absences(JdbcClient db) {
        this.db = db;
    }

    /**
     * A loan of the scope with what was noted of its borrower.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}
     */
    Followed get(String code) {
        return db.sql(LOAN)
                .param("code", code)
                .query((row, n) -> new Followed(
                        row.getLong("id"),
                        row.getString("code"),
                        new Place(
                                row.getLong("point_id"),
                                row.getLong("office_id"),
                                row.getObject("day", LocalDate.class)),
                        row.getBoolean("running"),
                        row.getLong("borrower_id"),
                        row.getString("name"),
                        steps(row.getLong("id"))))
                .optional()
                .orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, code));
    }

    private List<Line> steps(long loan) {
        return db.sql(STEPS)
                .param("loan", loan)
                .query((row, n) -> new Line(
                        row.getInt("seq"),
                        AbsenceStep.valueOf(row.getString("kind")),
                        measure(row.getString("measure")),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("note"),
                        row.getString("role")))
                .list();
    }

    private static @Nullable AbsenceMeasure measure(@Nullable String name) {
        return name == null ? null : AbsenceMeasure.valueOf(name);
    }

    void add(Followed of, Noted noted, String role, UUID submission) {
        var last = of.last();
        db.sql(ADD)
                .param("loan", of.id())
                .param("point", of.place().pointId())
                .param("kind", noted.step().name())
                .param(
                        "measure",
                        noted.measure() == null ? null : noted.measure().name())
                .param("on", noted.day())
                .param("day", of.place().day())
                .param("note", noted.note())
                .param("role", role)
                .param("before_seq", last == null ? null : last.seq())
                .param("before_kind", last == null ? null : last.step().name())
                .param("submission", submission)
                .update();
    }

    record Place(long pointId, long officeId, LocalDate day) {}

    /** A step that was noted. */
    record Line(int seq, AbsenceStep step, @Nullable AbsenceMeasure measure, LocalDate day, String note, String role) {}

    /** A loan and what was noted of its borrower, the latest first; {@code name} is none where processing is restricted. */
    record Followed(
            long id,
            String code,
            Place place,
            boolean running,
            long borrowerId,
            @Nullable String name,
            List<Line> lines) {

        @Nullable
        Line last() {
            return lines.isEmpty() ? null : lines.getFirst();
        }

        /** Whether the borrower has left and not come back. */
        public boolean isLeft() {
            var last = last();
            return last != null && last.step() != AbsenceStep.RETURNED;
        }
    }
}
