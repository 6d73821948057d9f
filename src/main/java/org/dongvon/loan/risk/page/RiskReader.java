package org.dongvon.loan.risk.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.risk.Capacity;
import org.dongvon.loan.risk.Cause;
import org.dongvon.loan.risk.EvidenceKind;
import org.dongvon.loan.risk.Loss;
import org.dongvon.loan.risk.Measure;
import org.dongvon.loan.risk.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads dossiers of debts at risk of the reader's scope for their pages. */
@Repository
class RiskReader {

    // Each step of each point in scope gives its first rows by the index; so a page costs the scope, not the country.
    private static final String ROWS = """
            select d.code, d.step, l.id as loan_id, l.code as loan, l.borrower_id, p.full_name, p.restricted, d.cause, d.damage, d.project_value,
                   d.measure, d.months, d.principal, d.interest, d.written_on, d.round
              from unnest(cast(:steps as text[])) with ordinality as s (step, place)
              cross join lateral (
                   select y.*
                     from organisation.point pt
                     cross join lateral (
                          select x.*
                            from loan.risk_dossier x
                            join loan.loan z on z.id = x.loan_id
                           where x.point_id = pt.id and x.step = s.step
                             and ((select shared.scope_association()) is null or z.association = (select shared.scope_association()))
                             and ((select shared.scope_group()) is null or z.group_id = (select shared.scope_group()))
                             and ((select shared.scope_person()) is null or z.borrower_id = (select shared.scope_person()))
                             and x.id > coalesce((select b.id from loan.risk_dossier b where b.code = :after), 0)
                           order by x.id
                           limit :most) y
                    where pt.id <@ (select shared.scope())
                    order by y.id
                    limit :most) d
              join loan.loan l on l.id = d.loan_id
              join household.person p on p.id = l.borrower_id
             order by s.place, d.id
            """;

    private static final String COUNTS = """
            select d.step, count(*) as count
              from organisation.point pt
              join loan.risk_dossier d on d.point_id = pt.id
              join loan.loan l on l.id = d.loan_id
             where pt.id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
             group by d.step
            """;

    private static final String ONE = """
            select d.id, d.code, d.step, l.id as loan_id, l.code as loan, l.borrower_id, p.full_name, p.restricted, d.cause, d.damage,
                   d.project_value, d.measure, d.months, d.principal, d.interest, d.written_on, d.round, d.income, d.plan,
                   u.name as point, b.day, g.name as group_name
              from loan.risk_dossier d
              join loan.loan l on l.id = d.loan_id
              join household.person p on p.id = l.borrower_id
              join organisation.unit u on u.id = d.point_id
              join organisation.point pt on pt.id = d.point_id
              join organisation.business_day b on b.office_id = pt.office_id
              left join "group".credit_group g on g.id = l.group_id
             where d.code = :code and d.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
            """;

    private static final String EVIDENCE = """
            select e.kind, e.number, e.issued_on, e.issuer, e.valid_until from loan.risk_evidence e where e.dossier_id = :id order by e.seq
            """;

    private static final String MINUTES = """
            select m.seq, m.held_on, m.finding, m.proposal from loan.risk_minutes m where m.dossier_id = :id order by m.seq desc limit 1
            """;

    private static final String PARTICIPANTS = """
            select p.capacity, p.name from loan.risk_participant p where p.dossier_id = :id and p.seq = :seq order by p.place
            """;

    private static final String BORROWER = """
            select l.id as loan_id, l.code, l.borrower_id, p.full_name, p.restricted
              from loan.loan l
              join household.person p on p.id = l.borrower_id
             where l.code = :code and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
            """;

    private final JdbcClient db;

    RiskReader(JdbcClient db) {
        this.db = db;
    }

