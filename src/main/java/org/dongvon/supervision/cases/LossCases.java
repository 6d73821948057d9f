package org.dongvon.supervision.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes cases of money lost and their steps. */
@Repository
class LossCases {

    private static final String CASES = """
            select c.id, c.kind, c.suspect, c.source, c.source_note, c.detected_on, c.point_id, g.code, g.name, v.open_day, d.principal,
                   d.interest, d.deposit, l.seq, l.kind as step, l.booked_on, l.principal_left, l.interest_left, l.deposit_left
              from supervision.loss_case c
              join "group".v_credit_group g on g.id = c.group_id
              join organisation.v_point v on v.id = c.point_id
              join supervision.loss_case_step d on d.case_id = c.id and d.seq = 1
              join lateral (select s.seq, s.kind, s.booked_on, s.principal_left, s.interest_left, s.deposit_left
                              from supervision.loss_case_step s
                             where s.case_id = c.id
                             order by s.seq desc
                             limit 1) l on true
             where c.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
               and (cast(:id as bigint) is null or c.id = :id)
             order by l.kind = 'CLOSED', c.id desc
             limit 500
            """;

    private static final String STEPS = """
            select s.seq, s.kind, s.booked_on, s.happened_on, s.principal, s.interest, s.deposit, s.evidence
              from supervision.loss_case_step s
             where s.case_id = :id
             order by s.seq
            """;

    private static final String LOANS = """
            select l.code
              from supervision.loss_case_loan c
              join loan.v_loan_card l on l.id = c.loan_id
             where c.case_id = :id
             order by l.code
            """;

    private static final String KNOWN_LOANS = """
            select l.id, l.code from loan.v_loan_card l where l.group_id = :group and l.code = any (:codes)
            """;

    private static final String OPEN = """
            insert into supervision.loss_case (point_id, group_id, kind, suspect, source, source_note, detected_on, submission)
            values (:point, :group, :kind, :suspect, :source, :note, :detected, :key)
            returning id
            """;

    private static final String TOUCH = """
            insert into supervision.loss_case_loan (case_id, loan_id, point_id)
            select :case, l.id, :point from loan.v_loan_card l where l.group_id = :group and l.code = any (:codes)
            """;

    private static final String DETECT = """
            insert into supervision.loss_case_step (case_id, seq, point_id, kind, booked_on, happened_on, principal, interest, deposit,
                   principal_left, interest_left, deposit_left, evidence, human, submission)
            values (:case, 1, :point, 'DETECTED', :today, :happened, :principal, :interest, :deposit, :principal, :interest, :deposit,
                    :evidence, :human, :key)
            """;

    private static final String STEP = """
            insert into supervision.loss_case_step (case_id, seq, point_id, kind, booked_on, happened_on, principal, interest, deposit,
                   principal_left, interest_left, deposit_left, before_seq, before_kind, before_day, before_principal, before_interest,
                   before_deposit, evidence, human, submission)
            select b.case_id, b.seq + 1, b.point_id, :kind, :today, :happened, :principal, :interest, :deposit,
                   b.principal_left - :principal, b.interest_left - :interest, b.deposit_left - :deposit, b.seq, b.kind, b.booked_on,
                   b.principal_left, b.interest_left, b.deposit_left, :evidence, :human, :key
              from supervision.loss_case_step b
             where b.case_id = :case and b.seq = :before
            on conflict (case_id, seq) do nothing
            """;

