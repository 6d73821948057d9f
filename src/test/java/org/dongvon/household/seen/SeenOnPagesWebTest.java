package org.dongvon.household.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        return new SeenAddresses(home, owner).all();
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
