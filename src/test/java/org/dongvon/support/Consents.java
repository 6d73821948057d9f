package org.dongvon.support;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.household.Contacts;
import org.dongvon.household.PhoneNumber;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.springframework.context.ApplicationContext;

/** Telephone numbers with the consent to get messages, entered by two persons of a village. */
public final class Consents {

    private final ApplicationContext beans;
    private final Village village;

    public Consents(ApplicationContext beans, Village village) {
        this.beans = beans;
        this.village = village;
    }

    /** The member of a group behind whom a person stands. */
    public long person(long member) {
        return beans.getBean(OwnerDb.class)
                .sql("select person_id from \"group\".member where id = " + member)
                .query(Long.class)
                .single();
    }

    /** A person agrees, on a paper of a day. */
    public Consents given(long person, String phone, LocalDate signed) {
        var contacts = beans.getBean(Contacts.class);
        var number = new PhoneNumber(phone);
        var wanted = beans.getBean(Transactions.class)
                .write(
                        village.leader,
                        () -> Facts.none()
                                .text("number", number.toString())
                                .word("language", "contact.language.VI")
                                .text("paper", "01/TGTV số " + phone.substring(7))
                                .date("signed", signed)
                                .hidden("number-hash", contacts.hash(number))
                                .hidden("number-sealed", contacts.sealed(number)));
        var proposal = new Proposal(
                UUID.randomUUID(),
                "household.contact",
                Long.toString(person),
                wanted,
                new Basis("Ký tại phiên", null, null));
        long id = beans.getBean(RequestChange.class).run(village.leader, proposal);
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), id);
        return this;
    }
}
