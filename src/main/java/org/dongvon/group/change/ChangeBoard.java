package org.dongvon.group.change;

import java.util.List;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.group.change.GroupBook.Member;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** Another head or deputy (thay tổ trưởng, tổ phó). The former head hands the group over; money taken in the village and not yet brought
 * to the session is named in the minutes, and the new head owes it from then on. */
@Component
class ChangeBoard extends GroupChange {

    ChangeBoard(Desk desk) {
        super(
                desk,
                new Shape(
                        "board",
                        LEADING,
                        COMMUNE,
                        Minutes.Purpose.BOARD,
                        List.of(
                                new Field("head", Field.Type.MEMBER),
                                new Field("deputy", Field.Type.MEMBER),
                                new Field("provisional", Field.Type.MONEY))));
    }

    @Override
    void check(Group group, Facts wanted) {
        desk().rules()
                .requireBoard(
                        member(group, wanted, "head").person().id(),
                        member(group, wanted, "deputy").person().id(),
                        group.openDay());
    }

    @Override
    void make(Group group, Approved approved) {
        var former = desk().book().members(group.id()).stream()
                .filter(each -> "HEAD".equals(each.office()))
                .map(Member::id)
                .findFirst()
                .orElse(null);
        long head = member(group, approved.wanted(), "head").id();
        desk().writes()
                .seat(
                        group.id(),
                        head,
                        member(group, approved.wanted(), "deputy").id());
        if (former == null || former != head) {
            desk().writes()
                    .handover(
                            approved,
                            group.id(),
                            former,
                            head,
                            approved.wanted().dongOf("provisional"));
        }
    }
}
