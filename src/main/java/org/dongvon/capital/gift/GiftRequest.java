package org.dongvon.capital.gift;

import org.dongvon.capital.CapitalRequest;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Spelling;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;

/** A change of a campaign's money; the subject begins with the campaign's code, up to a colon. */
abstract class GiftRequest implements CapitalRequest {

    final GiftBook book;
    final BusinessDays days;

    GiftRequest(GiftBook book, BusinessDays days) {
        this.book = book;
        this.days = days;
    }

    /** The campaign that a subject is of. */
    abstract String campaign(String subject);

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return book.campaign(campaign(subject)).place().pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        days.hold(book.campaign(campaign(subject)).place().officeId());
        book.hold(campaign(subject));
        return wanted.emptied();
    }

    @Override
    public Subject.@Nullable Kind historyOf() {
        return null;
    }

    static String plain(String typed) {
        return Spelling.ofLine(typed);
    }
}
