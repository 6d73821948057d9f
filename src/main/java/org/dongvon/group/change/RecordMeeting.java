package org.dongvon.group.change;

import java.util.List;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** A regular meeting of a group (họp Tổ định kỳ, 10C/TD), with who came; what was agreed is the reason of the request. */
@Component
class RecordMeeting extends GroupChange {

    RecordMeeting(Desk desk) {
        super(
                desk,
                new Shape(
                        "meeting",
                        NEAR,
                        BANK,
                        Minutes.Purpose.REGULAR,
                        List.of(new Field("place", Field.Type.TEXT), new Field(ATTENDED, Field.Type.MEMBERS))));
    }

    @Override
    void check(Group group, Facts wanted) {
        // The minutes are all there is to check.
    }

    @Override
    void make(Group group, Approved approved) {
        // The meeting itself is entered with every change.
    }
}