    // Cases are counted when they are detected and when nothing is left of them; money when it comes back.
    private static final String PERIOD = """
            select count(*) filter (where s.kind = 'DETECTED' and s.booked_on < :from)
                     - count(*) filter (where s.kind = 'CLOSED' and s.booked_on < :from) as opening_cases,
                   count(*) filter (where s.kind = 'DETECTED' and s.booked_on >= :from) as detected_cases,
                   count(*) filter (where s.kind = 'CLOSED' and s.booked_on >= :from) as recovered_cases,
                   coalesce(sum(m.sign * s.principal) filter (where s.booked_on < :from), 0)::bigint as opening_principal,
                   coalesce(sum(m.sign * s.interest) filter (where s.booked_on < :from), 0)::bigint as opening_interest,
                   coalesce(sum(m.sign * s.deposit) filter (where s.booked_on < :from), 0)::bigint as opening_deposit,
                   coalesce(sum(s.principal) filter (where s.kind = 'DETECTED' and s.booked_on >= :from), 0)::bigint as detected_principal,
                   coalesce(sum(s.interest) filter (where s.kind = 'DETECTED' and s.booked_on >= :from), 0)::bigint as detected_interest,
                   coalesce(sum(s.deposit) filter (where s.kind = 'DETECTED' and s.booked_on >= :from), 0)::bigint as detected_deposit,
                   coalesce(sum(s.principal) filter (where s.kind = 'RECOVERED' and s.booked_on >= :from), 0)::bigint as recovered_principal,
                   coalesce(sum(s.interest) filter (where s.kind = 'RECOVERED' and s.booked_on >= :from), 0)::bigint as recovered_interest,
                   coalesce(sum(s.deposit) filter (where s.kind = 'RECOVERED' and s.booked_on >= :from), 0)::bigint as recovered_deposit
              from supervision.loss_case_step s
              join supervision.loss_case c on c.id = s.case_id
              join "group".v_credit_group g on g.id = c.group_id
              cross join lateral (select case s.kind when 'DETECTED' then 1 when 'RECOVERED' then -1 else 0 end as sign) m
             where s.booked_on <= :until and s.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
            """;

    private static final String LAST_DAY = """
            select max(v.open_day) as last from organisation.v_point v where v.id <@ (select shared.scope())
            """;

    private final JdbcClient db;

    LossCases(JdbcClient db) {
        this.db = db;
    }

    /** The cases in scope, open ones first. */
    List<LossCase> all() {
        return db.sql(CASES).param("id", null).query((row, n) -> one(row)).list();
    }

    /**
     * A case in scope.
     *
     * @throws Refused {@link CaseRefusal#UNKNOWN_CASE}
     */
    LossCase get(String number) {
        var id = number.matches("[0-9]{1,18}") ? Long.valueOf(number) : Long.valueOf(-1);
        return db.sql(CASES)
                .param("id", id)
                .query((row, n) -> one(row))
                .optional()
                .orElseThrow(() -> new Refused(CaseRefusal.UNKNOWN_CASE));
    }

    List<Step> steps(long id) {
        return db.sql(STEPS)
                .param("id", id)
                .query((row, n) -> new Step(
                        row.getInt("seq"),
                        row.getString("kind"),
                        row.getObject("booked_on", LocalDate.class),
                        row.getObject("happened_on", LocalDate.class),
                        lost(row, "", ""),
                        row.getString("evidence")))
                .list();
    }

    List<String> loans(long id) {
        return db.sql(LOANS)
                .param("id", id)
                .query((row, n) -> row.getString("code"))
                .list();
    }

