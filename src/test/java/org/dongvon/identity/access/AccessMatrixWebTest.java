package org.dongvon.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dongvon.identity.access.MatrixSite.Place;
import org.dongvon.shared.Role;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.RecordAddresses;
import org.dongvon.support.RecordAddresses.Asked;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route that leads to a record, for every role, by where the record lies seen from the visitor. What comes out is
 * compared with {@code matrix.txt}, which people review; and whatever is out of scope must be answered as if it did not
 * exist, to the byte.
 */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
class AccessMatrixWebTest {

    private static final List<Role> ROLES =
            Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toList();

    /** Routes whose variable names law, the country, or what is public: the same for everybody who may open them. */
    private static final List<String> OF_NO_OFFICE = List.of(
            "/account/",
            "/administration/",
            "/approvals/",
            "/classes/files/",
            "/documents/",
            "/login",
            "/programmes/",
            "/r/",
            "/rates/",
            "/reports/figures-check/files/",
            "/risk-rounds/",
            "/roots/",
            "/rules/",
            "/test/",
            "/work-lists/");

    /** Requests, accounts and uploads: who sees them is tested beside them. */
    private static final List<String> OF_OTHER_TESTS =
            List.of("/administration/", "/approvals/", "/classes/files/", "/reports/figures-check/files/");

    private static final String WRITTEN = """
            select (select count(*) from shared.submission) + (select count(*) from shared.change_request)
                   + (select count(*) from ledger.journal)
            """;

    private final Site site;
    private final OwnerDb owner;
    private final OpenedRules rules;
    private final LoweredWall wall;
    private final ApplicationContext beans;
    private final RequestMappingHandlerMapping mappings;

    private MatrixSite matrix;
    private List<Asked> addresses = List.of();
    private List<String> marks = List.of();

    AccessMatrixWebTest(
            Site site,
            OwnerDb owner,
            OpenedRules rules,
            ApplicationContext beans,
            RequestMappingHandlerMapping mappings) {
        this.site = site;
        this.owner = owner;
        this.rules = rules;
        this.wall = new LoweredWall(owner);
        this.beans = beans;
        this.mappings = mappings;
    }

    @BeforeAll
    void twoProvinces() {
        matrix = new MatrixSite(beans, site);
        addresses = new RecordAddresses(matrix.home, owner)
                .all().stream()
                        .filter(asked -> OF_OTHER_TESTS.stream().noneMatch(asked.route()::startsWith))
                        .toList();
        marks = matrix.marks();
    }

    @Test
    void knowsEveryRouteThatLeadsToARecord() {
        var unknown = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(route -> route.contains("{") && OF_NO_OFFICE.stream().noneMatch(route::startsWith))
                .filter(route ->
                        addresses.stream().noneMatch(asked -> asked.route().equals(route)))
                .forEach(unknown::add);

        assertThat(unknown).as("routes without an address in RecordAddresses").isEmpty();
    }

