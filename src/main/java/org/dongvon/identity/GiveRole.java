package org.dongvon.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.timeline.Subject;
import org.springframework.stereotype.Component;

/** An administrator asks that an account hold a role; a second person of the unit agrees. */
@Component
class GiveRole implements ChangeKind {

    /** Who may be the second person, for each change of accounts and roles. */
    static final List<Role> APPROVERS = List.of(Role.ADMINISTRATOR, Role.DIRECTOR, Role.MANAGER);

    static final Set<Role> MAKERS = Set.of(Role.ADMINISTRATOR);

    private static final String ROLE = "role.";

    private final ChangedAccounts accounts;
    private final Jurisdiction jurisdiction;
    private final GrantRules rules;
    private final Grants grants;
    private final Units units;

    GiveRole(ChangedAccounts accounts, Jurisdiction jurisdiction, GrantRules rules, Grants grants, Units units) {
        this.accounts = accounts;
        this.jurisdiction = jurisdiction;
        this.rules = rules;
        this.grants = grants;
        this.units = units;
    }

    @Override
    public String name() {
        return AccountChanges.GIVE_ROLE;
    }

    @Override
    public Set<Role> makers() {
        return MAKERS;
    }

    @Override
    public List<Role> approvers() {
        return APPROVERS;
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        var words = accounts.describe(subject);
        return Label.same(words);
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return jurisdiction.point(unit(wanted).id());
    }

    /** A new role takes the place of nothing. */
    @Override
    public Facts current(String subject, Facts wanted) {
        requireOpen(subject);
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var account = requireOpen(subject);
        ChangedAccounts.requireAnother(actor, account);
        jurisdiction.requireUnit(actor, unit(wanted).id());
        var grant = grant(wanted, unit(wanted).id());
        rules.check(grant);
        rules.checkBeside(account.personId(), grant);
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        grants.give(
                accounts.maker(approved.id()),
                checker.id(),
                requireOpen(approved.subject()),
                grant(approved.wanted(), unit(approved.wanted()).id()));
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        return words(units, fact);
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.ACCOUNT;
    }

    @Override
    public String form(String subject) {
        return "/administration/accounts/" + subject + "/roles/new";
    }

    private Account requireOpen(String login) {
        var held = accounts.byLogin(login);
        if (!held.open()) {
            throw new Refused(IdentityRefusal.UNKNOWN_LOGIN, login);
        }
        return held.account();
    }

    private Unit unit(Facts wanted) {
        return units.byCode(wanted.textOf("unit"));
    }

    /** A unit by its name. */
    static Optional<String> words(Units units, Fact fact) {
        return fact.name().equals("unit")
                ? Optional.ofNullable(fact.value()).flatMap(units::find).map(Unit::name)
                : Optional.empty();
    }

    /** The role that is wanted, at a unit. */
    static NewGrant grant(Facts wanted, long unitId) {
        return new NewGrant(
                Role.valueOf(wanted.textOf("role").substring(ROLE.length())),
                unitId,
                new Narrowing(
                        wanted.has("association") ? wanted.textOf("association") : null,
                        wanted.has("group-id") ? Long.valueOf(wanted.textOf("group-id")) : null,
                        null),
                wanted.dateOf("from"),
                wanted.has("through") ? wanted.dateOf("through") : null);
    }
}
