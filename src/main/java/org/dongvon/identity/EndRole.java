package org.dongvon.identity;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/** An administrator asks that somebody no longer hold a role; a second person of the unit agrees. */
@Component
class EndRole implements ChangeKind {

    private final ChangedAccounts accounts;
    private final Jurisdiction jurisdiction;
    private final Grants grants;

    EndRole(ChangedAccounts accounts, Jurisdiction jurisdiction, Grants grants) {
        this.accounts = accounts;
        this.jurisdiction = jurisdiction;
        this.grants = grants;
    }

    @Override
    public String name() {
        return AccountChanges.END_ROLE;
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
        var words = accounts.describeGrant(subject);
        return Label.same(words);
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return jurisdiction.point(accounts.grant(subject).unitId());
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var grant = accounts.grant(subject);
        return Facts.none()
                .word("state", grant.held() ? AccountChanges.ROLE_HELD : AccountChanges.ROLE_ENDED)
                .word("role", "role." + grant.role().name())
                .text("unit", grant.unit());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var grant = accounts.grant(subject);
        ChangedAccounts.requireAnother(actor, grant.account());
        jurisdiction.requireUnit(actor, grant.unitId());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        grants.end(checker, accounts.grant(approved.subject()).id());
    }

    @Override
    public String form(String subject) {
        return "/administration/accounts";
    }
}
