package org.dongvon.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dongvon.shared.Role.ACCOUNTANT;
import static org.dongvon.shared.Role.ADMINISTRATOR;
import static org.dongvon.shared.Role.ASSOCIATION_STAFF;
import static org.dongvon.shared.Role.COMMUNE_OFFICIAL;
import static org.dongvon.shared.Role.CREDIT_OFFICER;
import static org.dongvon.shared.Role.FUND_OFFICER;
import static org.dongvon.shared.Role.GROUP_HEAD;
import static org.dongvon.shared.Role.LOG_AUDITOR;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.support.Fields;
import org.dongvon.support.OpenAddresses;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.RecordAddresses;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.TestServer;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every parameter of every route, by its place in the address, the query, a form, a cookie or a header, takes texts that
 * try to become part of a statement: none fails in the database, and none breaks a page.
 */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
class SqlInjectionWebTest {

    private static final List<String> TEXTS = List.of(
            "' or '1'='1' --\") union select null, version() --",
            "\\'; select pg_sleep(30); --$$%_\\",
            "\u0000",
            "9".repeat(40),
            "-9223372036854775809",
            "31/12/99999",
            "infinity");

    /** What tells of the inside of the program; long enough that no random token of a form has it by chance. */
    private static final Pattern INSIDES =
            Pattern.compile("[A-Za-z.]{0,60}Exception|\tat \\S+|org[.]postgresql|SQLSTATE");

    private static final Pattern TEMPLATE_NAME = Pattern.compile("[?&;\"]([a-zA-Z]{1,20})=|name=\"([a-zA-Z-]+)\"");
    private static final Pattern FORM = Pattern.compile(
            "(?s)<form\\b[^>]*action=\"([^\"]+)\"[^>]*method=\"post\"[^>]*>(.*?)</form>|<form\\b[^>]*method=\"post\"[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>");
    private static final Pattern OTHER_FIELD = Pattern.compile("<(?:select|textarea)\\b[^>]*name=\"([^\"]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** Who works where the records lie, and who keeps the country's own. */
    private static final List<String> LOGINS = List.of(
            "sqli.director",
            "sqli.leader",
            "sqli.teller",
            "sqli.controller",
            "sqli.credit-officer",
            "sqli.accountant",
            "sqli.fund-officer",
            "sqli.group-head",
            "sqli.association-staff",
            "sqli.commune-official",
            "sqli.administrator",
            "sqli.log-auditor",
            "accountant",
            "administrator");

    private final Site site;
    private final RequestMappingHandlerMapping mappings;
    private final OwnerDb owner;
    private final PeopleVillage home;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, String> broken = new TreeMap<>();
    private final Map<String, Sending> forms = new TreeMap<>();
    private int sent;

    SqlInjectionWebTest(Site site, RequestMappingHandlerMapping mappings, OwnerDb owner, ApplicationContext beans) {
        this.owner = owner;
        this.site = site;
        this.mappings = mappings;
        this.home = PeopleVillage.of(beans, "SQLI");
        hire(beans.getBean(Accounts.class));
        new RecordAddresses(home, owner).all().forEach(each -> addresses.putIfAbsent(each.route(), each.there()));
        OpenAddresses.of(home, "/r/none").forEach(each -> addresses.putIfAbsent(each.route(), each.address()));
        LOGINS.forEach(login -> visitors.put(login, new Visitor(site).as(login)));
    }

    /** The roles that the village itself does not have. */
    private void hire(Accounts accounts) {
        long office = home.village.office;
        for (var role : List.of(CREDIT_OFFICER, ACCOUNTANT, FUND_OFFICER, ADMINISTRATOR, LOG_AUDITOR)) {
            hire(accounts, role, office, Narrowing.NONE);
        }
        hire(accounts, GROUP_HEAD, home.village.point, Narrowing.ofGroup(home.group.id()));
        hire(accounts, ASSOCIATION_STAFF, office, Narrowing.ofAssociation("HPN"));
        hire(accounts, COMMUNE_OFFICIAL, home.village.point, Narrowing.NONE);
    }

    private static void hire(Accounts accounts, Role role, long unit, Narrowing narrowing) {
        var account = new NewAccount("sqli." + Site.login(role), "Người Thử", role, unit, narrowing, null);
        accounts.create(Actor.SYSTEM, account, Site.PASSWORD);
    }

    @Test
    void noTextOfARequestBecomesPartOfAStatement() throws IOException {
        long before = Files.size(TestServer.log());
        var routes = new TreeMap<String, Set<String>>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            var methods = mapping.getMethodsCondition().getMethods();
            for (var path : mapping.getPatternValues()) {
                if ((methods.isEmpty() || methods.contains(RequestMethod.GET)) && !path.startsWith("/test/")) {
                    routes.computeIfAbsent(path, p -> new TreeSet<>()).addAll(named(method));
                }
            }
        });
        routes.forEach(this::ask);
        int asked = sent;
        forms.values().forEach(this::sendElsewhere);
        forms.values().forEach(this::send);
        inHeaders();

