package org.dongvon.loan.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes dossiers of debts at risk, their evidence, minutes and moves. */
@Repository
public class Dossiers {

    private static final String ON_LIST = """
            select d.code
              from loan.risk_dossier d
              join loan.loan l on l.id = d.loan_id
              join organisation.point pt on pt.id = d.point_id
             where d.round = :round and d.step = 'LISTED' and pt.office_id = :office and l.contract_id = :contract
               and (d.measure = 'WRITE_OFF') = :write_off and d.point_id <@ (select shared.scope())
             order by d.id
            """;

    private static final String GET = """
            select d.id, d.code, d.point_id, pt.office_id, b.day, d.loan_id, l.code as loan, l.stage, d.cause, d.damage,
                   d.project_value, d.measure, d.months, d.step, d.round, coalesce(f.months, 0) as frozen_months,
                   coalesce(f.ended_on is null and f.until_date > b.day, false) as freeze_runs,
                   coalesce(f.ended_on is null and f.from_date > b.day, false) as freeze_waits
              from loan.risk_dossier d
              join loan.loan l on l.id = d.loan_id
              join organisation.point pt on pt.id = d.point_id
              join organisation.business_day b on b.office_id = pt.office_id
              left join lateral (select z.months, z.from_date, z.until_date, z.ended_on from loan.freeze z
                                  where z.loan_id = d.loan_id
                                  order by z.seq desc
                                  limit 1) f on true
             where d.code = any (:codes) and d.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
             order by d.id
            """;

    // A dossier changes by its events alone; whoever adds one holds the row of its loan.
    private static final String LOCK = """
            select l.id
              from loan.loan l
             where l.id in (select d.loan_id from loan.risk_dossier d where d.code = any (:codes)) and l.point_id <@ (select shared.scope())
             order by l.id
               for no key update
            """;

    private static final String INSERT = """
            with numbered as (select shared.new_id('loan.risk_dossier_id') as id)
            insert into loan.risk_dossier
                   (id, code, point_id, loan_id, cause, damage, project_value, income, measure, months, plan, principal,
                    interest, written_on, submission)
            select n.id, u.code || '-XL' || (n.id & ((1::bigint << 47) - 1)), l.point_id, l.id, :cause, :damage, :project,
                   :income, :measure, :months, :plan, :principal, :interest, :day, :key
              from numbered n
              join loan.loan l on l.id = :loan
              join organisation.unit u on u.id = l.point_id
            returning code
            """;

    private static final String EVIDENCE = """
            insert into loan.risk_evidence (dossier_id, seq, point_id, kind, number, issued_on, issuer, valid_until, submission)
            select d.id, (select count(*) from loan.risk_evidence e where e.dossier_id = d.id) + 1, d.point_id, :kind, :number,
                   :issued_on, :issuer, :valid_until, :key
              from loan.risk_dossier d
             where d.id = :dossier
            """;

    private static final String MINUTES = """
            insert into loan.risk_minutes (dossier_id, seq, point_id, held_on, finding, proposal, submission)
            select d.id, (select count(*) from loan.risk_minutes m where m.dossier_id = d.id) + 1, d.point_id, :held_on,
                   :finding, :proposal, :key
              from loan.risk_dossier d
             where d.id = :dossier
            returning seq
            """;

    private static final String PARTICIPANTS = """
            insert into loan.risk_participant (dossier_id, seq, place, point_id, capacity, name)
            select :dossier, :seq, p.place, :point, p.capacity, p.name
              from unnest(cast(:capacities as text[]), cast(:names as text[])) with ordinality as p (capacity, name, place)
            """;

    private static final String WITHOUT_EVIDENCE = """
            select d.code
              from loan.risk_dossier d
             where d.id = any (:ids)
               and not exists (select from loan.risk_evidence e
                                where e.dossier_id = d.id and (e.valid_until is null or e.valid_until >= :day))
             limit 1
            """;

