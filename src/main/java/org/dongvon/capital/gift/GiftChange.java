package org.dongvon.capital.gift;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.capital.CapitalPostings;
import org.dongvon.capital.CapitalPostings.Leg;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.gift.GiftBook.Donor;
import org.dongvon.capital.gift.GiftBook.NewGift;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A gift that came by transfer. The subject is the campaign's code; two gifts of one amount on one day are two requests.
 *
 * <p>Example: 5 000 000 đ given to VNN-2024 debit the bank account and credit DONATIONS; the receipt is VNN-2024-000001.
 */
@Component
class GiftChange extends GiftRequest implements MovesAmount {

    static final String NAME = "capital.gift";

    private static final int LONGEST_DONOR = 120;
    private static final int LONGEST_REFERENCE = 80;

    private final CapitalPostings postings;

    GiftChange(GiftBook book, BusinessDays days, CapitalPostings postings) {
        super(book, days);
        this.postings = postings;
    }

    static Facts wanted(Dong amount, LocalDate on, Donor donor, String reference, @Nullable String pledge) {
        return Facts.none()
                .dong("amount", amount)
                .date("on", on)
                .text("donor", plain(donor.name()))
                .word("named", donor.anonymous() ? "giftName.HIDDEN" : "giftName.SHOWN")
                .text("reference", plain(reference))
                .text("pledge", pledge == null || pledge.isBlank() ? null : pledge);
    }

    static boolean isAnonymous(Facts facts) {
        return facts.textOf("named").equals("giftName.HIDDEN");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    String campaign(String subject) {
        return subject;
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var campaign = book.campaign(subject);
        if (!wanted.dongOf("amount").isPositive()) {
            throw new Refused(CapitalRefusal.AMOUNT_NOT_POSITIVE);
        }
        var on = wanted.dateOf("on");
        var today = days.today(campaign.place().officeId());
        if (on.isAfter(today)) {
            throw new Refused(CapitalRefusal.DAY_NOT_YET, on, today);
        }
        if (on.isBefore(campaign.days().from())) {
            throw new Refused(
                    CapitalRefusal.GIFT_BEFORE_CAMPAIGN, on, campaign.days().from());
        }
        int donor = wanted.textOf("donor").length();
        int reference = wanted.textOf("reference").length();
        if (donor < 2 || donor > LONGEST_DONOR || reference == 0 || reference > LONGEST_REFERENCE) {
            throw new Refused(CapitalRefusal.GIFT_WORDS, LONGEST_DONOR, LONGEST_REFERENCE);
        }
        pledge(subject, wanted);
    }

    private @Nullable Long pledge(String subject, Facts wanted) {
        if (!wanted.has("pledge")) {
            return null;
        }
        var typed = wanted.textOf("pledge");
        return book.pledges(subject).stream()
                .filter(each -> Long.toString(each.id()).equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_PLEDGE, typed))
                .id();
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var campaign = book.campaign(approved.subject());
        var wanted = approved.wanted();
        var amount = wanted.dongOf("amount");
        var entries = List.of(Entry.of(Account.BANK, amount), Entry.of(Account.DONATIONS, amount.negate()));
        long point = campaign.place().pointId();
        var journals = postings.post(
                checker,
                approved,
                CapitalPostings.Kind.GIFT,
                wanted.dateOf("on"),
                List.of(new Leg(point, entries, List.of())));
        var line = UUID.nameUUIDFromBytes(("gift by " + approved.submission()).getBytes(StandardCharsets.UTF_8));
        book.add(
                campaign,
                Objects.requireNonNull(journals.get(point)),
                new NewGift(
                        line,
                        new Donor(wanted.textOf("donor"), isAnonymous(wanted)),
                        wanted.textOf("reference"),
                        pledge(approved.subject(), wanted),
                        wanted.dateOf("on"),
                        amount));
    }

    @Override
    public String form(String subject) {
        return "/donations/" + subject + "/gifts/new";
    }
}
