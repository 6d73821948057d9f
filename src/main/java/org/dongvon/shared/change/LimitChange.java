package org.dongvon.shared.change;

import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.ApprovalLimits.Limit;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A new limit of approval, from a day on, with its document. The subject is {@code <kind>:<role>}. */
@Component
public class LimitChange implements CountryRule {

    public static final String NAME = "shared.approval-limit";

    private final ApprovalLimits limits;
    private final PointsAndDays days;
    private final Messages messages;
    private final ObjectProvider<ChangeKinds> kinds;

    LimitChange(ApprovalLimits limits, PointsAndDays days, Messages messages, ObjectProvider<ChangeKinds> kinds) {
        this.limits = limits;
        this.days = days;
        this.messages = messages;
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        var of = Subject.parse(subject);
        return new Label(words(Language.VI, of), words(Language.EN, of));
    }

    private String words(Language language, Subject of) {
        return messages.text(language, "change.kind." + of.kind()) + " – "
                + messages.text(language, "role." + of.role());
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return days.country(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var of = Subject.parse(subject);
        var kind = kinds.getObject().get(of.kind());
        if (!kind.approvers().contains(of.role())) {
            throw new Refused(ChangeRefusal.LIMIT_FOR_NO_APPROVER, of.role());
        }
        var limit = limits.on(of.kind(), wanted.dateOf("from")).get(of.role());
        return limit == null
                ? Facts.none().dong("up-to", Dong.ZERO).date("from", null)
                : Facts.none().dong("up-to", limit.upTo()).date("from", limit.from());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var of = Subject.parse(subject);
        var from = wanted.dateOf("from");
        var today = days.openDay(PointsAndDays.COUNTRY);
        if (from.isBefore(today)) {
            throw new Refused(ChangeRefusal.LIMIT_DAY_PAST, from, today);
        }
        if (limits.isTaken(of.kind(), of.role(), from)) {
            throw new Refused(ChangeRefusal.LIMIT_DAY_TAKEN, from);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = Subject.parse(approved.subject());
        var wanted = approved.wanted();
        limits.add(
                of.kind(),
                of.role(),
                new Limit(
                        wanted.has("up-to") ? wanted.dongOf("up-to") : null,
                        wanted.dateOf("from"),
                        approved.basis().document(),
                        "FOUND"));
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        return fact.name().equals("up-to") && fact.value() == null
                ? Optional.of(messages.text(language, "approval.limit.any"))
                : Optional.empty();
    }

    @Override
    public String form(String subject) {
        var of = Subject.parse(subject);
        return "/approvals/limits/" + of.kind() + "/" + of.role();
    }

    /** A kind of change and the role whose limit it is. */
    private record Subject(String kind, Role role) {

        static Subject parse(String subject) {
            var parts = subject.split(":", 2);
            try {
                return new Subject(parts[0], Role.valueOf(parts.length == 2 ? parts[1] : ""));
            } catch (IllegalArgumentException e) {
                throw new Refused(ChangeRefusal.UNKNOWN_CHANGE_KIND, subject);
            }
        }
    }
}
