package org.dongvon.command.torture;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.shared.change.Facts;

/** Terms that change: instalments put off, loans extended and rolled over, rates from a day to come and of a day gone by. */
final class TermEvents {

    private static final List<String> SERIES = List.of("HONGHEO", "GQVL", "GQVL-2026");
    private static final String FIRST_DAY = """
            select min(c.valid_from)
              from programme.rate_change c join programme.rate_series s on s.id = c.series_id
             where s.code = :series
            """;

    private final Hand hand;

    TermEvents(Hand hand) {
        this.hand = hand;
    }

    private TortureOffice office() {
        return hand.office();
    }

    boolean putOff(Random random, UUID key) {
        return hand.loan(random, loan -> loan.outstanding() > 0)
                .map(loan -> {
                    int number = random.nextInt(loan.dues().size());
                    var contract = loan.dues().get(number).contract().plusDays(random.nextInt(400));
                    var wanted = Facts.none().date("contract", contract);
                    var subject = loan.code() + ":" + (number + 1);
                    hand.change(
                            office().director,
                            key,
                            new Hand.Asked(office().officer, "loan.instalment", subject, wanted));
                    loan.adjust(number, contract);
                    return true;
                })
                .orElse(false);
    }

    /** The last instalment put off, by an extension or for another cycle of production. */
    boolean later(Random random, UUID key, String kind) {
        return hand.loan(random, loan -> loan.outstanding() > 0)
                .map(loan -> {
                    int last = loan.dues().size() - 1;
                    var contract = loan.dues().get(last).contract().plusDays(random.nextInt(500));
                    var wanted = Facts.none().date("contract", contract);
                    hand.change(office().director, key, new Hand.Asked(office().officer, kind, loan.code(), wanted));
                    loan.adjust(last, contract);
                    return true;
                })
                .orElse(false);
    }

    /** A new rate of loans that exist, so many days from today. */
    boolean rate(Random random, UUID key, int days) {
        var series = Hand.one(random, SERIES);
        var from = office().today().plusDays(days);
        var first = office().owner
                .sql(FIRST_DAY)
                .param("series", series)
                .query(LocalDate.class)
                .single();
        if (!from.isAfter(first)) {
            return false;
        }
        var percent = BigDecimal.valueOf(500 + random.nextInt(200), 2);
        var inTerm = AnnualRate.ofPercent(percent.toPlainString());
        var wanted = Facts.none().date("from", from).rate("in-term", inTerm).rate("overdue", inTerm.times(1300));
        hand.change(office().checker, key, new Hand.Asked(office().maker, "programme.rate", series, wanted));
        long units = percent.movePointRight(6).longValueExact();
        office().oracle.rate(series, from, new LendingOracle.Rate(units, units / 10 * 13));
        return true;
    }
}
