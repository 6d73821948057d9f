package org.dongvon.identity;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.Subject;
import org.springframework.stereotype.Component;

/** An administrator asks that an account be closed, with all roles it holds; a second person of the unit agrees. */
@Component
class CloseAccount implements ChangeKind {

    private final ChangedAccounts accounts;
    private final Jurisdiction jurisdiction;
    private final Grants grants;

    CloseAccount(ChangedAccounts accounts, Jurisdiction jurisdiction, Grants grants) {
        this.accounts = accounts;
        this.jurisdiction = jurisdiction;
        this.grants = grants;
    }

    @Override
    public String name() {
        return AccountChanges.CLOSE_ACCOUNT;
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
        var words = accounts.describe(subject);
        return Label.same(words);
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return jurisdiction.point(
                accounts.aUnit(accounts.byLogin(subject).account().id()));
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var open = accounts.byLogin(subject).open();
        return Facts.none().word("state", open ? AccountChanges.ACCOUNT_OPEN : AccountChanges.ACCOUNT_CLOSED);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var account = accounts.byLogin(subject).account();
        ChangedAccounts.requireAnother(actor, account);
        jurisdiction.requireUnit(actor, accounts.aUnit(account.id()));
        jurisdiction.requireAccount(actor, account.id());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var account = accounts.byLogin(approved.subject()).account();
        accounts.close(account.id());
        grants.endAll(checker, account.id());
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.ACCOUNT;
    }

    @Override
    public String form(String subject) {
        return "/administration/accounts/" + subject;
    }
}
