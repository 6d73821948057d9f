package org.dongvon.identity;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
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

/**
 * An administrator asks that a person be given an account with its first role; a second person of the unit agrees. The
 * subject is the login. The identity number is kept as its keyed hash, beside its last four digits.
 */
@Component
class AddAccount implements ChangeKind {

    private static final HexFormat HEX = HexFormat.of();

    private final Accounts accounts;
    private final ChangedAccounts changed;
    private final Jurisdiction jurisdiction;
    private final GrantRules rules;
    private final Units units;

    AddAccount(Accounts accounts, ChangedAccounts changed, Jurisdiction jurisdiction, GrantRules rules, Units units) {
        this.accounts = accounts;
        this.changed = changed;
        this.jurisdiction = jurisdiction;
        this.rules = rules;
        this.units = units;
    }

    @Override
    public String name() {
        return AccountChanges.ADD_ACCOUNT;
    }

    @Override
    public Set<Role> makers() {
        return GiveRole.MAKERS;
    }

    @Override
    public List<Role> approvers() {
        return GiveRole.APPROVERS;
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        var words = changed.describe(subject);
        return Label.same(words);
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return jurisdiction.point(unit(wanted).id());
    }

    /** A new account takes the place of nothing. */
    @Override
    public Facts current(String subject, Facts wanted) {
        changed.requireFree(subject);
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        Accounts.check(subject, wanted.textOf("name"));
        var number = number(wanted);
        changed.activeOf(number).ifPresent(login -> {
            throw new Refused(IdentityRefusal.PERSON_HAS_ACCOUNT, login);
        });
        jurisdiction.requireUnit(actor, unit(wanted).id());
        var grant = grant(wanted);
        rules.check(grant);
        rules.checkBeside(changed.person(number), grant);
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        var maker = changed.maker(approved.id());
        accounts.admit(
                new Accounts.Admitted(approved.subject(), wanted.textOf("name"), number(wanted)),
                maker,
                checker.id(),
                grant(wanted));
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        return GiveRole.words(units, fact);
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.ACCOUNT;
    }

    @Override
    public String form(String subject) {
        return "/administration/new-account";
    }

    private Unit unit(Facts wanted) {
        return units.byCode(wanted.textOf("unit"));
    }

    private static byte[] number(Facts wanted) {
        return HEX.parseHex(wanted.textOf(AccountChanges.NUMBER_HASH));
    }

    private NewGrant grant(Facts wanted) {
        return GiveRole.grant(wanted, unit(wanted).id());
    }
}