        var errors = errorsSince(before);
        assertThat(broken).as("and in the server's log: " + errors).isEmpty();
        assertThat(errors).isEmpty();
        assertThat(asked).as("asked").isGreaterThan(2_000);
        assertThat(forms).as("forms").hasSizeGreaterThan(70);
        assertThat(sent - asked).as("sent").isGreaterThan(1_000);
    }

    /** The variables of the address, and all that the handler and its page know of a query; the page's forms are kept. */
    private void ask(String route, Set<String> names) {
        var address = address(route);
        if (address.contains("{")) {
            broken.put(route, "no address in RecordAddresses or OpenAddresses");
            return;
        }
        var visitor = Objects.requireNonNull(visitors.get("sqli.director"));
        var body = "";
        for (var each : visitors.entrySet()) {
            if (!Site.opens(address, Site.role(each.getKey()))) {
                continue;
            }
            var page = each.getValue().get(address);
            if (page.statusCode() == 200) {
                keepForms(each.getValue(), address, page.body());
                visitor = body.isEmpty() ? each.getValue() : visitor;
                body = body.isEmpty() ? page.body() : body;
            }
        }
        askAs(visitor, route, names, body);
    }

    private void askAs(Visitor visitor, String route, Set<String> names, String body) {
        var address = address(route);
        VARIABLE.matcher(route).results().forEach(variable -> {
            int place = (int) route.substring(0, variable.start())
                    .chars()
                    .filter(each -> each == '/')
                    .count();
            var parts = address.split("/", -1);
            for (var text : textsFor(route + variable.group())) {
                parts[place] = encode(text);
                get(visitor, String.join("/", parts), route);
            }
        });
        var all = new TreeSet<>(names);
        if (names.contains("*")) {
            TEMPLATE_NAME
                    .matcher(body.replace("&amp;", "&"))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .filter(name -> !List.of("_csrf", "lang", "viewport", "class", "id", "href", "lang")
                            .contains(name))
                    .forEach(all::add);
            all.remove("*");
        }
        for (var name : all) {
            for (var text : textsFor(name)) {
                get(
                        visitor,
                        address + (address.contains("?") ? "&" : "?") + name + "=" + encode(text),
                        route + " ? " + name);
            }
        }
    }

    /** Whatever would become a statement, and one of those that no number or date can hold, in turn. */
    private static List<String> textsFor(String name) {
        return List.of(TEXTS.getFirst(), TEXTS.get(1), TEXTS.get(2 + Math.floorMod(name.hashCode(), TEXTS.size() - 2)));
    }

    private void get(Visitor visitor, String address, String what) {
        note(what, address, visitor.get(address));
    }

    private void note(String what, String text, HttpResponse<String> answer) {
        sent++;
        var inside = INSIDES.matcher(answer.body());
        boolean shown = inside.find();
        if (answer.statusCode() >= 500 || shown) {
            broken.putIfAbsent(what, answer.statusCode() + " for " + text + (shown ? ": " + inside.group() : ""));
        }
    }

    /** Each form that a page has, the first of its kind; those that end sign-ins would end the test's own. */
    private void keepForms(Visitor visitor, String address, String body) {
        FORM.matcher(body).results().forEach(form -> {
            var action = form.group(1) == null ? form.group(3) : form.group(1);
            var inside = form.group(1) == null ? form.group(4) : form.group(2);
            var kind = action.replaceAll("[0-9a-f-]{36}|\\d+", "N").replaceAll("\\?.*", "");
            if (!kind.equals("/logout") && !kind.contains("/sign-ins/")) {
                forms.putIfAbsent(kind, new Sending(visitor, action.replace("&amp;", "&"), inside, address));
            }
        });
    }

    /** One field after the other. */
    private void send(Sending form) {
        var fields = new LinkedHashMap<>(Fields.of(form.inside()));
        OTHER_FIELD.matcher(form.inside()).results().forEach(found -> fields.put(found.group(1), ""));
        form.visitor().get(form.page());
        for (var name : fields.keySet()) {
            for (var text : textsFor(name)) {
                var typed = new LinkedHashMap<>(fields);
                typed.put(name, text);
                note("POST " + form.action() + " " + name, text, form.visitor().post(form.action(), typed));
            }
        }
    }

    /** The same form, sent to an address of which one variable is another. */
    private void sendElsewhere(Sending form) {
        var parts = form.action().split("/", -1);
        mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(route -> route.split("/", -1))
                .filter(route -> fits(route, parts))
                .limit(1)
                .forEach(route -> IntStream.range(0, route.length)
                        .filter(place -> route[place].startsWith("{"))
                        .forEach(place -> textsFor(form.action() + place).forEach(text -> {
                            var elsewhere = parts.clone();
                            elsewhere[place] = encode(text);
                            var action = String.join("/", elsewhere);
                            var what = "POST " + String.join("/", route);
                            note(what, action, form.visitor().post(action, Fields.of(form.inside())));
                        })));
    }

    private static boolean fits(String[] route, String[] parts) {
        return route.length == parts.length
                && IntStream.range(0, route.length)
                        .allMatch(place -> route[place].startsWith("{") || route[place].equals(parts[place]));
    }

    private record Sending(Visitor visitor, String action, String inside, String page) {}

    /** Before anybody is logged in: names, passwords, cookies, tokens, what a browser calls itself. */
    private void inHeaders() {
        for (var text : TEXTS) {
            var stranger = new Visitor(site);
            stranger.get("/login");
            note("log-in", text, stranger.post("/login", Map.of("user", text, "password", text)));
            var printable = text.replace("\u0000", "%00");
            for (var header :
                    List.of("Cookie", "Authorization", "User-Agent", "Accept-Language", "X-Forwarded-For", "Accept")) {
                var value = switch (header) {
                    case "Cookie" -> "dongvon=" + printable + "; dongvon-person=" + printable + "; lang=" + printable;
                    case "Authorization" -> "Bearer " + printable;
                    default -> printable;
                };
                note(
                        header,
                        text,
                        new Visitor(site)
                                .send(new Visitor(site).request("/loans").header(header, value)));
            }
        }
    }

    /** What a route takes from a query; a star when it takes whatever comes. */
    private static List<String> named(HandlerMethod method) {
        var names = new ArrayList<String>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            var type = parameter.getParameterType();
            if (Map.class.isAssignableFrom(type) || type == Form.class) {
                names.add("*");
            } else if (asked != null) {
                names.add(asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name());
            }
        }
        return names;
    }

    /** An address of a route at which there is something. */
    private String address(String route) {
        return addresses.getOrDefault(route, route);
    }

    private static List<String> errorsSince(long before) throws IOException {
        try (var log = Files.newByteChannel(TestServer.log())) {
            log.position(before);
            var rest = new String(Channels.newInputStream(log).readAllBytes(), StandardCharsets.UTF_8);
            return rest.lines()
                    .filter(line -> line.contains("ERROR:") || line.contains("PANIC:"))
                    .toList();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void theServersLogTellsOfAStatementThatFails() throws IOException {
        long before = Files.size(TestServer.log());

        assertThatThrownBy(
                        () -> owner.sql("select from nowhere.nothing").query().singleValue())
                .isInstanceOf(DataAccessException.class);

        assertThat(errorsSince(before)).hasSize(1);
    }
}
