package org.dongvon.capital.gift;

import java.util.List;
import java.util.Objects;
import org.dongvon.capital.CapitalPostings;
import org.dongvon.capital.CapitalPostings.Leg;
import org.dongvon.capital.CapitalPostings.Move;
import org.dongvon.capital.CapitalPostings.MoveKind;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.Contracts;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/** Gifts of a campaign become capital of a contract of donations, the oldest first. The subject is {@code <campaign>:<contract>}. */
@Component
class AllocationChange extends GiftRequest implements MovesAmount {

    static final String NAME = "capital.gift-allocation";

    private final Contracts contracts;
    private final CapitalPostings postings;

    AllocationChange(GiftBook book, BusinessDays days, Contracts contracts, CapitalPostings postings) {
        super(book, days);
        this.contracts = contracts;
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
    public Label describe(String subject) {
        return Label.same(subject.replace(":", " → "));
    }

    @Override
    String campaign(String subject) {
        return subject.split(":", 2)[0];
    }

    private static String contract(String subject) {
        return subject.substring(subject.indexOf(':') + 1);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var current = super.current(subject, wanted);
        contracts.hold(contract(subject));
        return current;
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var campaign = book.campaign(campaign(subject));
        var contract = contracts.hold(contract(subject));
        var amount = wanted.dongOf("amount");
        if (!amount.isPositive()) {
            throw new Refused(CapitalRefusal.AMOUNT_NOT_POSITIVE);
        }
        if (!book.sourceOf(contract.id()).equals("DONATION")) {
            throw new Refused(CapitalRefusal.CONTRACT_NOT_OF_DONATIONS, contract.code());
        }
        if (contract.officeId() != campaign.place().officeId()) {
            throw new Refused(CapitalRefusal.CONTRACT_OF_OTHER_OFFICE, contract.code());
        }
        if (amount.isMoreThan(campaign.sums().left())) {
            throw new Refused(
                    CapitalRefusal.MORE_THAN_GIVEN, amount, campaign.sums().left());
        }
        var toCome = contract.money().agreed().minus(contract.money().received());
        if (amount.isMoreThan(toCome)) {
            throw new Refused(CapitalRefusal.MORE_THAN_AGREED, amount, toCome);
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        return Facts.none().dong("left", book.campaign(campaign(subject)).sums().left());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var campaign = book.campaign(campaign(approved.subject()));
        var contract = contracts.hold(contract(approved.subject()));
        var amount = approved.wanted().dongOf("amount");
        var entries = List.of(
                Entry.of(Account.DONATIONS, amount),
                new Entry(Account.UNGRANTED_CAPITAL, 0, contract.id(), amount.negate()));
        long point = campaign.place().pointId();
        var journals = postings.post(
                checker,
                approved,
                CapitalPostings.Kind.GIFT_ALLOCATION,
                approved.place().day(),
                List.of(new Leg(point, entries, List.of(new Move(contract.id(), MoveKind.RECEIVED, amount)))));
        book.allocate(campaign, Objects.requireNonNull(journals.get(point)), contract.id(), amount);
    }

    @Override
    public String form(String subject) {
        return "/donations/" + campaign(subject) + "/allocation";
    }
}
