package org.dongvon.session.cashplan;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Unit;

/**
 * What the sessions of a week need and bring.
 *
 * @param held the vault by the book when it was read
 */
record CashPlan(Unit office, LocalDate from, Dong held, List<Line> lines) {

    public LocalDate to() {
        return from.plusDays(6);
    }

    public Dong out() {
        return sum(Line::out);
    }

    public Dong principal() {
        return sum(Line::principal);
    }

    public Dong interest() {
        return sum(Line::interest);
    }

    public Dong savings() {
        return sum(Line::savings);
    }

    public Dong in() {
        return sum(Line::in);
    }

    public long payOuts() {
        return lines.stream().mapToLong(Line::payOuts).sum();
    }

    /** What the bank is to bring to the vault: all that is paid out less what is there. Nobody counts on receipts. */
    public Dong order() {
        return out().minus(held).max(Dong.ZERO);
    }

    private Dong sum(Function<Line, Dong> column) {
        return lines.stream().map(column).reduce(Dong.ZERO, Dong::plus);
    }

    /** One session. */
    record Line(LocalDate day, String code, String point, long payOuts, Dong out, Due due) {

        public Dong principal() {
            return due.principal();
        }

        public Dong interest() {
            return due.interest();
        }

        public Dong savings() {
            return due.savings();
        }

        public Dong in() {
            return due.principal().plus(due.interest()).plus(due.savings());
        }
    }

    /** What comes in by the lists: principal that falls due since the session before, interest asked, savings agreed. */
    record Due(Dong principal, Dong interest, Dong savings) {}
}
