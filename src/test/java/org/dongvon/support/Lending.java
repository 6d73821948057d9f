package org.dongvon.support;

import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.ApprovedTerms;
import org.dongvon.loan.application.BankDecision;
import org.dongvon.loan.application.HoldMeeting;
import org.dongvon.loan.application.Move;
import org.dongvon.loan.application.MoveApplication;
import org.dongvon.loan.application.NotifyApproved;
import org.dongvon.loan.application.WriteApplication;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.supervision.reconciliation.TakeBalances;
import org.dongvon.supervision.usecheck.EnterUseChecks;
import org.dongvon.supervision.usecheck.Handling;
import org.dongvon.supervision.usecheck.Sheet;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications of a village's group, taken on step by step by invented people through the use cases. */
public final class Lending {

    private final ApplicationContext beans;
    private final Village village;
    private final Village.GroupOfLoans group;
    private final String contract;

    public Lending(ApplicationContext beans, Village village, Village.GroupOfLoans group, String contract) {
        this.beans = beans;
        this.village = village;
        this.group = group;
        this.contract = contract;
    }

    /** A draft of a member for raising cattle. */
    public String draft(int member, String programme, long amount) {
        var wish = new WriteApplication.Wish(
                UUID.randomUUID(),
                group.members().get(member),
                programme,
                "Nuôi bò sinh sản",
                new Dong(amount),
                36,
                12);
        return beans.getBean(WriteApplication.class).run(head(), wish);
    }

    /** An application that the bank has received. */
    public String atBank(int member, String programme, long amount) {
        var code = draft(member, programme, amount);
        receive(List.of(code));
        return code;
    }

    /** Takes drafts to the bank, chosen by all members of the group. */
    public void receive(List<String> drafts) {
        move(head(), drafts, Move.SUBMIT);
        int present = group.members().size();
        var votes = drafts.stream()
                .map(code -> new HoldMeeting.Vote(code, present, 0))
                .toList();
        beans.getBean(HoldMeeting.class)
                .run(head(), new HoldMeeting.Minutes(UUID.randomUUID(), Village.FIRST_DAY, present, votes));
        move(someone(2, Role.ASSOCIATION_STAFF, Narrowing.ofAssociation("HPN")), drafts, Move.SEND);
        move(someone(3, Role.COMMUNE_OFFICIAL, Narrowing.NONE), drafts, Move.CONFIRM);
        move(officer(), drafts, Move.RECEIVE);
    }

    /** An application that the group has notice of, to be paid out on the village's first session. */
    public String notified(int member, String programme, long amount) {
        var code = atBank(member, programme, amount);
        var terms = new ApprovedTerms(new Dong(amount), 36, 12, 0, BorrowerClass.STANDARD, contract, 0);
        long asked = beans.getBean(RequestChange.class)
                .run(
                        officer(),
                        new RequestChange.Proposal(
                                UUID.randomUUID(),
                                BankDecision.NAME,
                                code,
                                BankDecision.approval(terms),
                                new Basis("Đủ điều kiện vay vốn", null, null)));
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), asked);
        beans.getBean(NotifyApproved.class)
                .run(officer(), new NotifyApproved.Wish(UUID.randomUUID(), List.of(code), Village.FIRST_DAY));
        return code;
    }

    public void move(Actor actor, String code, Move move) {
        move(actor, List.of(code), move);
    }

    private void move(Actor actor, List<String> codes, Move move) {
        beans.getBean(MoveApplication.class)
                .run(actor, new MoveApplication.Wish(UUID.randomUUID(), codes, move, "Thiếu xác nhận của hộ"));
    }

    /** A sheet of use checks of one loan, entered by the association. */
    public long useSheet(String groupCode, String loan) {
        var line = new Sheet.Line(
                loan,
                new Sheet.Balance(Dong.ZERO, Dong.ZERO, Dong.ZERO),
                new Sheet.Use("Nuôi bò", new Dong(1), Dong.ZERO, true, ""),
                Handling.NONE);
        return beans.getBean(EnterUseChecks.class)
                .run(
                        someone(2, Role.ASSOCIATION_STAFF, Narrowing.ofAssociation("HPN")),
                        UUID.randomUUID(),
                        new Sheet(groupCode, Village.FIRST_DAY, "Lương Thị Mai", "", List.of(line)));
    }

    /** The balances of the group's members, taken by the association to be reconciled. */
    public long reconciliation(String groupCode) {
        return beans.getBean(TakeBalances.class)
                .run(
                        someone(2, Role.ASSOCIATION_STAFF, Narrowing.ofAssociation("HPN")),
                        UUID.randomUUID(),
                        groupCode,
                        Village.FIRST_DAY,
                        "Lương Thị Mai");
    }

    /** A case of 5 million of one loan, opened by the credit officer and the director; its number. */
    public String lossCase(String groupCode, String loan) {
        var wanted = Facts.none()
                .word("kind", "lossKind.MISAPPROPRIATED")
                .word("suspect", "lossSuspect.GROUP_HEAD")
                .word("source", "lossSource.RECONCILIATION")
                .text("note", "Biên bản số 7")
                .date("detected", Village.FIRST_DAY)
                .text("loans", loan)
                .dong("principal", new Dong(5_000_000))
                .dong("interest", Dong.ZERO)
                .dong("deposit", Dong.ZERO);
        long request = beans.getBean(RequestChange.class)
                .run(
                        officer(),
                        new Proposal(
                                UUID.randomUUID(),
                                "supervision.case",
                                groupCode,
                                wanted,
                                new Basis("theo biên bản làm việc", null, null)));
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), request);
        return beans.getBean(Transactions.class)
                .read(
                        village.director,
                        () -> beans.getBean(JdbcClient.class)
                                .sql("select max(c.id)::text from supervision.loss_case c where c.point_id = :point")
                                .param("point", village.point)
                                .query(String.class)
                                .single());
    }

    public Actor head() {
        return someone(1, Role.GROUP_HEAD, Narrowing.ofGroup(group.id()));
    }

    public Actor officer() {
        return someone(4, Role.CREDIT_OFFICER, Narrowing.NONE);
    }

    /** Somebody who is not of the village's staff; another number is another human being. */
    private Actor someone(int number, Role role, Narrowing narrowing) {
        long id = village.point * 100 + number;
        var scope = Scope.of(village.direct, village.point).narrowedTo(narrowing);
        return new Actor(id, id, "nguoi-" + number, "Người " + number, role, village.office, scope);
    }
}
