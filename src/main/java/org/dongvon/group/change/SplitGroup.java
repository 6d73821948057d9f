package org.dongvon.group.change;

import java.util.List;
import org.dongvon.group.CreditGroups;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.group.change.GroupBook.Member;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** Part of a group becomes a group of its own (tách Tổ): both are large enough, and the new one has a board of two. */
@Component
class SplitGroup extends GroupChange {

    SplitGroup(Desk desk) {
        super(
                desk,
                new Shape(
                        "split",
                        LEADING,
                        COMMUNE,
                        Minutes.Purpose.SPLIT,
                        List.of(
                                new Field("code", Field.Type.TEXT),
                                new Field("title", Field.Type.TEXT),
                                new Field("hamlet", Field.Type.TEXT),
                                new Field("members", Field.Type.MEMBERS),
                                new Field("head", Field.Type.MEMBER),
                                new Field("deputy", Field.Type.MEMBER))));
    }

    @Override
    void check(Group group, Facts wanted) {
        GroupCode.require(desk(), wanted.textOf("code"));
        var leaving = leaving(group, wanted);
        var people = leaving.stream().map(each -> each.person().id()).toList();
        long head = member(group, wanted, "head").person().id();
        long deputy = member(group, wanted, "deputy").person().id();
        if (!people.contains(head) || !people.contains(deputy)) {
            throw new Refused(GroupRefusal.BOARD_NOT_AMONG_THEM);
        }
        desk().rules().requireBoard(head, deputy, group.openDay());
        var staying = desk().book().members(group.id()).stream()
                .filter(each -> !leaving.contains(each))
                .toList();
        for (var each : leaving) {
            if (each.office() != null) {
                throw new Refused(GroupRefusal.ON_THE_BOARD, each.person().shown());
            }
        }
        desk().rules().requireEnough(leaving.size(), group.openDay());
        desk().rules().requireEnough(staying.size(), group.openDay());
        desk().rules()
                .requireNear(
                        group.pointId(),
                        wanted.textOf("hamlet"),
                        leaving.stream().map(Member::hamlet).distinct().toList());
        desk().rules().requireNothingOnItsWay(leaving);
    }

    @Override
    void make(Group group, Approved approved) {
        var wanted = approved.wanted();
        var day = approved.place().day();
        var leaving = leaving(group, wanted).stream().map(Member::id).toList();
        long head = member(group, wanted, "head").id();
        long deputy = member(group, wanted, "deputy").id();
        long made = desk().groups()
                .form(
                        group.pointId(),
                        new CreditGroups.NewGroup(
                                wanted.textOf("code"),
                                wanted.textOf("title"),
                                wanted.textOf("hamlet"),
                                group.association().code(),
                                day));
        desk().moves().into(made, leaving, day);
        desk().writes().seat(made, head, deputy);
    }

    private List<Member> leaving(Group group, Facts wanted) {
        return ids(wanted.textOf("members")).stream()
                .map(person -> member(group, person))
                .toList();
    }
}
