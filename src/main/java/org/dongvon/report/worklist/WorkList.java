package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;

/**
 * A list that somebody works from (danh sách công việc). It appears in the index, on its page, on the home pages of those
 * who work from it and in its file because it is a bean of this type; its title, its rule and its deadline are the messages
 * {@code worklist.<code>.title}, {@code .about} and {@code .deadline}.
 */
interface WorkList {

    /** Roles that follow loans, each in its own scope. */
    Set<Role> ALL = Set.of(
            Role.CREDIT_OFFICER,
            Role.GROUP_HEAD,
            Role.ASSOCIATION_STAFF,
            Role.COMMUNE_OFFICIAL,
            Role.LEADER,
            Role.TELLER,
            Role.CONTROLLER,
            Role.DIRECTOR,
            Role.ACCOUNTANT,
            Role.MANAGER,
            Role.INSPECTOR,
            Role.AUDITOR);

    /** The same, of the bank alone: whole points, nothing narrowed. */
    Set<Role> BANK = Set.of(
            Role.CREDIT_OFFICER,
            Role.LEADER,
            Role.TELLER,
            Role.CONTROLLER,
            Role.DIRECTOR,
            Role.ACCOUNTANT,
            Role.MANAGER,
            Role.AUDITOR);

    /** The stable name of addresses and messages, such as {@code inactive}. */
    String code();

    /** Where it stands among the others: small numbers come first. */
    int place();

    /** Who answers for it. */
    Role owner();

    /** On whose home page it counts, its owner's among them; the owner's alone, unless it says otherwise. */
    default Set<Role> homes() {
        return Set.of(owner());
    }

    /** Who may open it; whoever follows loans, unless it says otherwise. */
    default Set<Role> readers() {
        return ALL;
    }

    /** What its rows are about; loans, unless it says otherwise. */
    default Subject subject() {
        return Subject.LOAN;
    }

    /**
     * Finds its rows in the scope of the transaction: {@code id} of the subject, {@code on_day}, {@code amount} and {@code
     * other}, whole đồng or nothing. The parameters are those of {@link ListRules}.
     */
    String finding();

    /** The columns after the subject, in their order. */
    List<Column> columns();

    /** A column; its heading is the message {@code worklist.<list>.<column>} in small letters. */
    enum Column {
        DAY,
        AGE,
        AMOUNT,
        OTHER
    }
}