    private static final String WITHOUT_MINUTES = """
            select d.code
              from loan.risk_dossier d
             where d.id = any (:ids) and not exists (select from loan.risk_minutes m where m.dossier_id = d.id)
             limit 1
            """;

    private static final String HAD_ANOTHER_HAND = """
            select exists (select from loan.risk_event e
                            where e.dossier_id = any (:ids) and e.move in ('SUBMIT', 'CONFIRM', 'CHECK') and e.move <> :move
                              and e.human = :human)
            """;

    private static final String EVENTS = """
            insert into loan.risk_event
                   (dossier_id, point_id, move, from_step, to_step, role, needs_reason, reason, round, human, happened_on,
                    submission)
            select d.id, d.point_id, :move, d.step, :to, :role, :needs_reason, :reason, :round, :human, b.day, :key
              from loan.risk_dossier d
              join organisation.point pt on pt.id = d.point_id
              join organisation.business_day b on b.office_id = pt.office_id
             where d.id = any (:ids)
            """;

    private final JdbcClient db;

    Dossiers(JdbcClient db) {
        this.db = db;
    }

    /**
     * Dossiers, with their loans locked until the transaction ends.
     *
     * @throws Refused {@link RiskRefusal#UNKNOWN_RISK_DOSSIER} when one is not there or not in scope
     */
    public List<Dossier> lock(Collection<String> codes) {
        var keys = codes.toArray(String[]::new);
        db.sql(LOCK).param("codes", keys).query((row, n) -> row.getLong("id")).list();
        var found =
                db.sql(GET).param("codes", keys).query((row, n) -> dossier(row)).list();
        if (found.isEmpty() || found.size() != keys.length) {
            throw new Refused(RiskRefusal.UNKNOWN_RISK_DOSSIER);
        }
        return found;
    }

    /** The dossiers that wait for the decision on one list, locked with their loans. */
    List<Dossier> lockListed(DecisionChange.Subject list, long officeId, long contractId) {
        var codes = db.sql(ON_LIST)
                .param("round", list.round())
                .param("office", officeId)
                .param("contract", contractId)
                .param("write_off", list.list() == RiskList.WRITE_OFF)
                .query((row, n) -> row.getString("code"))
                .list();
        if (codes.isEmpty()) {
            throw new Refused(RiskRefusal.RISK_LIST_EMPTY);
        }
        return lock(codes);
    }

    private static Dossier dossier(ResultSet row) throws SQLException {
        return new Dossier(
                row.getLong("id"),
                row.getString("code"),
                new Dossier.Place(
                        row.getLong("point_id"), row.getLong("office_id"), row.getObject("day", LocalDate.class)),
                new Dossier.OfLoan(
                        row.getLong("loan_id"),
                        row.getString("loan"),
                        row.getString("stage").equals("ACTIVE"),
                        new RiskRules.Before(
                                row.getInt("frozen_months"),
                                row.getBoolean("freeze_runs"),
                                row.getBoolean("freeze_waits"))),
                new RiskRules.Asked(
                        Cause.valueOf(row.getString("cause")),
                        new Loss(new Dong(row.getLong("damage")), new Dong(row.getLong("project_value"))),
                        Measure.valueOf(row.getString("measure")),
                        row.getInt("months")),
                Step.valueOf(row.getString("step")),
                row.getString("round"));
    }

    /** Writes a draft; returns its code. */
    String write(WriteDossier.Wish wish, LoanAtRisk loan) {
        return db.sql(INSERT)
                .param("loan", loan.id())
                .param("cause", wish.asked().cause().name())
                .param("damage", wish.asked().loss().damage().amount())
                .param("project", wish.asked().loss().project().amount())
                .param("income", wish.words().income())
                .param("measure", wish.asked().measure().name())
                .param("months", wish.asked().months())
                .param("plan", wish.words().plan())
                .param("principal", loan.principal().amount())
                .param("interest", loan.interest().amount())
                .param("day", loan.today())
                .param("key", wish.key())
                .query((row, n) -> row.getString("code"))
                .single();
    }

