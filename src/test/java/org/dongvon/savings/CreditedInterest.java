package org.dongvon.savings;

import java.util.UUID;
import org.dongvon.savings.interest.InterestChange;
import org.dongvon.savings.interest.InterestMonth;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.Village;
import org.springframework.context.ApplicationContext;

/** A month's interest, credited to a village's deposits by two persons through the use cases. */
public final class CreditedInterest {

    private final ApplicationContext beans;
    private final Village village;

    public CreditedInterest(ApplicationContext beans, Village village) {
        this.beans = beans;
        this.village = village;
    }

    /** Asks for a month such as {@code 2024-04} and approves it. */
    public void of(String month) {
        approve(ask(month));
    }

    long ask(String month) {
        var of = InterestMonth.parse(village.code + ":" + month);
        return ask(month, beans.getBean(InterestChange.class).wanted(village.controller, of));
    }

    long ask(String month, Facts wanted) {
        var basis = new Basis("đối chiếu sổ", null, null);
        return beans.getBean(RequestChange.class)
                .run(
                        village.controller,
                        new Proposal(
                                UUID.randomUUID(), InterestChange.NAME, village.code + ":" + month, wanted, basis));
    }

    void approve(long id) {
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), id);
    }
}
