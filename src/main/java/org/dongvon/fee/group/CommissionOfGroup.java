package org.dongvon.fee.group;

import java.util.List;
import org.dongvon.fee.group.GroupCommissions.Month;
import org.dongvon.group.GroupFacts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.stereotype.Component;

/** The newest commission among the facts of a group's page. */
@Component
class CommissionOfGroup implements GroupFacts {

    private final GroupCommissions commissions;
    private final Messages messages;

    CommissionOfGroup(GroupCommissions commissions, Messages messages) {
        this.commissions = commissions;
        this.messages = messages;
    }

    @Override
    public List<Fact> of(long groupId, String code) {
        return commissions.last(groupId).stream()
                .map(month -> new Fact(
                        new Label(title(Language.VI, month), title(Language.EN, month)),
                        new Label(value(Language.VI, month), value(Language.EN, month)),
                        "/groups/" + code + "/commission"))
                .toList();
    }

    private String title(Language language, Month month) {
        return messages.text(
                language, "group-fact.commission", Formats.in(language).month(month.first()));
    }

    private String value(Language language, Month month) {
        return messages.text(
                language,
                month.paid() ? "group-fact.commission.paid" : "group-fact.commission.owed",
                Formats.in(language).dong(month.amounts().due()));
    }
}