    void add(Dossier dossier, AddEvidence.Wish wish) {
        db.sql(EVIDENCE)
                .param("dossier", dossier.id())
                .param("kind", wish.paper().kind().name())
                .param("number", wish.paper().number())
                .param("issued_on", wish.paper().issuedOn())
                .param("issuer", wish.paper().issuer())
                .param("valid_until", wish.paper().validUntil())
                .param("key", wish.key())
                .update();
    }

    void record(Dossier dossier, RecordMinutes.Wish wish) {
        int seq = db.sql(MINUTES)
                .param("dossier", dossier.id())
                .param("held_on", wish.heldOn())
                .param("finding", wish.finding())
                .param("proposal", wish.proposal())
                .param("key", wish.key())
                .query((row, n) -> row.getInt("seq"))
                .single();
        db.sql(PARTICIPANTS)
                .param("dossier", dossier.id())
                .param("seq", seq)
                .param("point", dossier.place().pointId())
                .param(
                        "capacities",
                        wish.participants().stream()
                                .map(each -> each.capacity().name())
                                .toArray(String[]::new))
                .param(
                        "names",
                        wish.participants().stream()
                                .map(RecordMinutes.Participant::name)
                                .toArray(String[]::new))
                .update();
    }

    /**
     * Lets dossiers go on that have minutes and evidence valid on the day.
     *
     * @throws Refused {@link RiskRefusal#RISK_NEEDS_MINUTES}, {@link RiskRefusal#RISK_NEEDS_EVIDENCE}
     */
    void requireComplete(List<Dossier> dossiers, LocalDate day) {
        var ids = ids(dossiers);
        db.sql(WITHOUT_MINUTES)
                .param("ids", ids)
                .query((row, n) -> row.getString("code"))
                .optional()
                .ifPresent(code -> {
                    throw new Refused(RiskRefusal.RISK_NEEDS_MINUTES, code);
                });
        db.sql(WITHOUT_EVIDENCE)
                .param("ids", ids)
                .param("day", day)
                .query((row, n) -> row.getString("code"))
                .optional()
                .ifPresent(code -> {
                    throw new Refused(RiskRefusal.RISK_NEEDS_EVIDENCE, code, day);
                });
    }

    /**
     * Nobody makes two of the moves that want a person each.
     *
     * @throws Refused {@link RiskRefusal#RISK_SAME_PERSON}
     */
    void requireAnother(List<Dossier> dossiers, Move move, long human) {
        if (db.sql(HAD_ANOTHER_HAND)
                .param("ids", ids(dossiers))
                .param("move", move.name())
                .param("human", human)
                .query(Boolean.class)
                .single()) {
            throw new Refused(RiskRefusal.RISK_SAME_PERSON);
        }
    }

    /** Moves dossiers of one step by the same person. */
    public void move(Actor actor, UUID key, List<Dossier> dossiers, Way way) {
        db.sql(EVENTS)
                .param("ids", ids(dossiers))
                .param("move", way.move().name())
                .param("to", way.to().name())
                .param("role", actor.role().name())
                .param("needs_reason", way.reason() != null)
                .param("reason", way.reason())
                .param("round", way.round())
                .param("human", actor.personId())
                .param("key", key)
                .update();
    }

    private static Long[] ids(List<Dossier> dossiers) {
        return dossiers.stream().map(Dossier::id).toArray(Long[]::new);
    }

    /** A move and where it leads, with what is said of it. */
    public record Way(
            Move move,
            Step to,
            @Nullable String reason,
            @Nullable String round) {}

    /** A loan that somebody asks for: what it owes on the open day. */
    record LoanAtRisk(
            long id,
            String code,
            long pointId,
            LocalDate today,
            Dong principal,
            Dong interest,
            RiskRules.Before before) {}
}
