package org.dongvon.group.change;

import java.util.List;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.group.change.GroupBook.Member;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** A group ends (giải thể Tổ), when no member owes anything and all deposits are settled. */
@Component
class DissolveGroup extends GroupChange {

    DissolveGroup(Desk desk) {
        super(
                desk,
                new Shape(
                        "dissolution",
                        LEADING,
                        COMMUNE,
                        Minutes.Purpose.DISSOLUTION,
                        List.of(new Field("cause", Field.Type.TEXT))));
    }

    @Override
    void check(Group group, Facts wanted) {
        desk().rules()
                .requireFree(desk().book().members(group.id()).stream()
                        .map(Member::id)
                        .toList());
    }

    @Override
    void make(Group group, Approved approved) {
        desk().moves()
                .out(
                        desk().book().members(group.id()).stream()
                                .map(Member::id)
                                .toList(),
                        approved.place().day());
        desk().writes().close(group.id(), approved.place().day());
    }
}
