package org.dongvon.identity;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.timeline.Subject;
import org.springframework.stereotype.Component;

/**
 * A rule of logging in for the whole house, such as when an idle sign-in ends: an administrator of the country asks for it,
 * a second person of the country agrees. The subject is the rule's name.
 */
@Component
class SignInRuleChange implements ChangeKind {

    private final SignInSettings settings;
    private final ChangedAccounts changed;
    private final Messages messages;

    SignInRuleChange(SignInSettings settings, ChangedAccounts changed, Messages messages) {
        this.settings = settings;
        this.changed = changed;
        this.messages = messages;
    }

    @Override
    public String name() {
        return AccountChanges.SET_RULE;
    }

    @Override
    public Set<Role> makers() {
        return GiveRole.MAKERS;
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.ADMINISTRATOR, Role.MANAGER);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        return new Label(words(Language.VI, subject), words(Language.EN, subject));
    }

    private String words(Language language, String subject) {
        return SignInSettings.roleOf(subject)
                .map(role -> messages.text(language, "settings.second-factor", messages.text(language, "role." + role)))
                .orElseGet(() -> messages.text(language, "settings.name." + subject));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        if (!maker.scope().isCountry()) {
            throw new Refused(ChangeRefusal.COUNTRY_ONLY);
        }
        return PointsAndDays.COUNTRY;
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return Facts.none().count("value", settings.value(subject));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        SignInSettings.check(subject, wanted.countOf("value"));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        settings.setByTwo(
                changed.maker(approved.id()),
                checker,
                approved.subject(),
                Math.toIntExact(approved.wanted().countOf("value")));
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.SIGN_IN_RULE;
    }

    @Override
    public String form(String subject) {
        return "/administration/settings/" + subject;
    }
}
