package org.dongvon.group.change;

import java.util.regex.Pattern;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.Refused;

/** The code of a group that is to be formed: {@code LC-T12}. */
final class GroupCode {

    private static final Pattern PLAIN = Pattern.compile("[A-Z0-9]{1,12}(-[A-Z0-9]{1,12}){0,3}");

    private GroupCode() {}

    /**
     * Lets only a plain code pass that no group has.
     *
     * @throws Refused {@link GroupRefusal#GROUP_CODE_UNREADABLE}, {@link GroupRefusal#GROUP_CODE_TAKEN}
     */
    static void require(Desk desk, String code) {
        if (!PLAIN.matcher(code).matches()) {
            throw new Refused(GroupRefusal.GROUP_CODE_UNREADABLE, code);
        }
        if (desk.book().isTaken(code)) {
            throw new Refused(GroupRefusal.GROUP_CODE_TAKEN, code);
        }
    }
}
