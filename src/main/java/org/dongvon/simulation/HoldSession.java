package org.dongvon.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.ApproveLoans;
import org.dongvon.loan.LoanDesk;
import org.dongvon.loan.Repayments;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.ReferenceBook;
import org.dongvon.session.Sessions;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.opening.OpenSession;
import org.dongvon.session.payout.PayOutLoans;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetAnswer;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.simulation.plan.OfficePlan.HouseholdPlan;
import org.dongvon.simulation.plan.OfficePlan.LoanPlan;
import org.dongvon.simulation.plan.OfficePlan.PointPlan;
import org.springframework.stereotype.Component;

/**
 * A session of a point as its team holds it: the leader opens it, the teller pays loans out and posts the groups' sheets
 * with what the plan says each member brings, the controller counts and closes.
 */
@Component
class HoldSession {

    private static final int APPROVED_DAYS_BEFORE = 3;

    private final Programmes programmes;
    private final ApproveLoans approveLoans;
    private final Repayments repayments;
    private final Sessions sessions;
    private final Counter counter;

    HoldSession(
            Programmes programmes,
            ApproveLoans approveLoans,
            Repayments repayments,
            Sessions sessions,
            Counter counter) {
        this.programmes = programmes;
        this.approveLoans = approveLoans;
        this.repayments = repayments;
        this.sessions = sessions;
        this.counter = counter;
    }

    /** Holds it inside the caller's transaction; returns the identifiers of the loans that were paid out. */
    Map<String, Long> run(Office office, PointPlan point, LocalDate day) {
        var name = point.code() + " " + day;
        var loans = new ArrayList<Owed>();
        var approved = new ArrayList<Owed>();
        for (var household : point.households()) {
            for (var loan : household.loans()) {
                if (loan.paidOut().equals(day)) {
                    approved.add(new Owed(household, loan));
                } else if (loan.isOwedOn(day)) {
                    loans.add(new Owed(household, loan));
                }
            }
        }
        var made = approve(office, point, day, approved);
        long session = open(office, point, name, approved);
        payOut(office, session, name, made);
        post(office, new Held(session, day), loans);
        counter.fees.pay(office, point, session, name);
        close(office, session, name);
        return made;
    }

    private Map<String, Long> approve(Office office, PointPlan point, LocalDate day, List<Owed> approved) {
        var made = new LinkedHashMap<String, Long>();
        if (!approved.isEmpty()) {
            var reference = programmes.current();
            var news = approved.stream()
                    .map(owed -> newLoan(office, reference, owed))
                    .toList();
            var ids = approveLoans.run(office.id(point.code()), day.minusDays(APPROVED_DAYS_BEFORE), news);
            for (int i = 0; i < news.size(); i++) {
                made.put(news.get(i).code(), ids.get(i));
            }
        }
        return made;
    }

    private static ApproveLoans.NewLoan newLoan(Office office, ReferenceBook reference, Owed owed) {
        var loan = owed.loan();
        var household = owed.household();
        var spec = loan.spec();
        var series = reference.rates().seriesFor(spec.code(), spec.traits().borrowers(), loan.paidOut());
        var terms = loan.terms();
        return new ApproveLoans.NewLoan(
                loan.code(),
                new ApproveLoans.Borrower(
                        office.id(RegisterPeople.householdCode(household)),
                        office.id(RegisterPeople.personCode(household)),
                        office.groupOf(household),
                        office.find(RegisterPeople.memberCode(household))),
                reference.programme(spec.code()).id(),
                series.id(),
                office.id(spec.contract()),
                loan.amount(),
                new ApproveLoans.Terms(
                        terms.months().getFirst(), terms.interval(), terms.grace(), terms.interestGrace()),
                spec.traits().jobs());
    }

    /** The teller starts with the cash for the loans to be paid out. */
    private long open(Office office, PointPlan point, String name, List<Owed> approved) {
        var cash = approved.stream().map(owed -> owed.loan().amount()).reduce(Dong.ZERO, Dong::plus);
        counter.treasury.bringFor(office, name, cash);
        return counter.open.run(
                office.leader(),
                office.keys().of("open " + name),
                new OpenSession.Opening(
                        office.id(point.code()),
                        office.teller().id(),
                        office.controller().id(),
                        cash));
    }

