package org.dongvon.group.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.FollowsMembers;
import org.dongvon.group.FollowsMembers.Tie;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.group.change.GroupBook.Place;
import org.dongvon.household.Residences;
import org.dongvon.household.Residences.Home;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.timeline.Subject;
import org.springframework.stereotype.Component;

/**
 * A household goes to live in another hamlet of the same point (đổi thôn). Its group stays when the new hamlet is the group's
 * or one beside it (V02); else the member changes the group too, and that is {@link TransferMember}, which knows the new hamlet.
 */
@Component
class MoveHousehold implements ChangeKind {

    static final String NAME = "group.household-hamlet";

    static final Set<Role> MAKERS = Set.of(Role.CREDIT_OFFICER, Role.COMMUNE_OFFICIAL);

    private final Desk desk;
    private final Residences residences;
    private final List<FollowsMembers> followers;

    MoveHousehold(Desk desk, Residences residences, List<FollowsMembers> followers) {
        this.desk = desk;
        this.residences = residences;
        this.followers = followers;
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
        return GroupChange.BANK;
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.HOUSEHOLD;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return residences.get(subject).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return Facts.none().text("hamlet", residences.lock(subject).hamlet());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var home = residences.get(subject);
        var hamlet = wanted.textOf("hamlet");
        desk.rules().requireMove(new Place(home.pointId(), home.point()), home.hamlet(), hamlet);
        group(home)
                .filter(each -> !desk.rules().isNear(home.pointId(), each.hamlet(), hamlet))
                .ifPresent(each -> {
                    throw new Refused(GroupRefusal.GROUP_TOO_FAR, hamlet, each.code(), each.hamlet());
                });
    }

    /** The group of the household and what of it follows: the loans and the deposit of its member. */
    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var home = residences.get(subject);
        var ties = desk.book().membersOf(home.id());
        var held = followers.stream().flatMap(each -> each.ties(ties).stream()).toList();
        return Facts.none()
                .text("group", group(home).map(Group::code).orElse("–"))
                .count(
                        "loans",
                        held.stream()
                                .filter(each -> each.kind() == Tie.Kind.LOAN)
                                .count())
                .dong("owed", sum(held, Tie.Kind.LOAN))
                .dong("deposit", sum(held, Tie.Kind.DEPOSIT));
    }

    private static Dong sum(List<Tie> ties, Tie.Kind kind) {
        return ties.stream()
                .filter(each -> each.kind() == kind)
                .map(Tie::amount)
                .reduce(Dong.ZERO, Dong::plus);
    }

    private Optional<Group> group(Home home) {
        return desk.book().groupOf(home.id()).flatMap(desk.book()::find);
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        residences.move(
                residences.get(approved.subject()).id(), approved.wanted().textOf("hamlet"), approved);
    }

    @Override
    public String form(String subject) {
        return "/households/" + subject + "/hamlet";
    }
}
