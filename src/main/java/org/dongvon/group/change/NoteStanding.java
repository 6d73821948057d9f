package org.dongvon.group.change;

import java.util.List;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** A member is a standing member of the commune's association (thường trực Hội), or is none any more: such people sit on no board. */
@Component
class NoteStanding extends GroupChange {

    NoteStanding(Desk desk) {
        super(
                desk,
                new Shape(
                        "standing",
                        OFFICER,
                        BANK,
                        null,
                        List.of(
                                new Field("member", Field.Type.MEMBER),
                                new Field("stands", Field.Type.CHOICE, List.of("YES", "NO")))));
    }

    @Override
    void check(Group group, Facts wanted) {
        var member = member(group, wanted, "member");
        if (member.office() != null && choice(wanted, "stands").equals("YES")) {
            throw new Refused(GroupRefusal.ON_THE_BOARD, member.person().shown());
        }
    }

    @Override
    void make(Group group, Approved approved) {
        long person = member(group, approved.wanted(), "member").person().id();
        if (choice(approved.wanted(), "stands").equals("YES")) {
            desk().writes().stands(approved, person);
        } else {
            desk().writes().standsNoMore(approved, person);
        }
    }
}
