package org.dongvon.capital;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.change.Approved;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Writes what an approved change of capital does at each office: one journal at each point, on that office's open day. What
 * leaves one office for another goes through both books, so that each balances by itself.
 */
@Service
public class CapitalPostings {

    // The running sums of the contract move with its movement, in one statement.
    private static final String MOVE = """
            with written as (
                insert into capital.contract_movement (journal_id, contract_id, point_id, kind, amount)
                values (:journal, :contract, :point, :kind, :amount)
                returning contract_id, kind, amount)
            update capital.contract c
               set received = c.received + case w.kind when 'RECEIVED' then w.amount else 0 end,
                   added    = c.added    + case w.kind when 'ADDED'    then w.amount else 0 end,
                   moved    = c.moved    + case w.kind when 'MOVED'    then w.amount else 0 end,
                   returned = c.returned - case w.kind when 'RETURNED' then w.amount else 0 end
              from written w
             where c.id = w.contract_id
            """;

    private final Ledger ledger;
    private final Units units;
    private final BusinessDays days;
    private final Submissions submissions;
    private final JdbcClient db;

    CapitalPostings(Ledger ledger, Units units, BusinessDays days, Submissions submissions, JdbcClient db) {
        this.ledger = ledger;
        this.units = units;
        this.days = days;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Posts the legs of an approved change; returns the journal of each point. Legs at one point are one journal.
     *
     * @param valueDate the day from which the money counts, no later than any open day it is posted on
     */
    public Map<Long, Long> post(Actor checker, Approved approved, Kind kind, LocalDate valueDate, List<Leg> legs) {
        return post(new Order(checker, approved, kind, valueDate), legs, Map.of());
    }

    /**
     * Takes journals back by legs of the opposite sign; returns the new journal of each point.
     *
     * @param reversed the journal of each point that is taken back
     */
    public Map<Long, Long> takeBack(
            Actor checker, Approved approved, Kind kind, List<Leg> legs, Map<Long, Long> reversed) {
        return post(new Order(checker, approved, kind, approved.place().day()), legs, reversed);
    }

    private Map<Long, Long> post(Order order, List<Leg> legs, Map<Long, Long> reversed) {
        Map<Long, List<Leg>> byPoint = new TreeMap<>();
        legs.forEach(leg -> byPoint.computeIfAbsent(leg.pointId(), each -> new ArrayList<>())
                .add(leg));
        Map<Long, Long> journals = new TreeMap<>();
        byPoint.forEach((point, here) -> {
            var at = header(order.checker, order.approved, point, order.valueDate);
            journals.put(point, post(at, order.kind, reversed.get(point), here));
        });
        return journals;
    }

    private At header(Actor checker, Approved approved, long pointId, LocalDate valueDate) {
        long office = units.point(pointId).officeId();
        var day = days.hold(office);
        var key = approved.submission();
        if (pointId != approved.place().pointId()) {
            key = keyAt(approved.submission(), pointId);
            submissions.along(
                    checker,
                    new Submission(approved.submission(), "capital.CapitalPostings", approved.subject()),
                    List.of(new Submissions.Along(key, pointId, day)));
        }
        return new At(key, pointId, office, day, valueDate.isAfter(day) ? day : valueDate);
    }

    private long post(At at, Kind kind, @Nullable Long reverses, List<Leg> legs) {
        var header = new Journal.Header(at.key, at.pointId, at.officeId, at.day, at.valueDate, kind.name(), reverses);
        var entries = legs.stream().flatMap(leg -> leg.entries().stream()).toList();
        long journal = ledger.post(new Journal(header, entries)).journalId();
        legs.stream().flatMap(leg -> leg.moves().stream()).forEach(move -> write(journal, at.pointId, move));
        return journal;
    }

    private record Order(Actor checker, Approved approved, Kind kind, LocalDate valueDate) {}

    /** Where, when and under which key a journal is written. */
    private record At(UUID key, long pointId, long officeId, LocalDate day, LocalDate valueDate) {}

    /** Writes what a journal did to a contract. */
    void write(long journal, long pointId, Move move) {
        db.sql(MOVE)
                .param("journal", journal)
                .param("contract", move.contractId())
                .param("point", pointId)
                .param("kind", move.kind().name())
                .param("amount", move.amount().amount())
                .update();
    }

    private static UUID keyAt(UUID submission, long pointId) {
        return UUID.nameUUIDFromBytes(
                ("capital at point " + pointId + " by " + submission).getBytes(StandardCharsets.UTF_8));
    }

    /** What a journal of capital records. */
    public enum Kind {
        /** An office may lend more of a contract, or less. */
        ALLOTMENT,
        /** Money came in or went back. */
        CAPITAL_MONEY,
        /** Idle money went from one contract to another. */
        CAPITAL_MOVE,
        /** Interest that a contract earned was distributed. */
        INTEREST_DISTRIBUTION,
        /** That was taken back. */
        INTEREST_DISTRIBUTION_BACK,
        /** Boards that manage a contract were paid their part of its interest. */
        BOARDS_PAYMENT,
        /** That was taken back. */
        BOARDS_PAYMENT_BACK,
        /** Somebody gave money. */
        GIFT,
        /** Gifts became capital of a contract. */
        GIFT_ALLOCATION,
        /** A gift was given back. */
        GIFT_REFUND,
        /** Money was claimed from the State. */
        STATE_CLAIM,
        /** The State accepted a claim, or a part of it. */
        STATE_CLAIM_ACCEPTED,
        /** The State paid. */
        STATE_CLAIM_RECEIVED
    }

    /** What happens to a contract as a whole. */
    public enum MoveKind {
        RECEIVED,
        ADDED,
        MOVED,
        RETURNED
    }

    /** Đồng into a contract (positive) or out of it (negative). */
    public record Move(long contractId, MoveKind kind, Dong amount) {}

    /** Entries at one point that sum to zero, and what they did to contracts. */
    public record Leg(long pointId, List<Entry> entries, List<Move> moves) {}
}