    /** The first dossiers at each of these steps, the oldest first. */
    List<Row> rows(Collection<Step> steps, String after, int most) {
        return db.sql(ROWS)
                .param("steps", steps.stream().map(Step::name).toArray(String[]::new))
                .param("after", after)
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    /** How many dossiers of the scope are at each step. */
    Map<Step, Long> counts() {
        Map<Step, Long> counts = new EnumMap<>(Step.class);
        db.sql(COUNTS).query(row -> {
            counts.put(Step.valueOf(row.getString("step")), row.getLong("count"));
        });
        return counts;
    }

    /** One dossier with all that lies in it. */
    Optional<One> find(String code) {
        return db.sql(ONE)
                .param("code", code)
                .query((row, n) -> new One(
                        row.getLong("id"),
                        row(row),
                        new Words(row.getString("income"), row.getString("plan")),
                        new Place(
                                row.getString("point"),
                                row.getString("group_name"),
                                row.getObject("day", LocalDate.class))))
                .optional();
    }

    List<Paper> evidence(One one) {
        return db.sql(EVIDENCE)
                .param("id", one.id())
                .query((row, n) -> new Paper(
                        EvidenceKind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("issuer"),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    /** The last minutes, which hold. */
    Optional<Minutes> minutes(One one) {
        return db.sql(MINUTES)
                .param("id", one.id())
                .query((row, n) -> new Minutes(
                        row.getObject("held_on", LocalDate.class),
                        row.getString("finding"),
                        row.getString("proposal"),
                        participants(one, row.getInt("seq"))))
                .optional();
    }

    private List<Participant> participants(One one, int seq) {
        return db.sql(PARTICIPANTS)
                .param("id", one.id())
                .param("seq", seq)
                .query((row, n) -> new Participant(Capacity.valueOf(row.getString("capacity")), row.getString("name")))
                .list();
    }

    /** A loan of the scope, for whose borrower something is written. */
    Optional<OfLoan> loan(String code) {
        return db.sql(BORROWER)
                .param("code", code)
                .query((row, n) -> new OfLoan(row.getLong("loan_id"), row.getString("code"), who(row)))
                .optional();
    }

    private static Who who(ResultSet row) throws SQLException {
        return new Who(row.getLong("borrower_id"), row.getString("full_name"), row.getBoolean("restricted"));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("code"),
                Step.valueOf(row.getString("step")),
                new OfLoan(row.getLong("loan_id"), row.getString("loan"), who(row)),
                new Asked(
                        Cause.valueOf(row.getString("cause")),
                        new Loss(new Dong(row.getLong("damage")), new Dong(row.getLong("project_value"))),
                        Measure.valueOf(row.getString("measure")),
                        row.getInt("months")),
                new Dong(row.getLong("principal")),
                new Dong(row.getLong("interest")),
                row.getObject("written_on", LocalDate.class),
                row.getString("round"));
    }

    /** A borrower; where processing is restricted the pages do not say who. */
    record Who(long id, String fullName, boolean restricted) {

        /** What pages call the borrower; nothing where they must not say. */
        public @Nullable String name() {
            return restricted ? null : fullName;
        }

        List<Long> named() {
            return restricted ? List.of() : List.of(id);
        }
    }

    record OfLoan(long id, String code, Who who) {}

    record Asked(Cause cause, Loss loss, Measure measure, int months) {}

    /** A dossier in a list. */
    record Row(
            String code,
            Step step,
            OfLoan loan,
            Asked asked,
            Dong principal,
            Dong interest,
            LocalDate written,
            @Nullable String round) {}

    record Words(String income, String plan) {}

    record Place(String point, @Nullable String group, LocalDate today) {}

    record One(long id, Row row, Words words, Place place) {}

    record Paper(
            EvidenceKind kind,
            String number,
            LocalDate issuedOn,
            String issuer,
            @Nullable LocalDate validUntil) {}

    record Participant(Capacity capacity, String name) {}

    record Minutes(LocalDate heldOn, String finding, String proposal, List<Participant> participants) {}
}