    @Test
    void everyRoleSeesAndSendsWhatTheReviewedTableSays() {
        var found = new TreeMap<String, String>();
        var leaks = new ArrayList<String>();
        long before = written();
        for (var asked : addresses) {
            if (takes(asked, RequestMethod.GET)) {
                found.put("GET " + asked.route(), row(role -> cell(role, place -> read(role, place, asked, leaks))));
            }
            if (takes(asked, RequestMethod.POST)) {
                found.put("POST " + asked.route(), row(role -> cell(role, place -> send(role, place, asked, leaks))));
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(written()).as("nothing was written").isEqualTo(before);
        assertThat(text(found)).isEqualTo(reviewed());
    }

    @Test
    void rowSecurityAloneShowsNothingOutOfScope() {
        var leaks = new ArrayList<String>();
        rules.openedWhile(() -> readAllOutOfScope(leaks));

        assertThat(leaks).isEmpty();
    }

    @Test
    void theApplicationAloneShowsAndTakesNothingOutOfScope() {
        var leaks = new ArrayList<String>();
        long before = written();
        wall.downWhile(() -> {
            readAllOutOfScope(leaks);
            sendAllOutOfScope(leaks);
        });

        assertThat(leaks).isEmpty();
        assertThat(written()).as("nothing was written").isEqualTo(before);
    }

    private void readAllOutOfScope(List<String> leaks) {
        outOfScope(RequestMethod.GET, asking -> read(asking.role(), asking.place(), asking.asked(), leaks));
    }

    private void sendAllOutOfScope(List<String> leaks) {
        outOfScope(RequestMethod.POST, asking -> send(asking.role(), asking.place(), asking.asked(), leaks));
    }

    private void outOfScope(RequestMethod method, Consumer<Asking> ask) {
        for (var asked : addresses) {
            for (var role : ROLES) {
                for (var place : List.of(Place.SIBLING, Place.PARENT, Place.OTHER)) {
                    if (takes(asked, method) && matrix.visitor(role, place) != null) {
                        ask.accept(new Asking(role, place, asked));
                    }
                }
            }
        }
    }

    private String row(java.util.function.Function<Role, String> cell) {
        return ROLES.stream().map(cell).collect(Collectors.joining(" "));
    }

    private String cell(Role role, java.util.function.Function<Place, String> asked) {
        return Arrays.stream(Place.values())
                .map(place -> matrix.visitor(role, place) == null ? "." : asked.apply(place))
                .collect(Collectors.joining());
    }

    private String read(Role role, Place place, Asked asked, List<String> leaks) {
        var visitor = Objects.requireNonNull(matrix.visitor(role, place));
        var there = visitor.get(asked.there());
        if (there.statusCode() != 403 && !place.isInScope()) {
            note(new Asking(role, place, asked), there, visitor.get(asked.nowhere()), leaks);
        }
        return letter(there, "r");
    }

    private String send(Role role, Place place, Asked asked, List<String> leaks) {
        boolean mayWrite = PageAccess.of(asked.there()).orElseThrow().mayWrite(role);
        if (mayWrite && place.isInScope()) {
            return "w";
        }
        var visitor = Objects.requireNonNull(matrix.visitor(role, place));
        var there = visitor.post(asked.there(), form());
        if (there.statusCode() != 403 && !place.isInScope()) {
            note(new Asking(role, place, asked), there, visitor.post(asked.nowhere(), form()), leaks);
        }
        return letter(there, "a");
    }

    /** A form of which only the hidden fields are right, so that it comes as far as the record. */
    private static Map<String, String> form() {
        return Map.of(
                "key", UUID.randomUUID().toString(), "line", UUID.randomUUID().toString());
    }

    private void note(Asking by, HttpResponse<String> there, HttpResponse<String> nowhere, List<String> leaks) {
        var asked = by.asked();
        var who = by.role() + " " + by.place() + " " + there.request().method() + " " + asked.there() + ": ";
        var body = without(there.body(), asked);
        marks.stream().filter(mark -> body.contains(mark)).forEach(mark -> leaks.add(who + "shows " + mark));
        if (isOwnPlaceOf(asked, by.role(), by.place())) {
            return;
        }
        if (there.statusCode() != nowhere.statusCode()) {
            leaks.add(who + there.statusCode() + " instead of " + nowhere.statusCode());
        } else if (!body.equals(without(nowhere.body(), asked))) {
            leaks.add(who + "another text than of a record that does not exist");
        }
    }

    /** A list of groups by a point that the head of another group there, or another association, knows as well. */
    private static boolean isOwnPlaceOf(Asked asked, Role role, Place place) {
        return asked.route().equals("/groups")
                && place == Place.SIBLING
                && (role == Role.GROUP_HEAD || role == Role.ASSOCIATION_STAFF);
    }

    /** The page without its token, and without what tells the two addresses apart. */
    private static String without(String body, Asked asked) {
        var text = body.replaceAll("name=\"_csrf\"[^>]*value=\"[^\"]+\"", "");
        var there = asked.there().split("[/?=&]", -1);
        var nowhere = asked.nowhere().split("[/?=&]", -1);
        for (int i = 0; i < there.length; i++) {
            if (!there[i].equals(nowhere[i])) {
                text = text.replace(there[i], "…").replace(nowhere[i], "…");
            }
        }
        return text;
    }

    private static String letter(HttpResponse<String> answer, String shown) {
        return switch (answer.statusCode()) {
            case 200 -> shown;
            case 303 -> "s";
            case 403 -> "-";
            case 404 -> "0";
            case 409, 422 -> "c";
            case 400 -> "b";
            default -> "?" + answer.statusCode();
        };
    }

    private boolean takes(Asked asked, RequestMethod method) {
        return mappings.getHandlerMethods().keySet().stream()
                .anyMatch(mapping -> mapping.getPatternValues().contains(asked.route())
                        && mapping.getMethodsCondition().getMethods().contains(method));
    }

    private long written() {
        return owner.sql(WRITTEN).query(Long.class).single();
    }

    private static String text(Map<String, String> rows) {
        return rows.entrySet().stream()
                .map(row -> "%-42s %s".formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String reviewed() {
        try (var file = AccessMatrixWebTest.class.getResourceAsStream("matrix.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who asks for what, from where. */
    private record Asking(Role role, Place place, Asked asked) {}
}
