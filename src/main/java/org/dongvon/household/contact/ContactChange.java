package org.dongvon.household.contact;

import java.util.List;
import java.util.Set;
import org.dongvon.household.Contacts;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.PhoneNumber;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.springframework.stereotype.Component;

/**
 * A person's telephone number, with the paper on which they agreed to get messages there. The subject is the person's
 * identifier; the number travels encrypted, and people see its last three digits.
 */
@Component
class ContactChange implements ChangeKind {

    static final String NAME = "household.contact";

    static final Set<Role> MAKERS = Set.of(Role.LEADER, Role.TELLER, Role.CREDIT_OFFICER);

    private static final String LANGUAGE = "contact.language.";

    private final Contacts contacts;
    private final ContactPages people;

    ContactChange(Contacts contacts, ContactPages people) {
        this.contacts = contacts;
        this.people = people;
    }

    /** What to ask for. */
    Facts wanted(PhoneNumber number, Language language, Paper paper) {
        return Facts.none()
                .text("number", number.toString())
                .word("language", LANGUAGE + language)
                .text("paper", paper.name())
                .date("signed", paper.signedOn())
                .hidden("number-hash", contacts.hash(number))
                .hidden("number-sealed", contacts.sealed(number));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return MAKERS;
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.LEADER, Role.DIRECTOR);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(people.who(id(subject)).name());
    }

    @Override
    public List<Long> people(String subject) {
        return List.of(id(subject));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return people.who(id(subject)).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        long person = people.lock(id(subject)).id();
        var held = contacts.held(person).filter(Contacts.Held::consent);
        return Facts.none()
                .text("number", held.map(Contacts.Held::shown).orElse(null))
                .word("language", held.map(each -> LANGUAGE + each.language()).orElse(null))
                .text("paper", null)
                .date("signed", held.map(Contacts.Held::signedOn).orElse(null))
                .hidden("number-hash", held.map(Contacts.Held::hash).orElse(null));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var who = people.who(id(subject));
        if (who.restricted()) {
            throw new Refused(HouseholdRefusal.NO_MESSAGES_WHILE_RESTRICTED);
        }
        var paper = new Paper(wanted.textOf("paper"), wanted.dateOf("signed"));
        paper.requireSigned(who.openDay());
        contacts.held(who.id()).ifPresent(held -> paper.requireAfter(held.signedOn()));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        var language = Language.valueOf(wanted.textOf("language").substring(LANGUAGE.length()));
        contacts.add(
                id(approved.subject()),
                contacts.unsealed(wanted.textOf("number-sealed")),
                new Contacts.Word(
                        language,
                        true,
                        wanted.dateOf("signed"),
                        wanted.textOf("paper"),
                        approved.place().day(),
                        approved.submission()));
    }

    @Override
    public String form(String subject) {
        return "/people/" + subject + "/contact";
    }

    private static long id(String subject) {
        if (!subject.matches("\\d{1,18}")) {
            throw new Refused(HouseholdRefusal.UNKNOWN_PERSON);
        }
        return Long.parseLong(subject);
    }
}
