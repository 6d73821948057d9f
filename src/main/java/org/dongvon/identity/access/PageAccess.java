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

    private static final Set<Role> NOBODY = Set.of();

    /** The pages of one's own account: everybody writes there, and no token opens them. */
    private static final String OWN = "/account";

    /** They change nothing, whatever page is added. */
    private static final Set<Role> READERS = Set.of(AUDITOR, INSPECTOR, LOG_AUDITOR);

    /** What is public anyway, and one's own home. */
    private static final Set<Role> EVERYONE = EnumSet.complementOf(EnumSet.of(Role.SYSTEM));

    /** The logs: who did what, who saw whose data. */
    private static final Set<Role> LOGS = Set.of(AUDITOR, LOG_AUDITOR);

    /** Those before whom the card lies on the desk. */
    private static final Set<Role> COUNTER = Set.of(LEADER, TELLER, DIRECTOR, CREDIT_OFFICER);

    /** The journal, the close, the sessions. */
    private static final Set<Role> BOOKS =
            Set.of(LEADER, TELLER, CONTROLLER, DIRECTOR, ACCOUNTANT, MANAGER, INSPECTOR, AUDITOR);

    private static final Set<Role> SESSIONS = with(BOOKS, CREDIT_OFFICER);

    /** Groups and loans, each in its own narrow scope. */
    private static final Set<Role> PEOPLE = with(SESSIONS, GROUP_HEAD, ASSOCIATION_STAFF, COMMUNE_OFFICIAL);

    /** Those by whose own word an application goes on; the map of its steps says which word is whose. */
    private static final Set<Role> MOVERS = Set.of(GROUP_HEAD, ASSOCIATION_STAFF, COMMUNE_OFFICIAL, CREDIT_OFFICER);

    /** Those who write down what a borrower at risk asks for, and those by whose word it goes on. */
    private static final Set<Role> RISK_WRITERS = Set.of(GROUP_HEAD, CREDIT_OFFICER);

    private static final Set<Role> RISK_MOVERS = Set.of(GROUP_HEAD, CREDIT_OFFICER, COMMUNE_OFFICIAL, DIRECTOR);
    /** Those who ask for changes of groups. */
    private static final Set<Role> GROUP_MAKERS = Set.of(GROUP_HEAD, ASSOCIATION_STAFF, CREDIT_OFFICER);

    /** Whoever may ask for some change or approve one; which of them stands in each kind of change. */
    private static final Set<Role> DECIDERS = with(
            Set.of(LEADER, CONTROLLER, DIRECTOR, ACCOUNTANT, MANAGER, CREDIT_OFFICER, FUND_OFFICER, ADMINISTRATOR),
            GROUP_HEAD,
            ASSOCIATION_STAFF,
            COMMUNE_OFFICIAL);

    private static final Set<Role> PAYMENT_MAKERS = Set.of(CREDIT_OFFICER, ACCOUNTANT);

    private static final Set<Role> FEE_MAKERS = Set.of(ACCOUNTANT, CONTROLLER);

    private static final Set<Role> COUNTRY_MAKERS = Set.of(ACCOUNTANT, MANAGER);

    private static final Set<Role> REGISTRARS = Set.of(ACCOUNTANT, CREDIT_OFFICER, FUND_OFFICER, DIRECTOR, MANAGER);

    private static final Set<Role> UNIT_MAKERS = Set.of(LEADER, ACCOUNTANT, CREDIT_OFFICER, MANAGER);

    private static final Set<Role> FUND_MAKERS = Set.of(FUND_OFFICER, ACCOUNTANT);

    private static final Set<Role> OFFICES = with(DECIDERS, TELLER, AUDITOR);

    private static final Set<Role> ACCOUNTS = Set.of(ADMINISTRATOR, LOG_AUDITOR);

    private static final Set<Role> FIGURES = with(SESSIONS, FUND_OFFICER);

    /** Those who make reports, and those who keep the capital that the reports speak of. */
    private static final Set<Role> FIGURE_LOADERS = Set.of(DIRECTOR, MANAGER, ACCOUNTANT, FUND_OFFICER);

    /** A person's whole file. */
    private static final Set<Role> FILES = with(SESSIONS, LOG_AUDITOR);

    /** Households; the commune knows its own. */
    private static final Set<Role> HOUSEHOLDS = with(FILES, COMMUNE_OFFICIAL);

    /** Those who keep the register of households. */
    private static final Set<Role> KEEPERS = Set.of(CREDIT_OFFICER, COMMUNE_OFFICIAL);

    /** Pages that anybody reads without a log-in: they hold no personal data. */
    static final List<String> OPEN = List.of(
            "/roots",
            "/roots/roots.txt",
            "/roots/{office}",
            "/roots/{office}/roots.txt",
            "/r/{code}",
            "/r/{code}/proof.txt");

    //   pages, who reads (GET), who writes (POST)
    private static final List<PageAccess> TABLE = List.of(
            page("/", EVERYONE, NOBODY),
            page("/amount-in-words", EVERYONE, NOBODY),
            page("/sessions", SESSIONS, Set.of(LEADER)),
            page("/sessions/new", Set.of(LEADER), NOBODY),
            page("/sessions/{id}", SESSIONS, NOBODY),
            page("/sessions/{id}/sheets/{group}", SESSIONS, Set.of(TELLER)),
            asking("/sessions/{id}/counter", SESSIONS, SESSIONS),
            page("/sessions/{id}/counter/{loan}", SESSIONS, Set.of(TELLER)),
            page("/sessions/{id}/cash", SESSIONS, Set.of(CONTROLLER)),
            page("/sessions/{id}/payouts", SESSIONS, Set.of(TELLER)),
            page("/sessions/{id}/fees", SESSIONS, Set.of(TELLER)),
            page("/sessions/{id}/fees/reversal", NOBODY, Set.of(TELLER)),
            page("/sessions/{id}/forms/{form}", SESSIONS, NOBODY),
            page("/vault", BOOKS, Set.of(LEADER, CONTROLLER)),
            page("/vouchers/{number}", SESSIONS, NOBODY),
            page("/vouchers/{number}/reversal", NOBODY, Set.of(TELLER)),
            page("/vouchers/{number}/receipts", SESSIONS, NOBODY),
            page("/vouchers/{number}/receipts/{line}", SESSIONS, NOBODY),
            page("/vouchers/{number}/{line}", SESSIONS, NOBODY),
            page("/programmes", EVERYONE, NOBODY),
            page("/programmes/{code}", EVERYONE, NOBODY),
            page("/programmes/{code}/rules/{rule}/change", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/programmes/{code}/caps/{borrowers}/{basis}/change", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/rules", EVERYONE, NOBODY),
            page("/rules/{code}/change", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/rates/{series}/change", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/documents", EVERYONE, NOBODY),
            page("/documents/new", REGISTRARS, REGISTRARS),
            page("/documents/{code}", EVERYONE, NOBODY),
            page("/documents/{code}/uses", EVERYONE, NOBODY),
            asking("/search", NOBODY, PEOPLE),
            page("/people/{id}", FILES, NOBODY),
            page("/people/{id}/identity", COUNTER, COUNTER),
            page("/people/{id}/card", FILES, Set.of(LEADER, TELLER, CREDIT_OFFICER)),
            page("/cards", FILES, NOBODY),
            asking("/cards/export", NOBODY, Set.of(LEADER, DIRECTOR, CREDIT_OFFICER)),
            asking("/people/{id}/export", NOBODY, Set.of(LEADER, DIRECTOR, CREDIT_OFFICER, AUDITOR, LOG_AUDITOR)),
            page("/people/{id}/restriction", NOBODY, Set.of(DIRECTOR)),
            page("/people/{id}/deletion", NOBODY, Set.of(LEADER, DIRECTOR, CREDIT_OFFICER)),
            page("/people/{id}/correction", Set.of(LEADER, CREDIT_OFFICER), Set.of(LEADER, CREDIT_OFFICER)),
            page("/households", HOUSEHOLDS, NOBODY),
            page("/households/{code}", HOUSEHOLDS, NOBODY),
            page("/households/{code}/members", KEEPERS, KEEPERS),
            page("/households/{code}/leavers/{person}", KEEPERS, KEEPERS),
            page("/households/{code}/authorisation", KEEPERS, KEEPERS),
            page("/households/{code}/authorisation/paper", KEEPERS, NOBODY),
            page("/classes", HOUSEHOLDS, NOBODY),
            page("/classes/files", Set.of(CREDIT_OFFICER), Set.of(CREDIT_OFFICER)),
            page("/classes/files/{key}", Set.of(CREDIT_OFFICER), Set.of(CREDIT_OFFICER)),
            page("/audit", LOGS, NOBODY),
            page("/audit/submissions", LOGS, NOBODY),
            asking("/audit/seen", LOGS, LOGS),
            asking("/audit/submissions/export", NOBODY, LOGS),
            asking("/audit/seen/export", NOBODY, LOGS),
            page("/applications", PEOPLE, NOBODY),
            page("/applications/new", Set.of(GROUP_HEAD), Set.of(GROUP_HEAD)),
            page("/applications/direct", Set.of(CREDIT_OFFICER), Set.of(CREDIT_OFFICER)),
            page("/applications/meeting", Set.of(GROUP_HEAD), Set.of(GROUP_HEAD)),
            page("/applications/moves", NOBODY, MOVERS),
            page("/applications/notices", NOBODY, Set.of(CREDIT_OFFICER)),
            page("/applications/notices/{group}/{number}", PEOPLE, NOBODY),
            page("/applications/{code}", PEOPLE, NOBODY),
            page("/applications/{code}/moves", NOBODY, MOVERS),
            page("/applications/{code}/collateral", NOBODY, Set.of(CREDIT_OFFICER)),
            page("/applications/{code}/papers/{form}", PEOPLE, NOBODY),
            page("/applications/{code}/decision", Set.of(CREDIT_OFFICER), Set.of(CREDIT_OFFICER)),
            page("/risk", PEOPLE, NOBODY),
            page("/risk/new", RISK_WRITERS, RISK_WRITERS),
            page("/risk/{code}", PEOPLE, NOBODY),
            page("/risk/{code}/evidence", NOBODY, RISK_WRITERS),
            page("/risk/{code}/minutes", NOBODY, RISK_WRITERS),
            page("/risk/{code}/moves", NOBODY, RISK_MOVERS),
            page("/risk-rounds", SESSIONS, NOBODY),
            page("/risk-rounds/new", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/risk-rounds/{round}", SESSIONS, NOBODY),
            page("/risk-rounds/{round}/{office}/{list}/{contract}", SESSIONS, Set.of(ACCOUNTANT, CREDIT_OFFICER)),
            page("/loans/{code}/recovery", Set.of(ACCOUNTANT), Set.of(ACCOUNTANT)),
            page("/loans", PEOPLE, NOBODY),
            page("/loans/{code}", PEOPLE, NOBODY),
            page("/loans/{code}/interest/{line}", PEOPLE, NOBODY),
            page("/loans/{code}/instalments/{seq}/change", Set.of(CREDIT_OFFICER), Set.of(CREDIT_OFFICER)),
            page("/loans/{code}/instalments/{seq}/paper", Set.of(CREDIT_OFFICER), NOBODY),
            page("/loans/{code}/transfer", PAYMENT_MAKERS, PAYMENT_MAKERS),
            page("/loans/{code}/undrawn", NOBODY, Set.of(CREDIT_OFFICER)),
            page("/loans/{code}/extension", Set.of(CREDIT_OFFICER), Set.of(CREDIT_OFFICER)),
            page("/loans/{code}/extension/paper", Set.of(CREDIT_OFFICER), NOBODY),
            page("/loans/{code}/rollover", Set.of(CREDIT_OFFICER), Set.of(CREDIT_OFFICER)),
            page("/loans/{code}/course", Set.of(CREDIT_OFFICER), Set.of(CREDIT_OFFICER)),
            page("/loans/{code}/loan-book", PEOPLE, NOBODY),
            page("/loans/{code}/changes", PEOPLE, NOBODY),
            page("/loans/{code}/payoff", PEOPLE, NOBODY),
            page("/groups", PEOPLE, NOBODY),
            page("/groups/new", Set.of(CREDIT_OFFICER), Set.of(CREDIT_OFFICER)),
            page("/groups/{code}/changes", PEOPLE, NOBODY),
            page("/groups/{code}", PEOPLE, NOBODY),
            page("/groups/{code}/changes/{change}", GROUP_MAKERS, GROUP_MAKERS),
            page("/groups/{code}/forms/11-td", PEOPLE, NOBODY),
            page("/groups/{code}/forms/{form}", PEOPLE, NOBODY),
            page("/groups/{code}/use-checks", PEOPLE, Set.of(ASSOCIATION_STAFF)),
            page("/groups/{code}/use-checks/form", PEOPLE, NOBODY),
            page("/groups/{code}/use-checks/{sheet}", PEOPLE, Set.of(CREDIT_OFFICER)),
            page("/groups/{code}/use-checks/{sheet}/form", PEOPLE, NOBODY),
            page("/groups/{code}/ratings", PEOPLE, NOBODY),
            page("/groups/{code}/commission", PEOPLE, NOBODY),
            page("/fees", SESSIONS, FEE_MAKERS),
            page("/fees/lines", SESSIONS, NOBODY),
            page("/fees/statement.xlsx", SESSIONS, NOBODY),
            page("/fees/payment", SESSIONS, NOBODY),
            page("/fees/request", FEE_MAKERS, FEE_MAKERS),
            page("/fees/transfer", FEE_MAKERS, FEE_MAKERS),
            page("/fees/transfer-back", FEE_MAKERS, FEE_MAKERS),
            page("/fees/rules", PEOPLE, NOBODY),
            page("/fees/rules/rate", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/fees/rules/band", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/fees/rules/split", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/ratings", PEOPLE, NOBODY),
            page("/ratings.csv", PEOPLE, NOBODY),
            page("/ratings/rule", PEOPLE, NOBODY),
            page("/ratings/rule/change", COUNTRY_MAKERS, COUNTRY_MAKERS),
            page("/forms", EVERYONE, NOBODY),
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
            page("/units/{code}/changes", FIGURES, NOBODY),
            page("/units/{code}/name", UNIT_MAKERS, UNIT_MAKERS),
            page("/units/{code}/place", UNIT_MAKERS, UNIT_MAKERS),
            page("/units/{code}/session-day", UNIT_MAKERS, UNIT_MAKERS),
            page("/capital", FIGURES, NOBODY),
            page("/capital/new", FUND_MAKERS, FUND_MAKERS),
            page("/capital/sources", FIGURES, NOBODY),
            page("/capital/{contract}", FIGURES, NOBODY),
            page("/capital/{contract}/loans", SESSIONS, NOBODY),
            page("/capital/{contract}/loans.csv", SESSIONS, NOBODY),
            page("/capital/{contract}/terms", FUND_MAKERS, FUND_MAKERS),
            page("/capital/{contract}/money/{way}", FUND_MAKERS, FUND_MAKERS),
            page("/capital/{contract}/moves", FUND_MAKERS, FUND_MAKERS),
            page("/capital/{contract}/grants/{office}", FUND_MAKERS, FUND_MAKERS),
            page("/reports", FIGURES, NOBODY),
            page("/reports/directive40", FIGURES, NOBODY),
            page("/reports/capital", FIGURES, NOBODY),
            page("/reports/local-share", FIGURES, NOBODY),
            page("/reports/local-share-years", FIGURES, NOBODY),
            page("/reports/local-share-years.csv", FIGURES, NOBODY),
            page("/reports/local-share-years.xlsx", FIGURES, NOBODY),
            page("/reports/figures-check", FIGURES, NOBODY),
            page("/reports/figures-check/example", FIGURES, NOBODY),
            page("/reports/figures-check/files", FIGURE_LOADERS, FIGURE_LOADERS),
            page("/reports/figures-check/files/{key}", FIGURE_LOADERS, FIGURE_LOADERS),
            page("/reports/loans.csv", SESSIONS, NOBODY),
            page("/work-lists", PEOPLE, NOBODY),
            page("/work-lists/{list}", PEOPLE, NOBODY),
            asking("/work-lists/{list}/export", NOBODY, Set.of(LEADER, DIRECTOR, CREDIT_OFFICER, ASSOCIATION_STAFF)),
            page(OWN, EVERYONE, NOBODY),
            page(OWN + "/password", EVERYONE, EVERYONE),
            page(OWN + "/second-factor", EVERYONE, EVERYONE),
            page(OWN + "/second-factor/recovery-codes", NOBODY, EVERYONE),
            page(OWN + "/second-factor/removal", NOBODY, EVERYONE),
            page(OWN + "/sign-ins", EVERYONE, NOBODY),
            page(OWN + "/sign-ins/others/end", NOBODY, EVERYONE),
            page(OWN + "/sign-ins/{id}/end", NOBODY, EVERYONE),
            page(OWN + "/tokens", EVERYONE, EVERYONE),
            page(OWN + "/tokens/{id}/revocation", NOBODY, EVERYONE),
            page(OWN + "/links", NOBODY, EVERYONE),
            page(OWN + "/links/{id}/removal", NOBODY, EVERYONE),
            page("/administration/sign-ins", ACCOUNTS, NOBODY),
            page("/administration/sign-ins/{id}/end", NOBODY, Set.of(ADMINISTRATOR)),
            page("/administration/events", ACCOUNTS, NOBODY),
            page(OWN + "/role", NOBODY, EVERYONE),
            page("/administration/settings", ACCOUNTS, NOBODY),
            page("/administration/settings/{name}", Set.of(ADMINISTRATOR), Set.of(ADMINISTRATOR)),
            page("/administration/new-account", Set.of(ADMINISTRATOR), Set.of(ADMINISTRATOR)),
            page("/administration/accounts/{login}/first-password", NOBODY, Set.of(ADMINISTRATOR)),
            page("/administration/accounts", ACCOUNTS, NOBODY),
            page("/administration/accounts/{login}", ACCOUNTS, NOBODY),
            page("/administration/accounts/{login}/roles/new", Set.of(ADMINISTRATOR), Set.of(ADMINISTRATOR)),
            page("/administration/accounts/{login}/roles/{grant}/end", Set.of(ADMINISTRATOR), Set.of(ADMINISTRATOR)),
            page("/administration/accounts/{login}/closing", Set.of(ADMINISTRATOR), Set.of(ADMINISTRATOR)));

    private final PathPattern path;
    private final Set<Role> readers;
    private final Set<Role> writers;
    private final Set<Role> askers;

    private PageAccess(String path, Set<Role> readers, Set<Role> writers, Set<Role> askers) {
        if (!path.startsWith(OWN) && !Collections.disjoint(writers, READERS)) {
            throw new IllegalArgumentException("an auditor or inspector writes nothing: " + path);
        }
        this.path = PathPatternParser.defaultInstance.parse(path);
        this.readers = readers;
        this.writers = writers;
        this.askers = askers;
    }

    private static PageAccess page(String path, Set<Role> readers, Set<Role> writers) {
        return new PageAccess(path, readers, writers, NOBODY);
    }

    /** The address with its variables unnamed, such as {@code /loans/{code}}. */
    String pattern() {
        return path.getPatternString();
    }

    /** A page whose POST only asks: what is typed does not belong in an address. It changes nothing but the log of data seen. */
    private static PageAccess asking(String path, Set<Role> readers, Set<Role> askers) {
        return new PageAccess(path, readers, NOBODY, askers);
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

    /** Whether the role may send the page's form, to write or to ask. */
    boolean maySend(Role role) {
        return writers.contains(role) || askers.contains(role);
    }

    /** Whether the page is about the account of who opens it. */
    boolean isOwnAccount() {
        return path().equals(OWN) || path().startsWith(OWN + "/");
    }

    boolean isReadOnly() {
        return writers.isEmpty() && askers.isEmpty();
    }
}
