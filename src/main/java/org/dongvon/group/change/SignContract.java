package org.dongvon.group.change;

import java.util.List;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** The office authorises the board to collect (hợp đồng ủy nhiệm, 11/TD): interest, or interest and deposits. A new contract ends
 * the one before. */
@Component
class SignContract extends GroupChange {

    SignContract(Desk desk) {
        super(
                desk,
                new Shape(
                        "contract",
                        OFFICER,
                        BANK,
                        null,
                        List.of(
                                new Field("number", Field.Type.TEXT),
                                new Field("signed", Field.Type.DATE),
                                new Field("covers", Field.Type.CHOICE, List.of("INTEREST_AND_SAVINGS", "INTEREST")))));
    }

    @Override
    void check(Group group, Facts wanted) {
        var signed = wanted.dateOf("signed");
        if (signed.isAfter(group.openDay())) {
            throw new Refused(GroupRefusal.CONTRACT_NOT_SIGNED_YET, signed, group.openDay());
        }
        desk().book().lastContract(group.id()).ifPresent(last -> {
            if (!signed.isAfter(last)) {
                throw new Refused(GroupRefusal.CONTRACT_NOT_LATER, signed, last);
            }
        });
        long board = desk().book().members(group.id()).stream()
                .filter(each -> each.office() != null)
                .count();
        if (board < 2) {
            throw new Refused(GroupRefusal.CONTRACT_NEEDS_BOARD);
        }
    }

    @Override
    void make(Group group, Approved approved) {
        desk().writes().contract(approved, group.id(), choice(approved.wanted(), "covers"));
    }
}