    private void payOut(Office office, long session, String name, Map<String, Long> made) {
        if (!made.isEmpty()) {
            var lines = made.entrySet().stream()
                    .map(loan ->
                            new PayOutLoans.PayOutLine(office.keys().of("pay out " + loan.getKey()), loan.getValue()))
                    .toList();
            counter.payOut.run(
                    office.teller(), new PayOutLoans.PayOut(office.keys().of("pay out " + name), session, lines));
        }
    }

    private void post(Office office, Held held, List<Owed> loans) {
        if (loans.isEmpty()) {
            return;
        }
        var desk = repayments.read(
                loans.stream().map(owed -> office.id(owed.loan().code())).toList());
        var byGroup = new LinkedHashMap<String, List<Owed>>();
        for (var owed : loans) {
            byGroup.computeIfAbsent(office.groupCode(owed.household()), group -> new ArrayList<>())
                    .add(owed);
        }
        byGroup.forEach((group, owed) -> {
            var lines = lines(office, desk, held.day(), owed);
            var sheet = new Sheet(
                    office.keys().of("sheet " + group + " " + held.day()), held.session(), office.find(group), lines);
            requirePosted(counter.postSheet.run(office.teller(), sheet), group, held.day());
        });
    }

    private static List<SheetLine> lines(Office office, LoanDesk desk, LocalDate day, List<Owed> loans) {
        var lines = new ArrayList<SheetLine>(loans.size());
        var saved = new HashSet<String>();
        for (var owed : loans) {
            boolean first = saved.add(owed.household().code());
            lines.add(line(office, desk, day, owed, first));
        }
        return lines;
    }

    /** What one member brings for one loan; the deposit comes with the member's first line. */
    private static SheetLine line(Office office, LoanDesk desk, LocalDate day, Owed owed, boolean first) {
        var household = owed.household();
        var loan = owed.loan();
        long id = office.id(loan.code());
        boolean absent = household.absent().contains(day);
        var principal = loan.repayments().getOrDefault(day, Dong.ZERO);
        var stopped = loan.arrearsFrom();
        boolean pays = !absent && (stopped == null || day.isBefore(stopped));
        var balance = Objects.requireNonNull(desk.balances().get(id), loan.code());
        return new SheetLine(
                office.keys().of("line " + loan.code() + " " + day),
                office.memberOrNone(household),
                id,
                pays ? desk.interestAskedOn(balance, day) : Dong.ZERO,
                first && !absent ? household.saving() : Dong.ZERO,
                principal,
                principal.isPositive() || household.saving().isZero()
                        ? SheetLine.Payer.BORROWER
                        : SheetLine.Payer.GROUP_HEAD);
    }

    private static void requirePosted(SheetAnswer answer, String group, LocalDate day) {
        for (var line : answer.others()) {
            if (line.outcome() != SheetAnswer.Outcome.ABSENT) {
                throw new IllegalStateException("the plan of " + group + " on " + day + " breaks a rule: " + line);
            }
        }
    }

    private void close(Office office, long session, String name) {
        var cash = sessions.cash(session).orElse(Dong.ZERO);
        counter.close.run(office.controller(), office.keys().of("close " + name), session, CashCount.of(cash), "");
        counter.treasury.takeAway(office, name);
    }

    /** A loan with the household that owes it. */
    record Owed(HouseholdPlan household, LoanPlan loan) {}

    private record Held(long session, LocalDate day) {}

    /** The use cases of the session's team. */
    @Component
    static class Counter {

        private final OpenSession open;
        private final PayOutLoans payOut;
        private final PostSheet postSheet;
        private final CloseSession close;
        private final Treasury treasury;
        private final FeeMonths fees;

        Counter(
                OpenSession open,
                PayOutLoans payOut,
                PostSheet postSheet,
                CloseSession close,
                Treasury treasury,
                FeeMonths fees) {
            this.open = open;
            this.payOut = payOut;
            this.postSheet = postSheet;
            this.close = close;
            this.treasury = treasury;
            this.fees = fees;
        }
    }
}
