package org.dongvon.savings;

import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.savings.term.AtMaturity;
import org.dongvon.session.term.TermCounter;
import org.dongvon.session.term.TermCounter.Opening;
import org.dongvon.session.term.TermCounter.Payment;
import org.dongvon.session.term.TermCounter.Wish;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.springframework.context.ApplicationContext;

/** Term deposits of a village's people, opened and paid out through the use cases. */
public final class OpenedDeposit {

    private final ApplicationContext beans;
    private final Village village;

    public OpenedDeposit(ApplicationContext beans, Village village) {
        this.beans = beans;
        this.village = village;
    }

    /** The member of a group who saves. */
    public long person(long member) {
        return beans.getBean(OwnerDb.class)
                .sql("select person_id from \"group\".member where id = :member")
                .param("member", member)
                .query(Long.class)
                .single();
    }

    /** Opens one; returns the number of the book. */
    public String open(long session, long person, int months, AtMaturity atMaturity, long amount) {
        var wish = new Wish(person, months, atMaturity, new Dong(amount));
        return beans.getBean(TermCounter.class)
                .open(village.teller, new Opening(UUID.randomUUID(), UUID.randomUUID(), session, wish));
    }

    /** Pays one out. */
    public int pay(long session, String code) {
        return beans.getBean(TermCounter.class)
                .pay(village.teller, new Payment(UUID.randomUUID(), UUID.randomUUID(), session, code));
    }
}
