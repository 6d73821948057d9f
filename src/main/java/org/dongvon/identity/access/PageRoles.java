package org.dongvon.identity.access;

import static org.dongvon.shared.Role.ACCOUNTANT;
import static org.dongvon.shared.Role.ADMINISTRATOR;
import static org.dongvon.shared.Role.ASSOCIATION_STAFF;
import static org.dongvon.shared.Role.AUDITOR;
import static org.dongvon.shared.Role.COMMUNE_OFFICIAL;
import static org.dongvon.shared.Role.CONTROLLER;
import static org.dongvon.shared.Role.CREDIT_OFFICER;
import static org.dongvon.shared.Role.DIRECTOR;
import static org.dongvon.shared.Role.FUND_OFFICER;
import static org.dongvon.shared.Role.GROUP_HEAD;
import static org.dongvon.shared.Role.INSPECTOR;
import static org.dongvon.shared.Role.LEADER;
import static org.dongvon.shared.Role.LOG_AUDITOR;
import static org.dongvon.shared.Role.MANAGER;
import static org.dongvon.shared.Role.TELLER;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;

/** Roles that read or write the same pages, by what they do; {@link PageAccess} says which pages. */
final class PageRoles {

    /** They change nothing, whatever page is added. */
    static final Set<Role> READERS = Set.of(AUDITOR, INSPECTOR, LOG_AUDITOR);

    /** What is public anyway, and one's own home. */
    static final Set<Role> EVERYONE = EnumSet.complementOf(EnumSet.of(Role.SYSTEM));

    /** The logs: who did what, who saw whose data. */
    static final Set<Role> LOGS = Set.of(AUDITOR, LOG_AUDITOR);

    /** Those before whom the card lies on the desk. */
    static final Set<Role> COUNTER = Set.of(LEADER, TELLER, DIRECTOR, CREDIT_OFFICER);

    /** The journal, the close, the sessions. */
    static final Set<Role> BOOKS =
            Set.of(LEADER, TELLER, CONTROLLER, DIRECTOR, ACCOUNTANT, MANAGER, INSPECTOR, AUDITOR);

    static final Set<Role> SESSIONS = with(BOOKS, CREDIT_OFFICER);

    /** The team of a session. */
    static final Set<Role> HAND_OVER = Set.of(TELLER, LEADER, CONTROLLER);

    /** Groups and loans, each in its own narrow scope. */
    static final Set<Role> PEOPLE = with(SESSIONS, GROUP_HEAD, ASSOCIATION_STAFF, COMMUNE_OFFICIAL);

    /** Those by whose own word an application goes on; the map of its steps says which word is whose. */
    static final Set<Role> MOVERS = Set.of(GROUP_HEAD, ASSOCIATION_STAFF, COMMUNE_OFFICIAL, CREDIT_OFFICER);

    /** Those who sign a classification of debts for their group or commune. */
    static final Set<Role> SIGNERS = Set.of(GROUP_HEAD, ASSOCIATION_STAFF, COMMUNE_OFFICIAL);

    /** Those who write down what a borrower at risk asks for, and those by whose word it goes on. */
    static final Set<Role> RISK_WRITERS = Set.of(GROUP_HEAD, CREDIT_OFFICER);

    static final Set<Role> RISK_MOVERS = Set.of(GROUP_HEAD, CREDIT_OFFICER, COMMUNE_OFFICIAL, DIRECTOR);

    /** Those who go to the members: of the bank and of the association that leads the group. */
    static final Set<Role> SUPERVISORS = Set.of(CREDIT_OFFICER, ASSOCIATION_STAFF);

    /** Those who enter what members say of their balances, and those who close a difference. */
    static final Set<Role> DIFFERENCE_MAKERS = with(SUPERVISORS, CONTROLLER, DIRECTOR);

    /** Those who ask for a case of money lost to be opened or closed. */
    static final Set<Role> CASE_MAKERS = Set.of(CREDIT_OFFICER, CONTROLLER);

    /** Those who ask for changes of groups. */
    static final Set<Role> GROUP_MAKERS = Set.of(GROUP_HEAD, ASSOCIATION_STAFF, CREDIT_OFFICER);

    /** Whoever may ask for some change or approve one; which of them stands in each kind of change. */
    static final Set<Role> DECIDERS = with(
            Set.of(LEADER, CONTROLLER, DIRECTOR, ACCOUNTANT, MANAGER, CREDIT_OFFICER, FUND_OFFICER, ADMINISTRATOR),
            GROUP_HEAD,
            ASSOCIATION_STAFF,
            COMMUNE_OFFICIAL);

    static final Set<Role> PAYMENT_MAKERS = Set.of(CREDIT_OFFICER, ACCOUNTANT);

    /** Those who see what came in by transfer and who paid it. */
    static final Set<Role> INCOMING_READERS = Set.of(ACCOUNTANT, CONTROLLER, DIRECTOR, CREDIT_OFFICER);

    static final Set<Role> FEE_MAKERS = Set.of(ACCOUNTANT, CONTROLLER);

    static final Set<Role> COUNTRY_MAKERS = Set.of(ACCOUNTANT, MANAGER);

    static final Set<Role> REGISTRARS = Set.of(ACCOUNTANT, CREDIT_OFFICER, FUND_OFFICER, DIRECTOR, MANAGER);

    static final Set<Role> UNIT_MAKERS = Set.of(LEADER, ACCOUNTANT, CREDIT_OFFICER, MANAGER);

    static final Set<Role> FUND_MAKERS = Set.of(FUND_OFFICER, ACCOUNTANT);

    /** Donors have names. */
    static final Set<Role> FUND_READERS = with(FUND_MAKERS, DIRECTOR, MANAGER, AUDITOR, INSPECTOR);

    static final Set<Role> OFFICES = with(DECIDERS, TELLER, AUDITOR);

    static final Set<Role> ACCOUNTS = Set.of(ADMINISTRATOR, LOG_AUDITOR);

    static final Set<Role> FIGURES = with(SESSIONS, FUND_OFFICER);

    /** Those who make reports, and those who keep the capital that the reports speak of. */
    static final Set<Role> FIGURE_LOADERS = Set.of(DIRECTOR, MANAGER, ACCOUNTANT, FUND_OFFICER);

    /** A person's whole file. */
    static final Set<Role> FILES = with(SESSIONS, LOG_AUDITOR);

    /** Households; the commune knows its own. */
    static final Set<Role> HOUSEHOLDS = with(FILES, COMMUNE_OFFICIAL);

    /** Those who keep the register of households. */
    static final Set<Role> KEEPERS = Set.of(CREDIT_OFFICER, COMMUNE_OFFICIAL);

    /** The plan; the commune knows its own part. */
    static final Set<Role> PLAN = with(FIGURES, COMMUNE_OFFICIAL);

    static final Set<Role> PLAN_MAKERS = Set.of(CREDIT_OFFICER, ACCOUNTANT, DIRECTOR, MANAGER);

    private PageRoles() {}

    private static Set<Role> with(Set<Role> roles, Role... others) {
        var all = EnumSet.copyOf(roles);
        all.addAll(List.of(others));
        return Collections.unmodifiableSet(all);
    }
}
