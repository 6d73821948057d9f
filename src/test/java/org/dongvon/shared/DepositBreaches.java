package org.dongvon.shared;

import static org.dongvon.shared.Breaches.added;

import java.util.stream.Stream;
import org.dongvon.shared.Breaches.Breach;

/** The breaches of what members and residents deposited, and of its interest. */
final class DepositBreaches {

    private static final String RICHEST = "balance = 100000";

    private DepositBreaches() {}

    static Stream<Breach> all() {
        return Stream.of(
                new Breach(
                        "savings.interest-is-movements",
                        "savings.interest",
                        "update savings.interest set until = until + 1",
                        "update savings.interest set until = until - 1",
                        "interest 2 of deposit"),
                new Breach(
                        "savings.interest-is-booked",
                        "ledger.entry",
                        "update ledger.entry set account = 'COMMISSION', programme_id = 78 where account = 'DEPOSIT_INTEREST' and amount = 2",
                        "update ledger.entry set account = 'DEPOSIT_INTEREST', programme_id = 0 where programme_id = 78",
                        "interest credited 2, entry 0"),
                added(
                        "savings.term-deposits-are-movements",
                        "savings.term_deposit",
                        "balance",
                        "true",
                        "term deposit V-01-S"),
                new Breach(
                        "savings.term-movements-are-entries",
                        "savings.term_movement",
                        "update savings.term_movement set amount = amount + 1 where kind = 'OPENED'",
                        "update savings.term_movement set amount = amount - 1 where kind = 'OPENED'",
                        "term deposits moved 10000001, entry 10000000"),
                added(
                        "savings.unclaimed-are-entries",
                        "savings.unclaimed",
                        "amount",
                        "true",
                        "unclaimed deposits moved 70001, entry 70000"),
                added("savings.deposits-are-movements", "savings.account", "balance", RICHEST, "deposit "),
                added(
                        "savings.movements-are-entries",
                        "savings.movement",
                        "amount",
                        "amount = 50000",
                        "deposits moved 50001"));
    }
}
