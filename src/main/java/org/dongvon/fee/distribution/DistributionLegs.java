package org.dongvon.fee.distribution;

import java.util.ArrayList;
import java.util.List;
import org.dongvon.capital.CapitalPostings.Leg;
import org.dongvon.capital.CapitalPostings.Move;
import org.dongvon.capital.CapitalPostings.MoveKind;
import org.dongvon.capital.Contracts.Held;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.distribution.Computed.Collected;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;

/** What a distribution books at each office: docs/domain/interest-distribution.md. */
final class DistributionLegs {

    private DistributionLegs() {}

    static List<Leg> of(Held contract, List<Collected> collected, Parts parts) {
        var legs = new ArrayList<Leg>();
        var sent = Dong.ZERO;
        for (var each : collected) {
            if (each.officeId() != contract.officeId() && each.amount().amount() != 0) {
                sent = sent.plus(each.amount());
                var entries = List.of(
                        new Entry(Account.INTEREST_SHARED, 0, contract.id(), each.amount()),
                        Entry.of(Account.BETWEEN_OFFICES, each.amount().negate()));
                legs.add(new Leg(each.pointId(), entries, List.of()));
            }
        }
        var entries = List.of(
                new Entry(Account.INTEREST_SHARED, 0, contract.id(), parts.all().minus(sent)),
                Entry.of(Account.BETWEEN_OFFICES, sent),
                new Entry(
                        Account.LOCAL_PROVISION, 0, contract.id(), parts.risk().negate()),
                new Entry(
                        Account.MANAGEMENT_FEE,
                        0,
                        contract.id(),
                        parts.managed().negate()),
                new Entry(
                        Account.BOARDS_PAYABLE, 0, contract.id(), parts.boards().negate()),
                new Entry(
                        Account.UNGRANTED_CAPITAL,
                        0,
                        contract.id(),
                        parts.added().negate()));
        var moves = parts.added().isPositive()
                ? List.of(new Move(contract.id(), MoveKind.ADDED, parts.added()))
                : List.<Move>of();
        legs.add(new Leg(contract.pointId(), entries, moves));
        return legs;
    }

    /** The same with the other sign. */
    static List<Leg> back(List<Leg> legs) {
        return legs.stream()
                .map(leg -> new Leg(
                        leg.pointId(),
                        leg.entries().stream()
                                .map(each -> new Entry(
                                        each.account(),
                                        each.programmeId(),
                                        each.contractId(),
                                        each.amount().negate()))
                                .toList(),
                        leg.moves().stream()
                                .map(each -> new Move(
                                        each.contractId(),
                                        each.kind(),
                                        each.amount().negate()))
                                .toList()))
                .toList();
    }
}
