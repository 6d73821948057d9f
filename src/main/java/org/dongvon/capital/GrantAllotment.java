package org.dongvon.capital;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.dongvon.shared.change.Approved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Enters a capital contract and hands money of a contract to an office to lend, with its journal. */
@Service
public class GrantAllotment {

    private static final String CONTRACT = """
            with signed as (
                insert into capital.contract (code, point_id, source, owner, decision, signed_on, amount)
                values (:code, :point, :source, :owner, :decision, :signed_on, :amount)
                returning id, point_id, source, owner, decision, signed_on, amount),
            terms as (
                insert into capital.contract_term (contract_id, valid_from, point_id, source, owner, decision, amount)
                select id, signed_on, point_id, source, owner, decision, amount from signed)
            select id from signed
            """;

    private static final String TO_COME = """
            select c.amount - c.received
              from capital.contract c
             where c.id = :contract
               for update of c
            """;

    private static final String OPEN = """
            insert into capital.allotment (contract_id, office_id, point_id) values (:contract, :office, :point)
                on conflict (contract_id, office_id) do nothing
            """;

    private static final String GRANT = """
            update capital.allotment set granted = granted + :amount
             where contract_id = :contract and office_id = :office
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
    private final CapitalPostings postings;
    private final Submissions submissions;

    GrantAllotment(
            JdbcClient db,
            Units units,
            BusinessDays days,
            Ledger ledger,
            CapitalPostings postings,
            Submissions submissions) {
        this.db = db;
        this.units = units;
        this.days = days;
        this.ledger = ledger;
        this.postings = postings;
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
     * Takes an amount of a contract in at an office and lets it lend it, on its open day, by one journal; returns the
     * allotment's id. Only the server itself does, for imports and demonstration data: people receive it by {@code
     * MoneyChange} and ask for the grant by {@link GrantChange}, and a second person approves.
     *
     * @throws Refused {@link CapitalRefusal#CONTRACT_EXCEEDED} when less of the contract is still to come
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

    private long post(UUID submission, Point point, long contractId, Dong amount) {
        var day = days.hold(point.officeId());
        var toCome = new Dong(db.sql(TO_COME)
                .param("contract", contractId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CONTRACT, contractId)));
        if (amount.compareTo(toCome) > 0) {
            throw new Refused(CapitalRefusal.CONTRACT_EXCEEDED, amount, toCome);
        }
        var header = new Journal.Header(
                submission, point.id(), point.officeId(), day, day, CapitalPostings.Kind.ALLOTMENT.name(), null);
        long journal = ledger.post(new Journal(
                        header,
                        List.of(
                                new Entry(Account.BANK, 0, 0, amount),
                                new Entry(Account.POLICY_CAPITAL, 0, contractId, amount.negate()))))
                .journalId();
        postings.write(
                journal, point.id(), new CapitalPostings.Move(contractId, CapitalPostings.MoveKind.RECEIVED, amount));
        return raise(journal, point, contractId, amount);
    }

    /**
     * Lets an office lend so much more of a contract that was received, or so much less, by an approved change.
     *
     * <p>Within the office that administers the contract no money moves: what was received and not granted becomes lending
     * capital. What another office may lend, the two owe each other.
     */
    void move(Actor checker, Approved approved, Contracts.Held contract, Point to, Dong amount) {
        var entries = new ArrayList<CapitalPostings.Leg>();
        var ungranted = new Entry(Account.UNGRANTED_CAPITAL, 0, contract.id(), amount);
        var lending = new Entry(Account.POLICY_CAPITAL, 0, contract.id(), amount.negate());
        if (contract.officeId() == to.officeId()) {
            entries.add(new CapitalPostings.Leg(to.id(), List.of(ungranted, lending), List.of()));
        } else {
            var sent = Entry.of(Account.BETWEEN_OFFICES, amount.negate());
            var come = Entry.of(Account.BETWEEN_OFFICES, amount);
            entries.add(new CapitalPostings.Leg(contract.pointId(), List.of(ungranted, sent), List.of()));
            entries.add(new CapitalPostings.Leg(to.id(), List.of(come, lending), List.of()));
        }
        var journals = postings.post(
                checker,
                approved,
                CapitalPostings.Kind.ALLOTMENT,
                approved.place().day(),
                entries);
        raise(Objects.requireNonNull(journals.get(to.id())), to, contract.id(), amount);
    }

    private long raise(long journal, Point point, long contractId, Dong amount) {
        db.sql(OPEN)
                .param("contract", contractId)
                .param("office", point.officeId())
                .param("point", point.id())
                .update();
        long allotment = db.sql(GRANT)
                .param("contract", contractId)
                .param("office", point.officeId())
                .param("amount", amount.amount())
                .query(Long.class)
                .single();
        db.sql(MOVEMENT)
                .param("journal", journal)
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
