package org.dongvon.group.change;

import java.util.List;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.group.change.GroupBook.Member;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** A group is taken up by another of the same commune and association (sáp nhập Tổ): its members go there as a set, and it ends. */
@Component
class MergeGroup extends GroupChange {

    MergeGroup(Desk desk) {
        super(
                desk,
                new Shape(
                        "merge",
                        LEADING,
                        COMMUNE,
                        Minutes.Purpose.MERGE,
                        List.of(new Field("into", Field.Type.GROUP))));
    }

    @Override
    void check(Group group, Facts wanted) {
        var to = desk().book().get(wanted.textOf("into"));
        desk().rules().requireBeside(group, to);
        var members = desk().book().members(group.id());
        desk().rules().requireRoom(desk().book().members(to.id()).size(), members.size(), group.openDay());
        desk().rules()
                .requireNear(
                        to.pointId(),
                        to.hamlet(),
                        members.stream().map(Member::hamlet).distinct().toList());
        desk().rules().requireNothingOnItsWay(members);
    }

    @Override
    void make(Group group, Approved approved) {
        var to = desk().book().get(approved.wanted().textOf("into"));
        var members = desk().book().members(group.id()).stream().map(Member::id).toList();
        desk().moves().into(to.id(), members, approved.place().day());
        desk().writes().close(group.id(), approved.place().day());
    }
}
