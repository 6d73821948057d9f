package org.dongvon.group.change;

import java.util.List;
import java.util.Optional;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.group.change.GroupBook.Member;
import org.dongvon.group.change.GroupBook.Place;
import org.dongvon.household.Residences;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/**
 * A member goes to another group of the same commune and association; loans and the deposit go with them. Where the household
 * moves to another hamlet for which its group is too far, it says so here, and both change in one approval.
 */
@Component
class TransferMember extends GroupChange {

    /** The hamlet to which the household moves with its member; no fact where it stays. */
    static final String MOVED = "moved";

    private final Residences residences;

    TransferMember(Desk desk, Residences residences) {
        super(
                desk,
                new Shape(
                        "transfer",
                        NEAR,
                        BANK,
                        Minutes.Purpose.MOVE,
                        List.of(
                                new Field("member", Field.Type.MEMBER),
                                new Field("into", Field.Type.GROUP),
                                new Field(MOVED, Field.Type.HAMLET))));
        this.residences = residences;
    }

    @Override
    void check(Group group, Facts wanted) {
        var member = member(group, wanted, "member");
        if (member.office() != null) {
            throw new Refused(GroupRefusal.ON_THE_BOARD, member.person().shown());
        }
        var to = desk().book().get(wanted.textOf("into"));
        desk().rules().requireBeside(group, to);
        desk().rules().requireRoom(desk().book().members(to.id()).size(), 1, group.openDay());
        var moved = moved(wanted);
        moved.ifPresent(hamlet -> desk().rules()
                .requireMove(
                        new Place(group.pointId(), desk().book().nameOf(group.pointId())), member.hamlet(), hamlet));
        desk().rules().requireNear(to.pointId(), to.hamlet(), List.of(moved.orElse(member.hamlet())));
        desk().rules().requireNothingOnItsWay(List.of(member));
    }

    @Override
    void make(Group group, Approved approved) {
        var to = desk().book().get(approved.wanted().textOf("into"));
        Member member = member(group, approved.wanted(), "member");
        desk().moves().into(to.id(), List.of(member.id()), approved.place().day());
        moved(approved.wanted()).ifPresent(hamlet -> residences.move(member.householdId(), hamlet, approved));
    }

    private static Optional<String> moved(Facts wanted) {
        return wanted.has(MOVED) ? Optional.of(wanted.textOf(MOVED)) : Optional.empty();
    }
}
