package org.dongvon.household.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.shared.Role;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Texts;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Whatever page names a person, the log says who saw them. */
@ServerTest
class SeenOnPagesWebTest {

    private static final String SINCE = """
            select id, account_id, human_id, role, kind, page, purpose, people from household.seen where id > :after order by id
            """;

    private static final Set<String> OPEN = Set.of("/login", "/error");

    /** Pages of law, units, capital, accounts and seals: of no person of the field. */
    private static final List<String> OF_NO_PERSON = List.of(
            "/administration",
            "/capital",
            "/documents",
            "/account",
            "/login/",
            "/programmes",
            "/r/",
            "/rates",
            "/roots",
            "/rules",
            "/units");

    private final Site site;
    private final OwnerDb owner;
    private final RequestMappingHandlerMapping mappings;
    private final PeopleVillage home;

    SeenOnPagesWebTest(Site site, OwnerDb owner, RequestMappingHandlerMapping mappings, ApplicationContext beans) {
        this.site = site;
        this.owner = owner;
        this.mappings = mappings;
        this.home = PeopleVillage.of(beans, "SEEN");
    }

    @Test
    void everyPageThatNamesPeopleLeavesOneRowWithAllOfThem() {
        var visitors = Map.of(
                Role.TELLER,
                new Visitor(site).as("seen.teller"),
                Role.LEADER,
                new Visitor(site).as("seen.leader"),
                Role.AUDITOR,
                new Visitor(site).as("auditor"));
        int shown = 0;
        for (var address : addresses()) {
            for (var visitor : visitors.entrySet()) {
                long before = newest();
                var page = visitor.getValue().getBytes(address);
                var named = page.statusCode() == 200 ? home.namedIn(Texts.of(page)) : Set.<Long>of();
                var rows = since(before);

                assertThat(rows).as(address).hasSize(named.isEmpty() ? 0 : 1);
                if (!named.isEmpty()) {
                    shown++;
                    assertThat(rows.getFirst().role())
                            .isEqualTo(visitor.getKey().name());
                    assertThat(rows.getFirst().people()).as(address).containsAll(named);
                    assertThat(pattern(rows.getFirst().page()).matches(path(address)))
                            .as(address)
                            .isTrue();
                }
            }
        }
        assertThat(shown).isGreaterThan(25);
    }

