package org.dongvon.savings;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.savings.unclaimed.Claimant;
import org.dongvon.savings.unclaimed.Unclaimed.Receiver;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.session.unclaimed.PayUnclaimed;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.springframework.context.ApplicationContext;

/** A member without a loan who saved: the deposit is moved to the unclaimed ones and paid out, through the use cases. */
public final class IdleDeposit {

    private final ApplicationContext beans;
    private final Village village;
    public final long member;

    /** Forms a group of one member, who deposits in a session. */
    public IdleDeposit(ApplicationContext beans, Village village, int group, long session, long amount) {
        this.beans = beans;
        this.village = village;
        var saver = village.borrowers(group, 1).getFirst();
        this.member = Objects.requireNonNull(saver.memberId());
        var line = new SheetLine(
                UUID.randomUUID(), member, null, Dong.ZERO, new Dong(amount), Dong.ZERO, Payer.GROUP_HEAD);
        var answer = beans.getBean(PostSheet.class)
                .run(
                        village.teller,
                        new Sheet(UUID.randomUUID(), session, Objects.requireNonNull(saver.groupId()), List.of(line)));
        if (answer.posted() != 1) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private IdleDeposit(ApplicationContext beans, Village village, long member) {
        this.beans = beans;
        this.village = village;
        this.member = member;
    }

    /** Of a member who saved already. */
    public static IdleDeposit of(ApplicationContext beans, Village village, long member) {
        return new IdleDeposit(beans, village, member);
    }

    /** Asks for it to be moved; returns the request. */
    public long ask(String reason, String paper, long amount) {
        var wanted = Facts.none()
                .word("reason", "unclaimedReason." + reason)
                .text("paper", paper.isEmpty() ? null : paper)
                .dong("amount", new Dong(amount));
        return beans.getBean(RequestChange.class)
                .run(
                        person(1, Role.ACCOUNTANT),
                        new Proposal(
                                UUID.randomUUID(),
                                "savings.unclaimed",
                                Long.toString(member),
                                wanted,
                                new Basis("theo danh sách", null, null)));
    }

    /** Two persons move it; returns its number. */
    public long move(String reason, String paper, long amount) {
        beans.getBean(DecideChange.class)
                .approve(person(2, Role.MANAGER), UUID.randomUUID(), ask(reason, paper, amount));
        return beans.getBean(OwnerDb.class)
                .sql("select max(id) from savings.unclaimed where point_id = :point")
                .param("point", village.point)
                .query(Long.class)
                .single();
    }

    /** The teller pays it to an heir. */
    public int pay(long session, long unclaimed, String heir) {
        var claimant = new Claimant(Receiver.HEIR, heir, "Giấy thừa kế 12");
        return beans.getBean(PayUnclaimed.class)
                .run(village.teller, new PayUnclaimed.Payment(UUID.randomUUID(), session, unclaimed, claimant));
    }

    private Actor person(int number, Role role) {
        long id = village.office * 100 + 70 + number;
        return new Actor(id, id, "n" + number, "Ngô Thị Hảo", role, village.office, village.director.scope());
    }
}
