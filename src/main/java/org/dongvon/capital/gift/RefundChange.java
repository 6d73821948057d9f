package org.dongvon.capital.gift;

import java.util.List;
import java.util.Objects;
import org.dongvon.capital.CapitalPostings;
import org.dongvon.capital.CapitalPostings.Leg;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.springframework.stereotype.Component;

/** What of a gift is no capital yet is given back, whole. The subject is the receipt's number. */
@Component
class RefundChange extends GiftRequest implements MovesAmount {

    static final String NAME = "capital.gift-refund";

    private final CapitalPostings postings;

    RefundChange(GiftBook book, BusinessDays days, CapitalPostings postings) {
        super(book, days);
        this.postings = postings;
    }

    static Facts wanted(Dong amount) {
        return Facts.none().dong("amount", amount);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    String campaign(String subject) {
        return book.gift(subject).receipt().campaign();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var left = book.gift(subject).left();
        if (!left.isPositive() || !left.equals(wanted.dongOf("amount"))) {
            throw new Refused(CapitalRefusal.GIFT_USED_UP, subject);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var gift = book.gift(approved.subject());
        var campaign = book.campaign(gift.receipt().campaign());
        var entries = List.of(
                Entry.of(Account.DONATIONS, gift.left()),
                Entry.of(Account.BANK, gift.left().negate()));
        long point = campaign.place().pointId();
        var journals = postings.post(
                checker,
                approved,
                CapitalPostings.Kind.GIFT_REFUND,
                approved.place().day(),
                List.of(new Leg(point, entries, List.of())));
        book.refund(campaign, Objects.requireNonNull(journals.get(point)), gift);
    }

    @Override
    public String form(String subject) {
        return "/donations/receipts/" + subject + "/refund";
    }
}