    @Test
    void knowsAnAddressOfEveryPage() {
        var unknown = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            var methods = mapping.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                mapping.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/test/") && !OPEN.contains(path))
                        .filter(path -> OF_NO_PERSON.stream().noneMatch(path::startsWith))
                        .filter(path -> addresses().stream()
                                .noneMatch(each -> pattern(path).matches(path(each))))
                        .forEach(unknown::add);
            }
        });

        assertThat(unknown)
                .as("pages without an example address in this test: add one, so that it sees whom they show")
                .isEmpty();
    }

    @Test
    void aReceiptIsOfItsOwnPayerAlone() {
        var voucher = home.voucher(home.journal("DISBURSEMENT"));
        long before = newest();

        new Visitor(site).as("seen.teller").get("/vouchers/" + voucher + "/2");

        assertThat(since(before))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.people()).containsExactly(home.person(1).id()));
    }

    @Test
    void showsNobodyWhenTheLogCannotBeWritten() {
        var visitor = new Visitor(site).as("seen.teller");
        owner.sql("revoke insert on household.seen from app_rw").update();
        try {
            var page = visitor.get("/loans/" + home.loan(1));

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(home.namedIn(page.body())).isEmpty();
        } finally {
            owner.sql("grant insert on household.seen to app_rw").update();
        }
        assertThat(visitor.get("/loans/" + home.loan(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void writesTheAccountAndTheHumanBeingBehindIt() {
        long before = newest();

        new Visitor(site).as("seen.teller").get("/loans/" + home.loan(0));

        assertThat(since(before)).singleElement().satisfies(row -> {
            assertThat(row.accountId()).isEqualTo(home.village.teller.id());
            assertThat(row.humanId()).isEqualTo(home.village.teller.personId());
            assertThat(row.kind()).isEqualTo("VIEW");
            assertThat(row.purpose()).isEqualTo("LOANS");
            assertThat(row.page()).isEqualTo("/loans/{code}");
        });
    }

    private List<String> addresses() {
        return Stream.of(ofSessions(), ofOthers(), ofGroupsAndReports())
                .flatMap(each -> each)
                .flatMap(List::stream)
                .toList();
    }

    private Stream<List<String>> ofSessions() {
        var counter = home.voucher(home.journal("COUNTER"));
        var session = "/sessions/" + home.session;
        return Stream.of(
                List.of("/", "/amount-in-words?typed=1", "/sessions", "/sessions/new", session),
                List.of(
                        session + "/sheets/" + home.group.id(),
                        session + "/counter?q=" + home.loan(1),
                        session + "/counter/" + home.group.loans().get(1),
                        session + "/cash",
                        session + "/payouts"),
                List.of(
                        "/applications",
                        "/applications/new",
                        "/applications/direct?programme=GQVL&household=" + home.household(1),
                        "/applications/meeting",
                        "/applications/" + home.application(),
                        "/applications/" + home.application() + "/papers/01-td",
                        "/applications/" + home.application() + "/papers/10c-td",
                        "/applications/" + home.application() + "/papers/03-td",
                        "/applications/" + home.application() + "/papers/04-td",
                        "/applications/" + home.application() + "/decision",
                        "/loans/" + home.application().replace("-HS", "-V") + "/transfer",
                        home.notice()),
                List.of(
                        "/vouchers/" + counter,
                        "/vouchers/" + counter + "/1",
                        "/vouchers/" + counter + "/receipts",
                        "/vouchers/" + counter + "/receipts/1"),
                List.of(
                        session + "/forms/13-td",
                        session + "/forms/all",
                        "/groups/" + home.groupCode() + "/forms/15-td",
                        "/loans/" + home.loan(1) + "/loan-book",
                        "/forms"));
    }

    private Stream<List<String>> ofOthers() {
        return Stream.of(
                List.of("/programmes", "/programmes/HONGHEO", "/rules", "/documents", "/documents/CT-40-2014"),
                List.of("/documents/CT-40-2014/uses"),
                List.of(
                        "/loans?group=" + home.groupCode(),
                        "/loans/" + home.loan(1),
                        "/loans/" + home.loan(1) + "/interest/" + line(),
                        "/loans/" + home.loan(1) + "/instalments/1/change",
                        "/loans/" + home.loan(1) + "/extension",
                        "/loans/" + home.loan(1) + "/course",
                        "/loans/" + home.loan(1) + "/rollover"),
                List.of("/risk", "/risk/new?loan=" + home.loan(1), "/risk/" + home.dossier()),
                List.of("/risk-rounds", "/risk-rounds/new", "/risk-rounds/2024-1"),
                List.of(home.riskList(), "/loans/" + home.loan(1) + "/recovery"),
                List.of(
                        "/loans/" + home.loan(1) + "/instalments/1/paper?asked=19/04/2025",
                        "/loans/" + home.loan(1) + "/extension/paper?asked=18/06/2027"),
                List.of(
                        "/people/" + home.person(1).id(),
                        "/people/" + home.person(1).id() + "/identity"),
                List.of(
                        "/households/" + home.household(1),
                        "/households/" + home.household(1) + "/members",
                        "/households/" + home.household(1) + "/leavers/"
                                + home.person(1).id(),
                        "/households/" + home.household(1) + "/authorisation",
                        "/households/" + home.household(1) + "/authorisation/paper?borrower="
                                + home.person(1).id()),
                List.of("/households?q=" + home.household(1)),
                List.of("/cards", "/people/" + home.person(1).id() + "/card"),
                List.of("/classes", "/classes/files", "/classes/files/" + UUID.randomUUID()),
                List.of(
                        "/people/" + home.person(1).id() + "/correction",
                        "/audit",
                        "/audit/submissions",
                        "/audit/seen"),
                List.of("/approvals", "/approvals/batch?id=7", "/approvals/limits", "/approvals/7"),
                List.of("/approvals/limits/capital.grant/DIRECTOR"));
    }

    private Stream<List<String>> ofGroupsAndReports() {
        return Stream.of(
                List.of("/groups", "/groups?point=" + home.code + "-01", "/groups/" + home.groupCode()),
                List.of(
                        "/groups/" + home.groupCode() + "/use-checks",
                        "/groups/" + home.groupCode() + "/use-checks/form",
                        "/groups/" + home.groupCode() + "/use-checks/" + home.useSheet(),
                        "/groups/" + home.groupCode() + "/use-checks/" + home.useSheet() + "/form"),
                List.of(
                        "/groups/new",
                        "/groups/" + home.groupCode() + "/changes/exit",
                        "/groups/" + home.groupCode() + "/forms/11-td",
                        "/groups/" + home.groupCode() + "/ratings"),
                List.of("/ratings", "/ratings.csv", "/ratings/rule", "/ratings/rule/change"),
                List.of(
                        "/fees",
                        "/fees/rules",
                        "/fees/rules/rate?of=COMMISSION::",
                        "/fees/rules/band",
                        "/fees/rules/split",
                        "/groups/" + home.groupCode() + "/commission",
                        "/sessions/" + home.session + "/fees"),
                List.of(
                        "/fees/lines?of=" + home.code + ":2024-04",
                        "/fees/statement.xlsx?of=" + home.code + ":2024-04",
                        "/fees/request?of=approval&month=" + home.code + ":2024-04",
                        "/fees/transfer?of=" + home.code + ":2024-04:HPN",
                        "/fees/payment?voucher=" + home.code + "-01-24-000001",
                        "/fees/transfer-back?voucher=" + home.code + "-01-24-000001"),
                List.of(
                        "/loans/" + home.loan(1) + "/changes",
                        "/loans/" + home.loan(1) + "/payoff",
                        "/groups/" + home.groupCode() + "/changes",
                        "/units/" + home.code + "-01/changes"),
                List.of("/work-lists", "/work-lists/due-next-month", "/work-lists/use-checks", "/work-lists/inactive"),
                List.of("/journals", "/journals/" + home.journal("DISBURSEMENT")),
                List.of("/closing", "/vault", "/reports", "/reports/directive40", "/reports/capital"),
                List.of("/reports/local-share", "/reports/local-share-years"),
                List.of("/reports/local-share-years.csv", "/reports/local-share-years.xlsx"),
                List.of("/reports/loans.csv?unit=" + home.code, "/reports/figures-check"),
                List.of(
                        "/reports/figures-check/example",
                        "/reports/figures-check/files",
                        "/reports/figures-check/files/" + UUID.randomUUID()));
    }

    private String line() {
        return owner.sql("select line_id from loan.movement where loan_id = :loan and kind = 'REPAYMENT' limit 1")
                .param("loan", home.group.loans().get(1))
                .query(String.class)
                .single();
    }

    private long newest() {
        return owner.sql("select coalesce(max(id), 0) from household.seen")
                .query(Long.class)
                .single();
    }

    private List<Row> since(long after) {
        return owner.sql(SINCE)
                .param("after", after)
                .query((row, n) -> new Row(
                        row.getLong("account_id"),
                        row.getLong("human_id"),
                        row.getString("role"),
                        row.getString("kind"),
                        row.getString("page"),
                        row.getString("purpose"),
                        Stream.of((Long[]) row.getArray("people").getArray()).collect(Collectors.toSet())))
                .list();
    }

    private static org.springframework.web.util.pattern.PathPattern pattern(String route) {
        return PathPatternParser.defaultInstance.parse(route);
    }

    private static PathContainer path(String address) {
        return PathContainer.parsePath(address.replaceAll("\\?.*", ""));
    }

    record Row(long accountId, long humanId, String role, String kind, String page, String purpose, Set<Long> people) {}
}
