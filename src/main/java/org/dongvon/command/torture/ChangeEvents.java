package org.dongvon.command.torture;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;

/** The events that two persons make: terms that change, rates. */
final class ChangeEvents {

    private final TortureOffice office;

    ChangeEvents(TortureOffice office) {
        this.office = office;
    }

    /** An instalment is put off, where the rules allow it. */
    void adjust(Random random, UUID key) {
        var loan = office.any(random);
        int number = random.nextInt(loan.instalments().size());
        var contract = loan.instalments().get(number).contract().plusDays(random.nextInt(400));
        change(
                new Two(office.officer, office.director),
                key,
                "loan.instalment",
                loan.code + ":" + (number + 1),
                Facts.none().date("contract", contract));
        loan.adjust(number, contract);
    }

    /** A loan is extended. */
    void extend(Random random, UUID key) {
        var loan = office.any(random);
        int last = loan.instalments().size() - 1;
        var contract = loan.instalments().get(last).contract().plusDays(random.nextInt(700));
        change(
                new Two(office.officer, office.director),
                key,
                "loan.extension",
                loan.code,
                Facts.none().date("contract", contract));
        loan.adjust(last, contract);
    }

    /** A rate from a day on, or since one. */
    void rate(Random random, UUID key, LocalDate from) {
        var percent = BigDecimal.valueOf(500 + random.nextInt(200), 2);
        var inTerm = AnnualRate.ofPercent(percent.toPlainString());
        var overdue = inTerm.times(1300);
        var wanted = Facts.none().date("from", from).rate("in-term", inTerm).rate("overdue", overdue);
        change(new Two(office.maker, office.checker), key, "programme.rate", TortureOffice.SERIES, wanted);
        long units = percent.movePointRight(6).longValueExact();
        office.oracle.rate(from, units, units / 10 * 13);
    }

    private void change(Two people, UUID key, String kind, String subject, Facts wanted) {
        long id = office.get(RequestChange.class)
                .run(
                        people.maker(),
                        new RequestChange.Proposal(
                                key, kind, subject, wanted, new Basis("Thử ngẫu nhiên", "QD-2553-2025", null)));
        try {
            office.get(DecideChange.class).approve(people.checker(), LendingEvents.derived(key, "yes"), id);
        } catch (Refused refused) {
            office.get(DecideChange.class).sendBack(people.checker(), LendingEvents.derived(key, "no"), id, "Không duyệt được");
            throw refused;
        }
    }

    /** Who asks and who decides. */
    private record Two(Actor maker, Actor checker) {}
}
