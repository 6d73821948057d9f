package org.dongvon.report.telegram;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.report.Ratios;
import org.dongvon.report.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The daily telegram of a unit, in đồng. The components are the fields of the outside contract.
 *
 * @param asOf the business day; where an office has not reached it, that office's figures stand at its open day
 * @param offices how many offices the unit has
 * @param openOffices how many of them have not closed the day: while there is one, the figures are provisional
 * @param total of the unit
 * @param places of the units right below it
 */
public record TelegramStatement(
        String unit, LocalDate asOf, int offices, int openOffices, Figures total, List<Line> places)
        implements Statement {

    public TelegramStatement {
        places = List.copyOf(places);
    }

    @JsonIgnore
    public boolean isProvisional() {
        return openOffices > 0;
    }

    /** A unit below. */
    public record Line(String place, String name, String kind, Figures figures) {}

    /**
     * What stands at the day's end and what the day did.
     */
    public record Figures(Loans loans, Savings savings, Cash cash) {

        static final Figures NOTHING =
                new Figures(new Loans(0, 0, 0, 0, 0, 0), new Savings(0, 0, 0), new Cash(0, 0, 0, 0));

        Figures plus(Figures other) {
            return new Figures(
                    new Loans(
                            loans.outstanding + other.loans.outstanding,
                            loans.overdue + other.loans.overdue,
                            loans.frozen + other.loans.frozen,
                            loans.disbursed + other.loans.disbursed,
                            loans.collected + other.loans.collected,
                            loans.interest + other.loans.interest),
                    new Savings(
                            savings.balance + other.savings.balance,
                            savings.paidIn + other.savings.paidIn,
                            savings.paidOut + other.savings.paidOut),
                    new Cash(
                            cash.vault + other.cash.vault,
                            cash.boxes + other.cash.boxes,
                            cash.sessions + other.cash.sessions,
                            cash.openSessions + other.cash.openSessions));
        }

        /** Overdue principal of what is outstanding, in percent with two decimals; none without a loan. */
        public @Nullable BigDecimal overduePercent() {
            return loans.outstanding == 0 ? null : Ratios.percent(loans.overdue, loans.outstanding);
        }

        private Stream<Row> rows(String section, String code) {
            return Stream.of(
                    Row.of(section, code, "outstanding", loans.outstanding),
                    Row.of(section, code, "overdue", loans.overdue),
                    Row.of(section, code, "overduePercent", overduePercent()),
                    Row.of(section, code, "frozen", loans.frozen),
                    Row.of(section, code, "disbursed", loans.disbursed),
                    Row.of(section, code, "collected", loans.collected),
                    Row.of(section, code, "interest", loans.interest),
                    Row.of(section, code, "deposits", savings.balance),
                    Row.of(section, code, "depositsIn", savings.paidIn),
                    Row.of(section, code, "depositsOut", savings.paidOut),
                    Row.of(section, code, "vault", cash.vault),
                    Row.of(section, code, "boxes", cash.boxes),
                    Row.of(section, code, "sessions", cash.sessions),
                    Row.of(section, code, "openSessions", cash.openSessions));
        }
    }

    /**
     * Loans of members and others.
     *
     * @param outstanding principal, without what was written off
     * @param disbursed of the day, less what was reversed; likewise collected and interest
     */
    public record Loans(long outstanding, long overdue, long frozen, long disbursed, long collected, long interest) {}

    /** Members' deposits: what stands, and what the day brought in and paid out. */
    public record Savings(long balance, long paidIn, long paidOut) {}

    /**
     * Cash at the day's end.
     *
     * @param boxes in the hands of tellers whose sessions are not counted
     * @param sessions held on the day
     */
    public record Cash(long vault, long boxes, long sessions, long openSessions) {

        public long all() {
            return vault + boxes;
        }
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        total.rows("unit", unit).forEach(rows::add);
        places.forEach(line -> line.figures.rows("place", line.place).forEach(rows::add));
        return rows;
    }
}
