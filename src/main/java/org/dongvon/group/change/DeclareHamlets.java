package org.dongvon.group.change;

import java.util.List;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** Two hamlets of a commune lie next to each other (thôn liền kề), so that people of one may join groups of the other. */
@Component
class DeclareHamlets extends GroupChange {

    DeclareHamlets(Desk desk) {
        super(desk, new Shape("hamlets", OFFICER, COMMUNE, null, List.of(new Field("neighbour", Field.Type.TEXT))));
    }

    @Override
    void check(Group group, Facts wanted) {
        if (wanted.textOf("neighbour").equals(group.hamlet())) {
            throw new Refused(GroupRefusal.HAMLET_IS_THE_SAME, group.hamlet());
        }
    }

    @Override
    void make(Group group, Approved approved) {
        desk().writes().adjacent(approved, group.hamlet(), approved.wanted().textOf("neighbour"));
    }
}
