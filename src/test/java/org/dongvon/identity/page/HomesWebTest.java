package org.dongvon.identity.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.identity.NewGrant;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.context.ApplicationContext;

/** Each role logs in and sees its own home, its own links and its own scope. */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
class HomesWebTest {

    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\" data-key=");

    private static final List<String> LAW = List.of("/programmes", "/rules", "/documents", "/forms");

    private static final List<String> BOOKS = List.of(
            "/sessions",
            "/applications",
            "/risk",
            "/work-lists",
            "/vault",
            "/fees",
            "/closing",
            "/loans",
            "/groups",
            "/ratings",
            "/households",
            "/classes",
            "/cards",
            "/journals",
            "/reports/directive40",
            "/reports/plan",
            "/reports",
            "/capital",
            "/units");

    private static final List<String> WITH_TRANSFERS = BOOKS.stream()
            .flatMap(each -> each.equals("/fees") ? Stream.of("/fees", "/incoming") : Stream.of(each))
            .toList();

    private static final List<String> ADMINISTRATION = List.of(
            "/administration/accounts",
            "/administration/sign-ins",
            "/administration/events",
            "/administration/settings");

    /** The links beside the page, law aside. */
    private static final Map<Role, List<String>> LINKS = Map.ofEntries(
            Map.entry(Role.LEADER, BOOKS),
            Map.entry(
                    Role.TELLER,
                    Stream.concat(
                                    Stream.of("/sessions", "/field"),
                                    BOOKS.stream().skip(1))
                            .toList()),
            Map.entry(Role.CONTROLLER, WITH_TRANSFERS),
            Map.entry(Role.DIRECTOR, WITH_TRANSFERS),
            Map.entry(Role.ACCOUNTANT, WITH_TRANSFERS),
            Map.entry(Role.MANAGER, BOOKS),
            Map.entry(Role.INSPECTOR, BOOKS),
            Map.entry(
                    Role.AUDITOR,
                    Stream.concat(BOOKS.stream(), Stream.of("/audit")).toList()),
            Map.entry(
                    Role.CREDIT_OFFICER,
                    List.of(
                            "/sessions",
                            "/applications",
                            "/risk",
                            "/work-lists",
                            "/fees",
                            "/incoming",
                            "/loans",
                            "/groups",
                            "/ratings",
                            "/households",
                            "/classes",
                            "/cards",
                            "/reports/directive40",
                            "/reports/plan",
                            "/reports",
                            "/capital",
                            "/units")),
            Map.entry(
                    Role.FUND_OFFICER,
                    List.of("/reports/directive40", "/reports/plan", "/reports", "/capital", "/units")),
            Map.entry(
                    Role.GROUP_HEAD,
                    List.of("/collection", "/applications", "/risk", "/work-lists", "/loans", "/groups", "/ratings")),
            Map.entry(
                    Role.ASSOCIATION_STAFF,
                    List.of("/applications", "/risk", "/work-lists", "/loans", "/groups", "/ratings")),
            Map.entry(
                    Role.COMMUNE_OFFICIAL,
                    List.of(
                            "/applications",
                            "/risk",
                            "/work-lists",
                            "/loans",
                            "/groups",
                            "/ratings",
                            "/households",
                            "/classes",
                            "/reports/plan")),
            Map.entry(Role.ADMINISTRATOR, ADMINISTRATION),
            Map.entry(
                    Role.LOG_AUDITOR,
                    Stream.concat(ADMINISTRATION.stream(), Stream.of("/audit", "/households", "/classes", "/cards"))
                            .toList()));

    private final ApplicationContext beans;
    private final Accounts accounts;
    private final Site site;

    private Village.GroupOfLoans own = new Village.GroupOfLoans(0, List.of(), List.of());

    HomesWebTest(ApplicationContext beans, Accounts accounts, Site site) {
        this.beans = beans;
        this.accounts = accounts;
        this.site = site;
    }

    @BeforeAll
    void aVillageWithTwoGroups() {
        var village = Village.in(beans, "HOMES");
        own = village.group(1, 3, "CANNGHEO", 50_000_000, Village.FIRST_DAY);
        village.group(2, 2, "CANNGHEO", 50_000_000, Village.FIRST_DAY);
        hire("homes.head", Role.GROUP_HEAD, village.point, Narrowing.ofGroup(own.id()));
        hire("homes.women", Role.ASSOCIATION_STAFF, village.office, Narrowing.ofAssociation("HPN"));
        hire("homes.farmers", Role.ASSOCIATION_STAFF, village.office, Narrowing.ofAssociation("HND"));
        hire("homes.commune", Role.COMMUNE_OFFICIAL, village.point, Narrowing.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SYSTEM", mode = Mode.EXCLUDE)
    void eachRoleHasAHomeWithItsOwnLinks(Role role) {
        var visitor = new Visitor(site).as(role);
        var home = visitor.get("/");

        assertThat(home.statusCode()).isEqualTo(200);
        var links =
                LINK.matcher(home.body()).results().map(found -> found.group(1)).toList();
        assertThat(links).startsWith("/").doesNotHaveDuplicates();
        assertThat(links.stream().skip(1).filter(link -> !LAW.contains(link) && !link.startsWith("/approvals")))
                .containsExactlyInAnyOrderElementsOf(LINKS.getOrDefault(role, List.of()));
        for (var link :
                links.stream().filter(each -> !each.startsWith("/approvals")).toList()) {
            // A report of an office that has closed no day yet says so.
            assertThat(visitor.get(link).statusCode()).as(link).isIn(200, 409);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {
                "GROUP_HEAD",
                "ASSOCIATION_STAFF",
                "COMMUNE_OFFICIAL",
                "FUND_OFFICER",
                "ADMINISTRATOR",
                "LOG_AUDITOR"
            })
    void thoseWhoTouchNoMoneyOpenNoBooks(Role role) {
        var visitor = new Visitor(site).as(role);

        for (var page : List.of("/journals", "/sessions", "/closing", "/sessions/1/cash", "/vouchers/X-1-2024")) {
            assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(403);
        }
    }

    @Test
    void anAdministratorOpensNoLoanAndNoReport() {
        var administrator = new Visitor(site).as(Role.ADMINISTRATOR);

        for (var page : List.of("/loans", "/loans/HOMES-1-0", "/groups", "/reports", "/reports/capital")) {
            assertThat(administrator.get(page).statusCode()).as(page).isEqualTo(403);
        }
    }

    @Test
    void aGroupHeadSeesTheOwnGroupAndNoOther() {
        var head = new Visitor(site).as("homes.head");

        assertThat(head.get("/").body()).contains("HOMES-T1").doesNotContain("HOMES-T2");
        assertThat(head.get("/groups/HOMES-T1").statusCode()).isEqualTo(200);
        assertThat(head.get("/loans/HOMES-1-0").statusCode()).isEqualTo(200);
        assertNeutral(head, "/groups/HOMES-T2", "Tổ 2");
        assertNeutral(head, "/loans/HOMES-2-0", "Nguyễn Thị");
        assertThat(head.get("/loans").body()).contains("HOMES-1-0").doesNotContain("HOMES-2-0");
    }

    @Test
    void anAssociationSeesItsOwnGroups() {
        assertThat(new Visitor(site).as("homes.women").get("/").body()).contains("HOMES-T1", "HOMES-T2");
        assertThat(new Visitor(site).as("homes.farmers").get("/").body()).doesNotContain("HOMES-T");
        assertNeutral(new Visitor(site).as("homes.farmers"), "/groups/HOMES-T1", "Tổ 1");
    }

    @Test
    void aCommuneSeesItsOwnPointAndNoOther() {
        var commune = new Visitor(site).as("homes.commune");

        assertThat(commune.get("/").body()).contains("HOMES-T1", "HOMES-T2");
        assertThat(commune.get("/loans/HOMES-2-0").statusCode()).isEqualTo(200);
        assertNeutral(new Visitor(site).as(Role.COMMUNE_OFFICIAL), "/loans/HOMES-2-0", "Nguyễn Thị");
    }

    @Test
    void aPersonOfTwoRolesActsInOneAndChoosesTheOther() {
        hire("homes.both", Role.LEADER, site.office(), Narrowing.NONE);
        accounts.give(
                Actor.SYSTEM,
                "homes.both",
                new NewGrant(Role.ACCOUNTANT, site.province(), Narrowing.NONE, Site.TODAY, null));
        var both = new Visitor(site).as("homes.both");
        var grants = accounts.grants(accounts.actor("homes.both").id());
        assertThat(both.get("/").body()).contains("Chuyển sang Kế toán · Hải Phòng");

        var answer = both.post(
                "/account/role", Map.of("grant", Long.toString(grants.getLast().id())));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(both.get("/").body()).contains("Chuyển sang Tổ trưởng phiên · PGD Lê Chân");
        assertThat(both.get("/sessions/new").statusCode()).isEqualTo(403);
        var foreign = accounts.grants(accounts.actor("teller").id()).getFirst().id();
        assertThat(both.post("/account/role", Map.of("grant", Long.toString(foreign)))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void totalsOfASiblingOfficeAreNotFound() {
        var answer = new Visitor(site).as(Role.DIRECTOR).get("/reports/directive40?unit=HOMES");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("PGD HOMES");
    }

    private static void assertNeutral(Visitor visitor, String page, String name) {
        var answer = visitor.get(page);
        assertThat(answer.statusCode()).as(page).isEqualTo(404);
        assertThat(answer.body()).doesNotContain(name);
    }

    private void hire(String login, Role role, long unit, Narrowing narrowing) {
        accounts.create(
                Actor.SYSTEM, new NewAccount(login, "Bùi Thị Hạnh", role, unit, narrowing, null), Site.PASSWORD);
    }
}
