package org.dongvon.capital.contract;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Facts;
import org.jspecify.annotations.Nullable;

/**
 * What a contract of capital says: of whom the money is, how much, and where and how it may be lent.
 *
 * @param office the code of the office that administers it
 * @param endsOn the last day on which the owner hands money over
 * @param use where and how it may be lent
 * @param shares how the interest collected on it is distributed; none where it stays with the bank
 */
record Terms(
        String source,
        String owner,
        Dong amount,
        LocalDate signedOn,
        @Nullable LocalDate endsOn,
        String office,
        Use use,
        @Nullable Shares shares) {

    static final int USUAL_PRIORITY = 100;
    private static final int LAST_PRIORITY = 999;
    private static final String BETWEEN = ", ";

    Terms {
        if (!amount.isPositive()) {
            throw new Refused(CapitalRefusal.AMOUNT_NOT_POSITIVE);
        }
        if (endsOn != null && endsOn.isBefore(signedOn)) {
            throw new Refused(CapitalRefusal.CONTRACT_ENDS_BEFORE_SIGNING, endsOn, signedOn);
        }
    }

    Facts facts() {
        var facts = Facts.none()
                .text("source", source)
                .text("owner", owner)
                .dong("amount", amount)
                .date("signed-on", signedOn)
                .date("ends-on", endsOn)
                .text("office", office)
                .text("programmes", use.programmes.isEmpty() ? null : String.join(BETWEEN, use.programmes))
                .text("area", use.area)
                .dong("cap", use.cap)
                .text("series", use.series)
                .count("priority", use.priority);
        return facts.text("risk", shares == null ? null : Shares.written(shares.risk()))
                .text("fee", shares == null ? null : Shares.written(shares.fee()))
                .text("boards", shares == null ? null : Shares.written(shares.boards()))
                .text("added", shares == null ? null : Shares.written(shares.added()));
    }

    static Terms of(Facts facts) {
        return new Terms(
                facts.textOf("source"),
                facts.textOf("owner"),
                facts.dongOf("amount"),
                facts.dateOf("signed-on"),
                facts.has("ends-on") ? facts.dateOf("ends-on") : null,
                facts.textOf("office"),
                new Use(
                        facts.has("programmes")
                                ? List.of(facts.textOf("programmes").split(BETWEEN))
                                : List.of(),
                        text(facts, "area"),
                        facts.has("cap") ? facts.dongOf("cap") : null,
                        text(facts, "series"),
                        Math.toIntExact(facts.countOf("priority"))),
                facts.has("risk")
                        ? new Shares(
                                share(facts, "risk"),
                                share(facts, "fee"),
                                share(facts, "boards"),
                                share(facts, "added"))
                        : null);
    }

    private static @Nullable String text(Facts facts, String name) {
        return facts.has(name) ? facts.textOf(name) : null;
    }

    private static int share(Facts facts, String name) {
        var hundredths = Shares.parse(facts.textOf(name));
        return hundredths == null ? 0 : hundredths;
    }

    /**
     * Where and how the money may be lent.
     *
     * @param programmes the codes of the programmes; all when empty
     * @param area the code of the unit in whose points alone it may be lent
     * @param cap the most that one loan of it may be
     * @param series the code of the rate series of its loans, where the local rate differs
     * @param priority which money is lent first: the lowest number
     */
    record Use(
            List<String> programmes,
            @Nullable String area,
            @Nullable Dong cap,
            @Nullable String series,
            int priority) {

        /** @throws Refused {@link CapitalRefusal#PRIORITY_OUTSIDE} */
        Use {
            programmes = List.copyOf(programmes);
            if (priority < 1 || priority > LAST_PRIORITY) {
                throw new Refused(CapitalRefusal.PRIORITY_OUTSIDE, priority);
            }
        }
    }
}
