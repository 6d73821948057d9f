package org.dongvon.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.identity.access.MatrixSite.Place;
import org.dongvon.shared.Role;
import org.dongvon.support.OpenAddresses;
import org.dongvon.support.OpenAddresses.Why;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.RecordAddresses;
import org.dongvon.support.RecordAddresses.Asked;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
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

    /** Pages before a log-in, that of errors, and those that only tests have. */
    private static final Pattern NOT_ASKED = Pattern.compile("/login(/.*)?|/error|/test/.*");

    /** Of an office or a point as a whole; who may open them at all is said by the rules of the application. */
    private static final Set<String> OF_PLACES = Set.of(
            "/groups",
            "/journals",
            "/cash-plan",
            "/cash-plan.xlsx",
            "/cash-plan.pdf",
            "/hand-overs",
            "/vault",
            "/vault/book",
            "/administration/accounts/{login}",
            "/administration/accounts/{login}/closing",
            "/administration/accounts/{login}/roles/new",
            "/administration/accounts/{login}/roles/{grant}/end");

    private static final String WRITTEN = """
            select (select count(*) from shared.submission) + (select count(*) from shared.change_request)
                   + (select count(*) from ledger.journal) + (select count(*) from identity.external_subject)
                   + (select count(*) from identity.access_token where revoked_at is null)
                   + (select count(*) from identity.sign_in where ended_at is null)
            """;

    private final Site site;
    private final OwnerDb owner;
    private final OpenedRules rules;
    private final LoweredWall wall;
    private final ApplicationContext beans;
    private final RequestMappingHandlerMapping mappings;
    private final Set<String> taken;

    private MatrixSite matrix;
    private List<Asked> addresses = List.of();
    private final Map<String, Why> open = new HashMap<>();
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
        this.taken = taken(mappings);
    }

    @BeforeAll
    void twoProvinces() {
        matrix = new MatrixSite(beans, site);
        addresses = new ArrayList<>(new RecordAddresses(matrix.home, owner).all());
        OpenAddresses.of(matrix.home, matrix.receipt())
                .forEach(each -> addOpen(each.route(), each.address(), each.why()));
        routes().filter(route -> !route.contains("{") && !isKnown(route))
                .forEach(route -> addOpen(route, route, Why.SCOPE));
        marks = matrix.marks();
    }

    private void addOpen(String route, String address, Why why) {
        addresses.add(new Asked(route, address, address));
        open.put(route, why);
    }

    private Stream<String> routes() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(route -> !NOT_ASKED.matcher(route).matches())
                .distinct();
    }

    private boolean isKnown(String route) {
        return addresses.stream().anyMatch(asked -> asked.route().equals(route));
    }

    @Test
    void knowsEveryRouteThereIs() {
        assertThat(routes().filter(route -> !isKnown(route)))
                .as("routes without an address in RecordAddresses or OpenAddresses")
                .isEmpty();
    }

    @Test
    void everyRoleSeesAndSendsWhatTheReviewedTableSays() {
        var found = new TreeMap<String, String>();
        var leaks = new ArrayList<String>();
        long before = written();
        for (var asked : addresses) {
            var why = open.get(asked.route());
            var reason = why == null ? "" : " " + why;
            if (takes(asked, RequestMethod.GET)) {
                found.put(
                        "GET " + asked.route(),
                        row(role -> cell(role, place -> read(new Asking(role, place, asked, false), leaks))) + reason);
            }
            if (takes(asked, RequestMethod.POST)) {
                found.put(
                        "POST " + asked.route(),
                        row(role -> cell(role, place -> send(new Asking(role, place, asked, false), leaks))) + reason);
            }
        }

        leave(text(found));
        assertThat(leaks).isEmpty();
        assertThat(written()).as("nothing was written").isEqualTo(before);
        assertThat(text(found)).isEqualTo(reviewed());
    }

    @Test
    void rowSecurityAloneShowsNothingOutOfScope() {
        var leaks = new ArrayList<String>();
        rules.openedWhile(() -> matrix.scopes().forEach((seen, roles) -> {
            for (var asked : addresses) {
                if (!seen.place().isInScope() && takes(asked, RequestMethod.GET)) {
                    var role = roles.get(Math.floorMod(asked.route().hashCode(), roles.size()));
                    read(new Asking(role, seen.place(), asked, true), leaks);
                }
            }
        }));

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
        outOfScope(RequestMethod.GET, asking -> read(asking, leaks));
    }

    private void sendAllOutOfScope(List<String> leaks) {
        outOfScope(RequestMethod.POST, asking -> send(asking, leaks));
    }

    private void outOfScope(RequestMethod method, Consumer<Asking> ask) {
        for (var asked : addresses) {
            for (var role : ROLES) {
                for (var place : List.of(Place.SIBLING, Place.PARENT, Place.OTHER)) {
                    if (takes(asked, method) && opens(asked, role, method) && matrix.visitor(role, place) != null) {
                        ask.accept(new Asking(role, place, asked, true));
                    }
                }
            }
        }
    }

    /** Whether the role comes as far as the record: whom the table of roles refuses is refused with any wall. */
    private static boolean opens(Asked asked, Role role, RequestMethod method) {
        return page(asked)
                .map(page -> method == RequestMethod.GET ? page.mayRead(role) : page.maySend(role))
                .orElse(true);
    }

    /** The line of the table of roles; none for what is open to all. */
    private static Optional<PageAccess> page(Asked asked) {
        return PageAccess.of(asked.route().contains("{") ? asked.there().replaceFirst("\\?.*", "") : asked.route());
    }

    private String row(Function<Role, String> cell) {
        return ROLES.stream().map(cell).collect(Collectors.joining(" "));
    }

    private String cell(Role role, Function<Place, String> asked) {
        return Arrays.stream(Place.values())
                .map(place -> matrix.visitor(role, place) == null ? "." : asked.apply(place))
                .collect(Collectors.joining());
    }

    private String read(Asking by, List<String> leaks) {
        return letter(
                ask(by, RequestMethod.GET, visitor -> visitor.get(by.asked().there()), leaks), "r");
    }

    private String send(Asking by, List<String> leaks) {
        if (isWritten(by.role(), by.place(), by.asked())) {
            return "w";
        }
        return letter(
                ask(by, RequestMethod.POST, visitor -> visitor.post(by.asked().there(), form()), leaks), "a");
    }

    private HttpResponse<String> ask(
            Asking by, RequestMethod method, Function<Visitor, HttpResponse<String>> asking, List<String> leaks) {
        var visitor = visitor(by, method);
        var there = asking.apply(visitor);
        if (there.statusCode() == 406) {
            there = asking.apply(visitor.takingPages());
        }
        if (there.statusCode() != 403 && !by.place().isInScope()) {
            note(
                    by,
                    there,
                    () -> method == RequestMethod.GET
                            ? visitor.get(by.asked().nowhere())
                            : visitor.post(by.asked().nowhere(), form()),
                    leaks);
        }
        return there;
    }

    /**
     * Whom the table of roles refuses asks as a program does, and so does who asks for a record through one wall alone: that
     * answer is short, and tells as much ({@code ErrorWebTest}).
     */
    private Visitor visitor(Asking by, RequestMethod method) {
        var visitor = Objects.requireNonNull(matrix.visitor(by.role(), by.place()));
        boolean shortly = by.ofOneWall() && by.asked().route().contains("{");
        return opens(by.asked(), by.role(), method) && !shortly ? visitor.takingPages() : visitor.takingJson();
    }

    /** What would be written is not sent: the record is in scope, or the form itself says of which place it is. */
    private boolean isWritten(Role role, Place place, Asked asked) {
        var page = page(asked).orElseThrow();
        boolean anybodys = page.isOwnAccount() && asked.route().contains("{");
        return page.mayWrite(role)
                && !anybodys
                && (place.isInScope() || !asked.route().contains("{"));
    }

    /** A form of which only the hidden fields are right, so that it comes as far as the record. */
    private static Map<String, String> form() {
        return Map.of(
                "key", UUID.randomUUID().toString(), "line", UUID.randomUUID().toString());
    }

    private void note(Asking by, HttpResponse<String> there, Supplier<HttpResponse<String>> other, List<String> leaks) {
        var asked = by.asked();
        var who = by.role() + " " + by.place() + " " + there.request().method() + " " + asked.there() + ": ";
        var body = without(there.body(), asked);
        marks.stream()
                .filter(mark -> body.contains(mark) && !(isReceipt(asked) && mark.equals(matrix.voucher())))
                .forEach(mark -> leaks.add(who + "shows " + mark));
        if (asked.there().equals(asked.nowhere()) || isOwnPlaceOf(asked, by.role(), by.place())) {
            return;
        }
        var nowhere = other.get();
        if (there.statusCode() != nowhere.statusCode()) {
            leaks.add(who + there.statusCode() + " instead of " + nowhere.statusCode());
        } else if (!body.equals(without(nowhere.body(), asked))) {
            leaks.add(who + "another text than of a record that does not exist");
        }
    }

    /** Whoever holds a receipt knows its number; {@code ReceiptCheckWebTest} says what else it opens. */
    private static boolean isReceipt(Asked asked) {
        return asked.route().startsWith("/r/");
    }

    /**
     * Where another person's narrowing shares the office or the point: what is of the place, and none of its records. The head
     * of another group and another association know the point, and journals of an office are those of the reader's points.
     */
    private static boolean isOwnPlaceOf(Asked asked, Role role, Place place) {
        boolean narrowed = role == Role.GROUP_HEAD || role == Role.ASSOCIATION_STAFF;
        return (place == Place.SIBLING && narrowed && OF_PLACES.contains(asked.route()))
                || (asked.route().equals("/journals") && (place == Place.PARENT || role == Role.COMMUNE_OFFICIAL));
    }

    /** The page without its token, and without what tells the two addresses apart. */
    private static String without(String body, Asked asked) {
        var text = body.replaceAll("name=\"_csrf\"[^>]*value=\"[^\"]+\"", "");
        var there = asked.there().split("[/?=&:]", -1);
        var nowhere = asked.nowhere().split("[/?=&:]", -1);
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
        return taken.contains(method + " " + asked.route());
    }

    private static Set<String> taken(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternValues().stream().map(route -> method + " " + route)))
                .collect(Collectors.toSet());
    }

    private long written() {
        return owner.sql(WRITTEN).query(Long.class).single();
    }

    private static String text(Map<String, String> rows) {
        return rows.entrySet().stream()
                .map(row -> "%-42s %s".formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What was found, for who reviews a change of it. */
    private static void leave(String found) {
        try {
            Files.writeString(Path.of("target", "matrix.txt"), found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Who asks for what, from where; and whether one of the two walls is down. */
    private record Asking(Role role, Place place, Asked asked, boolean ofOneWall) {}
}
