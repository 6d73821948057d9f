package org.dongvon.group.change;

import java.util.List;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** What members agree on (quy ước hoạt động), from the day of the approval. */
@Component
class AgreeConvention extends GroupChange {

    AgreeConvention(Desk desk) {
        super(
                desk,
                new Shape(
                        "convention",
                        NEAR,
                        BANK,
                        Minutes.Purpose.CONVENTION,
                        List.of(new Field("saving", Field.Type.MONEY), new Field("meets", Field.Type.COUNT))));
    }

    @Override
    void check(Group group, Facts wanted) {
        requireMonths(wanted.countOf("meets"));
    }

    @Override
    void make(Group group, Approved approved) {
        desk().writes().convention(approved, group.id());
    }

    /** A regular meeting is held once in 1 to 12 months. */
    static void requireMonths(long months) {
        if (months < 1 || months > 12) {
            throw new Refused(GroupRefusal.MEETS_IN_MONTHS);
        }
    }
}
