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
import java.util.Optional;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which roles read and which write which pages: the only place. The first line that fits counts; a page that no line
 * names is refused to all. An auditor writes nothing but what concerns the own account.
 */
public final class PageAccess {

    /** The pages of one's own account: everybody writes there. */
    private static final String OWN = "/account/";

    private static final Set<Role> NOBODY = Set.of();

    /** They change nothing, whatever page is added. */
    private static final Set<Role> READERS = Set.of(AUDITOR, INSPECTOR, LOG_AUDITOR);

    /** What is public anyway, and one's own home. */
    private static final Set<Role> EVERYONE = EnumSet.complementOf(EnumSet.of(Role.SYSTEM));

    /** The journal, the close, the sessions. */
    private static final Set<Role> BOOKS =
            Set.of(LEADER, TELLER, CONTROLLER, DIRECTOR, ACCOUNTANT, MANAGER, INSPECTOR, AUDITOR);

    private static final Set<Role> SESSIONS = with(BOOKS, CREDIT_OFFICER);

    /** Groups and loans, each in its own narrow scope. */
    private static final Set<Role> PEOPLE = with(SESSIONS, GROUP_HEAD, ASSOCIATION_STAFF, COMMUNE_OFFICIAL);

    /** Whoever may ask for some change or approve one; which of them stands in each kind of change. */
    private static final Set<Role> DECIDERS =
            Set.of(LEADER, CONTROLLER, DIRECTOR, ACCOUNTANT, MANAGER, CREDIT_OFFICER, FUND_OFFICER, ADMINISTRATOR);

    private static final Set<Role> COUNTRY_MAKERS = Set.of(ACCOUNTANT, MANAGER);

    private static final Set<Role> REGISTRARS = Set.of(ACCOUNTANT, CREDIT_OFFICER, FUND_OFFICER, DIRECTOR, MANAGER);

    private static final Set<Role> UNIT_MAKERS = Set.of(LEADER, ACCOUNTANT, CREDIT_OFFICER, MANAGER);

    private static final Set<Role> FUND_MAKERS = Set.of(FUND_OFFICER, ACCOUNTANT);

    private static final Set<Role> OFFICES = with(DECIDERS, TELLER, AUDITOR);

    private static final Set<Role> ACCOUNTS = Set.of(ADMINISTRATOR, LOG_AUDITOR);

    private static final Set<Role> FIGURES = with(SESSIONS, FUND_OFFICER);

    //   pages, who reads (GET), who writes (POST)
    private static final List<PageAccess> TABLE = List.of(
            page("/", EVERYONE, NOBODY),
            page("/amount-in-words", EVERYONE, NOBODY),
            page("/sessions", SESSIONS, Set.of(LEADER)),
            page("/sessions/new", Set.of(LEADER), NOBODY),
            page("/sessions/{id}", SESSIONS, NOBODY),
            page("/sessions/{id}/sheets/{group}", SESSIONS, Set.of(TELLER)),
            page("/sessions/{id}/counter", SESSIONS, NOBODY),
            page("/sessions/{id}/counter/{loan}", SESSIONS, Set.of(TELLER)),
            page("/sessions/{id}/cash", SESSIONS, Set.of(CONTROLLER)),
            page("/vouchers/{number}", SESSIONS, NOBODY),
            page("/vouchers/{number}/reversal", NOBODY, Set.of(TELLER)),
            page("/vouchers/{number}/{line}", SESSIONS, NOBODY),
            page("/programmes", EVERYONE, NOBODY),
            page("/programmes/{code}", EVERYONE, NOBODY),
            page("/rules", EVERYONE, NOBODY),
            page("/rules/{code}/change", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/rates/{series}/change", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/documents", EVERYONE, NOBODY),
            page("/documents/new", REGISTRARS, REGISTRARS),
            page("/documents/{code}", EVERYONE, NOBODY),
            page("/documents/{code}/uses", EVERYONE, NOBODY),
            page("/loans", PEOPLE, NOBODY),
            page("/loans/{code}", PEOPLE, NOBODY),
            page("/loans/{code}/interest/{line}", PEOPLE, NOBODY),
            page("/groups", PEOPLE, NOBODY),
            page("/groups/{code}", PEOPLE, NOBODY),
            page("/journals", BOOKS, NOBODY),
            page("/journals/{id}", BOOKS, NOBODY),
            page("/closing", BOOKS, Set.of(DIRECTOR)),
            page("/approvals", OFFICES, NOBODY),
            page("/approvals/batch", OFFICES, DECIDERS),
            page("/approvals/limits", OFFICES, NOBODY),
            page("/approvals/limits/{kind}/{role}", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/approvals/{id}", OFFICES, NOBODY),
            page("/approvals/{id}/approval", NOBODY, DECIDERS),
            page("/approvals/{id}/return", NOBODY, DECIDERS),
            page("/approvals/{id}/withdrawal", NOBODY, DECIDERS),
            page("/units", FIGURES, NOBODY),
            page("/units/{code}/name", UNIT_MAKERS, UNIT_MAKERS),
            page("/units/{code}/session-day", UNIT_MAKERS, UNIT_MAKERS),
            page("/capital", FIGURES, NOBODY),
            page("/capital/{contract}/grants/{office}", FUND_MAKERS, FUND_MAKERS),
            page("/reports", FIGURES, NOBODY),
            page("/reports/directive40", FIGURES, NOBODY),
            page("/reports/capital", FIGURES, NOBODY),
            page("/account/role", NOBODY, EVERYONE),
            page("/administration/accounts", ACCOUNTS, NOBODY),
            page("/administration/accounts/{login}", ACCOUNTS, NOBODY),
            page("/administration/accounts/{login}/roles/new", Set.of(ADMINISTRATOR), Set.of(ADMINISTRATOR)),
            page("/administration/accounts/{login}/roles/{grant}/end", Set.of(ADMINISTRATOR), Set.of(ADMINISTRATOR)),
            page("/administration/accounts/{login}/closing", Set.of(ADMINISTRATOR), Set.of(ADMINISTRATOR)));

    private final PathPattern path;
    private final Set<Role> readers;
    private final Set<Role> writers;

    private PageAccess(PathPattern path, Set<Role> readers, Set<Role> writers) {
        if (!path.getPatternString().startsWith(OWN) && !Collections.disjoint(writers, READERS)) {
            throw new IllegalArgumentException("an auditor or inspector writes nothing: " + path);
        }
        this.path = path;
        this.readers = readers;
        this.writers = writers;
    }

    private static PageAccess page(String path, Set<Role> readers, Set<Role> writers) {
        return new PageAccess(PathPatternParser.defaultInstance.parse(path), readers, writers);
    }

    private static Set<Role> with(Set<Role> roles, Role... others) {
        var all = EnumSet.copyOf(roles);
        all.addAll(List.of(others));
        return Collections.unmodifiableSet(all);
    }

    /** The line for a path. */
    public static Optional<PageAccess> of(String path) {
        return TABLE.stream().filter(line -> line.holds(path)).findFirst();
    }

    /** All lines, for the test that compares them with the pages there are. */
    static List<PageAccess> table() {
        return TABLE;
    }

    boolean holds(String page) {
        return path.matches(PathContainer.parsePath(page));
    }

    String path() {
        return path.getPatternString();
    }

    public boolean mayRead(Role role) {
        return readers.contains(role);
    }

    boolean mayWrite(Role role) {
        return writers.contains(role);
    }

    boolean isReadOnly() {
        return writers.isEmpty();
    }
}
