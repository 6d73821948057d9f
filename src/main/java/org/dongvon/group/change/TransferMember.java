package org.dongvon.group.change;

import java.util.List;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** A member goes to another group of the same commune and association; loans and the deposit go with them. */
@Component
class TransferMember extends GroupChange {

    TransferMember(Desk desk) {
        super(
                desk,
                new Shape(
                        "transfer",
                        NEAR,
                        BANK,
                        Minutes.Purpose.MOVE,
                        List.of(new Field("member", Field.Type.MEMBER), new Field("into", Field.Type.GROUP))));
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
        desk().rules().requireNear(to.pointId(), to.hamlet(), List.of(member.hamlet()));
        desk().rules().requireNothingOnItsWay(List.of(member));
    }

    @Override
    void make(Group group, Approved approved) {
        var to = desk().book().get(approved.wanted().textOf("into"));
        desk().moves()
                .into(
                        to.id(),
                        List.of(member(group, approved.wanted(), "member").id()),
                        approved.place().day());
    }
}