    /** Those of the codes that are loans of the group. */
    List<String> known(long group, List<String> codes) {
        return db.sql(KNOWN_LOANS)
                .param("group", group)
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> row.getString("code"))
                .list();
    }

    long open(Opening opening, By by) {
        long id = db.sql(OPEN)
                .param("point", opening.pointId())
                .param("group", opening.groupId())
                .param("kind", opening.what().kind())
                .param("suspect", opening.what().suspect())
                .param("source", opening.what().source())
                .param("note", opening.what().note())
                .param("detected", by.happenedOn())
                .param("key", by.key())
                .query(Long.class)
                .single();
        db.sql(TOUCH)
                .param("case", id)
                .param("point", opening.pointId())
                .param("group", opening.groupId())
                .param("codes", opening.loans().toArray(String[]::new))
                .update();
        db.sql(DETECT)
                .param("case", id)
                .param("point", opening.pointId())
                .param("today", by.today())
                .param("happened", by.happenedOn())
                .param("principal", opening.lost().principal().amount())
                .param("interest", opening.lost().interest().amount())
                .param("deposit", opening.lost().deposit().amount())
                .param("evidence", by.evidence())
                .param("human", by.human())
                .param("key", by.key())
                .update();
        return id;
    }

    /**
     * Writes the next step of a case.
     *
     * @throws Refused {@link CaseRefusal#CASE_MOVED_MEANWHILE} when somebody else wrote one at the same time
     */
    void step(LossCase of, String kind, Lost amounts, By by) {
        int written = db.sql(STEP)
                .param("case", of.id())
                .param("before", of.last().seq())
                .param("kind", kind)
                .param("today", by.today())
                .param("happened", by.happenedOn())
                .param("principal", amounts.principal().amount())
                .param("interest", amounts.interest().amount())
                .param("deposit", amounts.deposit().amount())
                .param("evidence", by.evidence())
                .param("human", by.human())
                .param("key", by.key())
                .update();
        if (written == 0) {
            throw new Refused(CaseRefusal.CASE_MOVED_MEANWHILE);
        }
    }

    @Nullable
    LocalDate lastDay() {
        return db.sql(LAST_DAY)
                .query((row, n) -> row.getObject("last", LocalDate.class))
                .list()
                .getFirst();
    }

    /** The report of a period, both days in it. */
    Period period(LocalDate from, LocalDate until) {
        return db.sql(PERIOD)
                .param("from", from)
                .param("until", until)
                .query((row, n) -> new Period(
                        from,
                        until,
                        new Line(row.getLong("opening_cases"), lost(row, "opening_", "")),
                        new Line(row.getLong("detected_cases"), lost(row, "detected_", "")),
                        new Line(row.getLong("recovered_cases"), lost(row, "recovered_", ""))))
                .single();
    }

    private static Lost lost(ResultSet row, String before, String after) throws SQLException {
        return new Lost(
                new Dong(row.getLong(before + "principal" + after)),
                new Dong(row.getLong(before + "interest" + after)),
                new Dong(row.getLong(before + "deposit" + after)));
    }

    private static LossCase one(ResultSet row) throws SQLException {
        return new LossCase(
                row.getLong("id"),
                new Place(
                        row.getLong("point_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("open_day", LocalDate.class)),
                new What(
                        row.getString("kind"),
                        row.getString("suspect"),
                        row.getString("source"),
                        row.getString("source_note")),
                row.getObject("detected_on", LocalDate.class),
                lost(row, "", ""),
                new Last(row.getInt("seq"), row.getString("step").equals("CLOSED"), lost(row, "", "_left")));
    }

    /** The group of a case, and the open day of its office. */
    record Place(long pointId, String group, String name, LocalDate openDay) {}

    /** What happened, who has the money, and how it came out: names of {@link LossKind}, {@link Suspect}, {@link LossSource}. */
    record What(String kind, String suspect, String source, String note) {}

    /** The last step of a case and what it left. */
    record Last(int seq, boolean closed, Lost left) {}

    /** A case; {@code detected} is the money lost. */
    record LossCase(long id, Place place, What what, LocalDate detectedOn, Lost detected, Last last) {

        public Lost recovered() {
            return detected.minus(last.left());
        }
    }

    /** A step of a case. */
    record Step(int seq, String kind, LocalDate bookedOn, LocalDate happenedOn, Lost amounts, String evidence) {}

    /** A case to be opened. */
    record Opening(long pointId, long groupId, What what, List<String> loans, Lost lost) {}

    /** Who writes a step, when it happened, and what proves it. */
    record By(UUID key, long human, LocalDate today, LocalDate happenedOn, String evidence) {}

    /** Cases and money. */
    record Line(long cases, Lost lost) {}

    /** A period: what was open at its beginning, what was detected and what was recovered in it. */
    record Period(LocalDate from, LocalDate until, Line opening, Line detected, Line recovered) {

        /** Opening + detected − recovered. */
        public Line closing() {
            return new Line(
                    opening.cases() + detected.cases() - recovered.cases(),
                    opening.lost().plus(detected.lost()).minus(recovered.lost()));
        }
    }
}
