package org.dongvon.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.springframework.context.ApplicationContext;

/**
 * A village with five near-poor households that borrowed 100 000 000 đ each on 15/11/2025, at its session of 15/12/2025,
 * with the rate cut of 1/12/2025 in between: each owes 634 389 đ of interest (handbook I2).
 */
public final class LoanVillage {

    public static final LocalDate PAID_OUT = LocalDate.of(2025, 11, 15);
    public static final LocalDate TODAY = LocalDate.of(2025, 12, 15);

    private final ApplicationContext beans;
    private final OwnerDb owner;
    public final String code;
    public final Village village;
    public final Village.GroupOfLoans group;
    private long session;

    public LoanVillage(ApplicationContext beans, String code) {
        this.beans = beans;
        this.owner = beans.getBean(OwnerDb.class);
        this.code = code;
        this.village = Village.in(beans, code, PAID_OUT, 15);
        this.group = village.group(1, 5, "CANNGHEO", 100_000_000, PAID_OUT);
        session = village.openSession(900_000_000);
        village.payOut(session, group);
        moveTo(TODAY);
    }

    /** Closes the session, makes another day the open one without a close of the days between, and opens its session. */
    public void moveTo(LocalDate day) {
        jumpTo(day);
        session = village.openSession(0);
    }

    /** Closes the session and makes another day the open one. */
    public void jumpTo(LocalDate day) {
        var cash = owner.sql("select balance from session.cash_box where session_id = :session")
                .param("session", session)
                .query(Long.class)
                .single();
        beans.getBean(CloseSession.class)
                .run(village.controller, UUID.randomUUID(), session, CashCount.of(new Dong(cash)), "");
        owner.sql("update organisation.business_day set day = :day where office_id = :office")
                .param("day", day)
                .param("office", village.office)
                .update();
    }

    /** The code of a member's loan. */
    public String loan(int member) {
        return code + "-1-" + member;
    }

    public String groupCode() {
        return code + "-T1";
    }

    /** A borrower pays at the counter. */
    public void pay(int member, long interest, long principal) {
        pay(UUID.randomUUID(), member, interest, principal);
    }

    public void pay(UUID line, int member, long interest, long principal) {
        var sheetLine = new SheetLine(
                line,
                group.members().get(member),
                group.loans().get(member),
                new Dong(interest),
                Dong.ZERO,
                new Dong(principal),
                Payer.BORROWER);
        post(sheetLine);
    }

    public void save(int member, long amount) {
        post(new SheetLine(
                UUID.randomUUID(),
                group.members().get(member),
                group.loans().get(member),
                Dong.ZERO,
                new Dong(amount),
                Dong.ZERO,
                Payer.GROUP_HEAD));
    }

    private void post(SheetLine line) {
        var answer = beans.getBean(PostSheet.class)
                .run(village.teller, new Sheet(UUID.randomUUID(), session, group.id(), List.of(line)));
        if (answer.posted() != 1) {
            throw new IllegalStateException(answer.toString());
        }
    }

    /** People of the village's office who may log in: {@code <code>.teller} and {@code <code>.auditor}. */
    public LoanVillage withPeople() {
        var accounts = beans.getBean(Accounts.class);
        for (var role : List.of(Role.TELLER, Role.AUDITOR)) {
            accounts.create(
                    Actor.SYSTEM, new NewAccount(login(role), "Lê Thu Hà", role, village.office), Site.PASSWORD);
        }
        return this;
    }

    /** How a person of the village's office logs in. */
    public String login(Role role) {
        return code.toLowerCase(Locale.ROOT) + "." + Site.login(role);
    }
}
