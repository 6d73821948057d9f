package org.dongvon.command.torture;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What transaction days must come to, in plain maps beside the oracle of lending: what each session, the vault and each deposit
 * hold, who was served by whom, what heads owe, and which line the books must take. Shares no code with the modules.
 */
final class DayOracle {

    private static final BigInteger UNITS = BigInteger.valueOf(365L * 100_000_000);

    private final TortureOffice office;
    final Map<Long, Held> sessions = new LinkedHashMap<>();
    final Map<UUID, Taken> taken = new LinkedHashMap<>();
    private final Map<Long, Long> deposits = new HashMap<>();
    private final Set<Long> closed = new HashSet<>();
    private final long granted;
    long vault;
    long gaps;

    DayOracle(TortureOffice office) {
        this.office = office;
        this.granted = office.oracle.loans().values().stream()
                .mapToLong(OracleLoan::outstanding)
                .sum();
    }

    Held session(long id) {
        return Objects.requireNonNull(sessions.get(id));
    }

    long asked(OracleLoan loan, LocalDate day) {
        return office.oracle.asked(loan, day);
    }

    boolean isClosed(OracleLoan loan) {
        return closed.contains(loan.id());
    }

    long member(OracleLoan loan) {
        return Objects.requireNonNull(office.members.get(loan.id())).id();
    }

    long deposit(long member) {
        return deposits.getOrDefault(member, 0L);
    }

    Map<Long, Long> depositsByMember() {
        return deposits;
    }

    /** Sessions that are long over are forgotten; what a lost device still sends is of the last few. */
    void forgetClosed(LocalDate today) {
        sessions.values().removeIf(each -> !each.isOpen && each.desk == 0 && each.day.isBefore(today.minusMonths(3)));
    }

    long deposits() {
        return deposits.values().stream().mapToLong(Long::longValue).sum();
    }

    long cash() {
        return sessions.values().stream().mapToLong(each -> each.cash).sum();
    }

    long outstanding() {
        return office.oracle.loans().values().stream()
                .mapToLong(OracleLoan::outstanding)
                .sum();
    }

    long interest() {
        return office.oracle.loans().values().stream()
                .mapToLong(OracleLoan::interestPaid)
                .sum();
    }

    /** Whether so much more may be lent. */
    boolean hasRoom(long amount) {
        return outstanding() + amount <= granted;
    }

    /** Whether the books must take a line with a value date, in a session that is open. */
    boolean isLawful(Ask ask, LocalDate valueDate) {
        if (ask.interest() + ask.principal() == 0) {
            return ask.saving() > 0;
        }
        var loan = ask.loan();
        boolean since = valueDate.isBefore(office.today()) && loan.movedAfter(valueDate);
        return !isClosed(loan)
                && !since
                && (!ask.byHead() || ask.principal() == 0)
                && ask.interest() <= asked(loan, valueDate)
                && ask.principal() <= loan.outstanding();
    }

    /** A line that the books took. */
    void post(Held session, long by, Ask ask, LocalDate valueDate) {
        var loan = ask.loan();
        if (ask.interest() + ask.principal() > 0) {
            loan.pay(ask.id(), valueDate, ask.principal(), ask.interest());
            if (loan.outstanding() == 0 && isResidue(office.oracle.owed(loan, valueDate))) {
                closed.add(loan.id());
            }
        }
        deposits.merge(member(loan), ask.saving(), Long::sum);
        session.cash += ask.sum();
        session.served.put(ask.id(), new Served(by, ask));
    }

    private static boolean isResidue(BigInteger owed) {
        return owed.abs().shiftLeft(1).compareTo(UNITS) <= 0;
    }

    /** Whether a line may be taken back: what it brought is there to be given back. */
    boolean mayTakeBack(Held session, Ask ask) {
        return session.cash >= ask.sum() && deposit(member(ask.loan())) >= ask.saving() && hasRoom(ask.principal());
    }

    void takeBack(Held session, Ask ask) {
        ask.loan().takeBack(ask.id());
        if (ask.interest() + ask.principal() > 0) {
            closed.remove(ask.loan().id());
        }
        deposits.merge(member(ask.loan()), -ask.saving(), Long::sum);
        session.cash -= ask.sum();
        session.served.remove(ask.id());
    }

    void withdraw(Held session, long member, long amount) {
        deposits.merge(member, -amount, Long::sum);
        session.cash -= amount;
    }

    /** Whether somebody else than a device served the loan, or took savings of the member, in a session. */
    boolean isServedElsewhere(Held session, long device, Ask ask) {
        return session.served.values().stream()
                .filter(each -> each.by() != device)
                .map(Served::ask)
                .anyMatch(each -> (each.loan() == ask.loan() && each.interest() + each.principal() > 0)
                        || (ask.saving() > 0 && each.saving() > 0 && member(each.loan()) == member(ask.loan())));
    }

    /** All that a member must pay on a day before savings are paid out. */
    long due(long member, LocalDate day) {
        return office.oracle.loans().values().stream()
                .filter(loan -> member(loan) == member && !isClosed(loan))
                .mapToLong(loan -> loan.toPay(day) + asked(loan, day))
                .sum();
    }

    /** What a head holds of a loan. */
    List<Taken> held(OracleLoan loan) {
        return taken.values().stream().filter(each -> each.ask().loan() == loan).toList();
    }

    /** A line as somebody writes it down. */
    record Ask(UUID id, OracleLoan loan, long interest, long saving, long principal, boolean byHead) {

        long sum() {
            return interest + saving + principal;
        }
    }

    /** What a head took and nobody has counted; {@code listed} when it stands on a list that she handed in. */
    record Taken(Ask ask, int point, boolean listed) {}

    /** A line in the books, and by whom: a device's number, or 0. */
    record Served(long by, Ask ask) {}

    /** A session and its box. */
    static final class Held {

        private final long id;
        private final int point;
        private final LocalDate day;
        private final Map<UUID, Served> served = new LinkedHashMap<>();
        long cash;
        boolean isOpen = true;
        int desk;
        long deskCash;

        Held(long id, int point, LocalDate day, long cash) {
            this.id = id;
            this.point = point;
            this.day = day;
            this.cash = cash;
        }

        long id() {
            return id;
        }

        int point() {
            return point;
        }

        LocalDate day() {
            return day;
        }
    }
}
