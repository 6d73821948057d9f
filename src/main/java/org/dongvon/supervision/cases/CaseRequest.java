package org.dongvon.supervision.cases;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.text.Spelling;

/** Opening or closing a case of money lost: asked for by who finds or follows it, decided by the director. */
interface CaseRequest extends ChangeKind {

    int SHORTEST = 3;
    int LONGEST = 200;

    @Override
    default Set<Role> makers() {
        return Set.of(Role.CREDIT_OFFICER, Role.CONTROLLER);
    }

    @Override
    default List<Role> approvers() {
        return List.of(Role.DIRECTOR);
    }

    @Override
    default boolean needsDocument() {
        return false;
    }

    /** A text in one spelling. */
    static String spelled(String text) {
        return Spelling.ofLine(text);
    }

    /**
     * That a spelled text says something.
     *
     * @throws Refused {@link CaseRefusal#CASE_TEXT_LENGTH}
     */
    static void requireSaid(String spelled) {
        if (spelled.length() < SHORTEST || spelled.length() > LONGEST) {
            throw new Refused(CaseRefusal.CASE_TEXT_LENGTH, SHORTEST, LONGEST);
        }
    }
}
