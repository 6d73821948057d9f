package org.dongvon.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.closing.CloseDay;
import org.dongvon.closing.ClosedStep;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.ApproveLoans;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.programme.Programmes;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.support.Village.GroupOfLoans;
import org.springframework.context.ApplicationContext;

/** A transaction day of a {@link Village}: its session, from opening to the close of the office's day. */
public final class VillageDay {

    private static final String OWED = """
            select round(sum(p.constant + p.principal * programme.in_term_index(p.series_id, :day)) / 36500000000)
              from loan.part p
             where p.loan_id = :loan and p.part = 'IN_TERM'
            """;

    private static final String CASH = """
            select balance from session.cash_box where session_id = :session
            """;

    private final ApplicationContext beans;
    private final Village village;
    private final OwnerDb owner;
    private final LocalDate day;
    private final long session;

    private VillageDay(ApplicationContext beans, Village village) {
        this.beans = beans;
        this.village = village;
        this.owner = beans.getBean(OwnerDb.class);
        this.day = beans.getBean(BusinessDays.class).today(village.office);
        this.session = village.openSession(2_000_000_000);
    }

    /** The session of the village's open day. */
    public static VillageDay open(ApplicationContext beans, Village village) {
        return new VillageDay(beans, village);
    }

    /** The office itself. */
    public static Unit unit(ApplicationContext beans, Village village) {
        return beans.getBean(Units.class).get(village.office);
    }

    /** The director closes the office's days up to one; tells of the steps. */
    public static List<ClosedStep> close(ApplicationContext beans, Village village, LocalDate through) {
        var told = new ArrayList<ClosedStep>();
        beans.getBean(CloseDay.class).through(village.director, unit(beans, village), through, told::add);
        return told;
    }

    public long session() {
        return session;
    }

    /** Forms a group and pays each member a loan of 50 million. */
    public GroupOfLoans lend(int group, int members, String programme) {
        return lend(group, members, programme, 50_000_000);
    }

    public GroupOfLoans lend(int group, int members, String programme, long amount) {
        var loans = village.group(group, members, programme, amount, day);
        village.payOut(session, loans);
        return loans;
    }

    /** Pays the first members of a group a second loan of 10 million under another programme. */
    public GroupOfLoans lendAgain(GroupOfLoans group, int members, String programme, int jobs) {
        var loans = beans.getBean(Transactions.class).write(Actor.SYSTEM, () -> {
            var reference = beans.getBean(Programmes.class).current();
            var series = reference.rates().seriesFor(programme, BorrowerClass.STANDARD, day);
            var approved = new ArrayList<ApproveLoans.NewLoan>();
            for (var loan : group.loans().subList(0, members)) {
                var borrower = owner.sql(
                                "select household_id, borrower_id as person_id, group_id, member_id from loan.loan where id = :id")
                        .param("id", loan)
                        .query(ApproveLoans.Borrower.class)
                        .single();
                approved.add(new ApproveLoans.NewLoan(
                        "2-" + loan,
                        borrower,
                        reference.programme(programme).id(),
                        series.id(),
                        village.allotment,
                        new Dong(10_000_000),
                        new ApproveLoans.Terms(36, 12, 0, 0),
                        jobs));
            }
            return beans.getBean(ApproveLoans.class).run(village.point, day, approved);
        });
        var second = new GroupOfLoans(group.id(), group.members().subList(0, members), loans);
        village.payOut(session, second);
        return second;
    }

    /** A borrower pays the interest owed and some principal at the counter; returns the interest. */
    public long repay(GroupOfLoans group, int member, long principal) {
        long loan = group.loans().get(member);
        long interest = Math.max(
                0,
                owner.sql(OWED)
                        .param("day", day)
                        .param("loan", loan)
                        .query(Long.class)
                        .single());
        post(group, member, new Dong(interest), Dong.ZERO, new Dong(principal));
        return interest;
    }

    /** A member deposits. */
    public void save(GroupOfLoans group, int member, long amount) {
        post(group, member, Dong.ZERO, new Dong(amount), Dong.ZERO);
    }

    private void post(GroupOfLoans group, int member, Dong interest, Dong saving, Dong principal) {
        var line = new SheetLine(
                UUID.randomUUID(),
                group.members().get(member),
                group.loans().get(member),
                interest,
                saving,
                principal,
                Payer.BORROWER);
        var answer = beans.getBean(PostSheet.class)
                .run(village.teller, new Sheet(UUID.randomUUID(), session, group.id(), List.of(line)));
        if (answer.posted() != 1) {
            throw new IllegalStateException(answer.toString());
        }
    }

    /** The controller counts what the book says and closes the session. */
    public void end() {
        var cash = owner.sql(CASH).param("session", session).query(Long.class).single();
        beans.getBean(CloseSession.class)
                .run(village.controller, UUID.randomUUID(), session, CashCount.of(new Dong(cash)), "");
    }
}
