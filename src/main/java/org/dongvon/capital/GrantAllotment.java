package org.dongvon.capital;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Point;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Enters a capital contract and hands money of a contract to an office to lend, with its journal. */
@Service
public class GrantAllotment {

    private static final String CONTRACT = """
            insert into capital.contract (code, point_id, source, owner, decision, signed_on, amount)
            values (:code, :point, :source, :owner, :decision, :signed_on, :amount)
            returning id
            """;

    private static final String FREE_OF_CONTRACT = """
            select c.amount - c.written_off - coalesce((select sum(granted) from capital.allotment a where a.contract_id = c.id), 0)
              from capital.contract c
             where c.id = :contract
               for update of c
            """;

    private static final String GRANT = """
            insert into capital.allotment as a (contract_id, office_id, point_id, granted)
            values (:contract, :office, :point, :amount)
                on conflict (contract_id, office_id) do update set granted = a.granted + excluded.granted
            returning id
            """;

    private static final String MOVEMENT = """
            insert into capital.movement (journal_id, allotment_id, point_id, kind, amount)
            values (:journal, :allotment, :point, 'GRANTED', :amount)
            """;

    private final JdbcClient db;
    private final Units units;
    private final BusinessDays days;
    private final Ledger ledger;
    private final Submissions submissions;

    GrantAllotment(JdbcClient db, Units units, BusinessDays days, Ledger ledger, Submissions submissions) {
        this.db = db;
        this.units = units;
        this.days = days;
        this.ledger = ledger;
        this.submissions = submissions;
    }

    /** Signs a contract, administered by the office; returns its id. Part of the caller's transaction. */
    public long sign(long officeId, NewContract contract) {
        return db.sql(CONTRACT)
                .param("code", contract.code())
                .param("point", directPoint(officeId).id())
                .param("source", contract.source())
                .param("owner", contract.owner())
                .param("decision", contract.decision())
                .param("signed_on", contract.signedOn())
                .param("amount", contract.amount().amount())
                .query(Long.class)
                .single();
    }

    /**
     * Grants an amount of a contract to an office, on its open day; returns the allotment's id. Only the server itself
     * does, for imports and demonstration data: people ask for it by {@link GrantChange}, and a second person approves.
     *
     * @throws Refused {@link CapitalRefusal#CONTRACT_EXCEEDED} when the contract has less left
     */
    public long grant(Actor actor, UUID key, long officeId, long contractId, Dong amount) {
        actor.requireRole(Role.SYSTEM);
        var point = directPoint(officeId);
        var content = "grant contract=%d office=%d amount=%d".formatted(contractId, officeId, amount.amount());
        var submission = new Submission(key, "capital.GrantAllotment", content);
        return submissions
                .once(
                        actor,
                        submission,
                        Granted.class,
                        () -> new Submissions.Done<>(
                                point.id(), days.hold(officeId), new Granted(post(key, point, contractId, amount))))
                .allotmentId();
    }

    /** Grants inside the caller's submission, whose key the journal bears; returns the allotment's id. */
    long post(UUID submission, Point point, long contractId, Dong amount) {
        var day = days.hold(point.officeId());
        var free = new Dong(db.sql(FREE_OF_CONTRACT)
                .param("contract", contractId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CONTRACT, contractId)));
        if (amount.compareTo(free) > 0) {
            throw new Refused(CapitalRefusal.CONTRACT_EXCEEDED, amount, free);
        }
        var allotment = db.sql(GRANT)
                .param("contract", contractId)
                .param("office", point.officeId())
                .param("point", point.id())
                .param("amount", amount.amount())
                .query(Long.class)
                .single();
        var header = new Journal.Header(submission, point.id(), point.officeId(), day, day, "ALLOTMENT", null);
        var voucher = ledger.post(new Journal(
                header,
                List.of(
                        new Entry(Account.BANK, 0, 0, amount),
                        new Entry(Account.POLICY_CAPITAL, 0, contractId, Dong.ZERO.minus(amount)))));
        db.sql(MOVEMENT)
                .param("journal", voucher.journalId())
                .param("allotment", allotment)
                .param("point", point.id())
                .param("amount", amount.amount())
                .update();
        return allotment;
    }

    private Point directPoint(long officeId) {
        return units.pointsOf(officeId).getFirst();
    }

    /** What is signed: who entrusts how much, by which decision. */
    public record NewContract(
            String code, String source, String owner, String decision, LocalDate signedOn, Dong amount) {}

    record Granted(long allotmentId) {}
}
