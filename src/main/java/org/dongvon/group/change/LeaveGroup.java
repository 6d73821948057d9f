package org.dongvon.group.change;

import java.util.List;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** A member leaves a group (ra khỏi Tổ), when nothing is owed and the deposit is settled. */
@Component
class LeaveGroup extends GroupChange {

    LeaveGroup(Desk desk) {
        super(
                desk,
                new Shape("exit", NEAR, BANK, Minutes.Purpose.EXIT, List.of(new Field("member", Field.Type.MEMBER))));
    }

    @Override
    void check(Group group, Facts wanted) {
        var member = member(group, wanted, "member");
        if (member.office() != null) {
            throw new Refused(GroupRefusal.ON_THE_BOARD, member.person().shown());
        }
        desk().rules().requireFree(List.of(member.id()));
    }

    @Override
    void make(Group group, Approved approved) {
        desk().moves()
                .out(
                        List.of(member(group, approved.wanted(), "member").id()),
                        approved.place().day());
    }
}
