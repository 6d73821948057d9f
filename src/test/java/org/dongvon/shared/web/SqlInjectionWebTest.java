package org.dongvon.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dongvon.support.Fields;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.TestServer;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
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
class SqlInjectionWebTest {

    private static final List<String> TEXTS = List.of(
            "' or '1'='1' --",
            "'; select pg_sleep(30); --",
            "\") union select null, version() --",
            "\\'$$%_\\",
            "\u0000",
            "9".repeat(40),
            "-9223372036854775809",
            "31/12/99999",
            "infinity");

    private static final Pattern TEMPLATE_NAME = Pattern.compile("[?&;\"]([a-zA-Z]{1,20})=|name=\"([a-zA-Z-]+)\"");
    private static final Pattern FORM = Pattern.compile(
            "(?s)<form\\b[^>]*action=\"([^\"]+)\"[^>]*method=\"post\"[^>]*>(.*?)</form>|<form\\b[^>]*method=\"post\"[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>");
    private static final Pattern OTHER_FIELD = Pattern.compile("<(?:select|textarea)\\b[^>]*name=\"([^\"]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static final List<String> LOGINS = List.of(
            "sqli.teller",
            "sqli.leader",
            "sqli.controller",
            "sqli.director",
            "accountant",
            "credit-officer",
            "administrator",
            "log-auditor",
            "fund-officer");

    private final Site site;
    private final RequestMappingHandlerMapping mappings;
    private final OwnerDb owner;
    private final PeopleVillage home;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Map<String, String> broken = new TreeMap<>();
    private final Map<String, Sending> forms = new TreeMap<>();
    private int sent;

    SqlInjectionWebTest(Site site, RequestMappingHandlerMapping mappings, OwnerDb owner, ApplicationContext beans) {
        this.owner = owner;
        this.site = site;
        this.mappings = mappings;
        this.home = PeopleVillage.of(beans, "SQLI");
        LOGINS.forEach(login -> visitors.put(login, new Visitor(site).as(login)));
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
        forms.values().forEach(this::send);
        inHeaders();

        var errors = errorsSince(before);
        assertThat(broken).as("and in the server's log: " + errors).isEmpty();
        assertThat(errors).isEmpty();
        assertThat(asked).as("asked").isGreaterThan(1_000);
        assertThat(sent - asked).as("sent").isGreaterThan(300);
    }

    /** The variables of the address, and all that the handler and its page know of a query; the page's forms are kept. */
    private void ask(String route, Set<String> names) {
        var address = address(route);
        var visitor = Objects.requireNonNull(visitors.get("sqli.director"));
        var body = "";
        for (var each : visitors.values()) {
            var page = each.get(address);
            if (page.statusCode() == 200) {
                keepForms(each, address, page.body());
                visitor = body.isEmpty() ? each : visitor;
                body = body.isEmpty() ? page.body() : body;
            }
        }
        askAs(visitor, route, names, body);
    }

    private void askAs(Visitor visitor, String route, Set<String> names, String body) {
        var address = address(route);
        VARIABLE.matcher(route).results().forEach(variable -> {
            for (var text : TEXTS) {
                get(visitor, address(route.replace(variable.group(), "‹›")).replace("‹›", encode(text)), route);
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
            for (var text : TEXTS) {
                get(
                        visitor,
                        address + (address.contains("?") ? "&" : "?") + name + "=" + encode(text),
                        route + " ? " + name);
            }
        }
    }

    private void get(Visitor visitor, String address, String what) {
        note(what, address, visitor.get(address));
    }

    private void note(String what, String text, HttpResponse<String> answer) {
        sent++;
        var body = answer.body();
        if (answer.statusCode() >= 500
                || body.contains("Exception")
                || body.contains("\tat ")
                || body.contains("PSQL")) {
            broken.putIfAbsent(what, answer.statusCode() + " for " + text);
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
            for (var text : TEXTS) {
                var typed = new LinkedHashMap<>(fields);
                typed.put(name, text);
                note("POST " + form.action() + " " + name, text, form.visitor().post(form.action(), typed));
            }
        }
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
        var first = home.group.loans().get(1);
        var address = route.startsWith("/sessions/")
                ? route.replace("{id}", "" + home.session)
                : route.startsWith("/people/")
                        ? route.replace("{id}", "" + home.person(1).id())
                        : route;
        address = route.startsWith("/vouchers/") ? address.replace("{line}", "1") : address;
        address = route.startsWith("/loans/")
                ? address.replace("{code}", home.loan(1)).replace("{line}", "00000000-0000-7000-8000-000000000001")
                : address;
        address = route.startsWith("/groups/") ? address.replace("{code}", home.groupCode()) : address;
        address = route.startsWith("/documents/") ? address.replace("{code}", "CT-40-2014") : address;
        address = route.startsWith("/programmes/") ? address.replace("{code}", "HONGHEO") : address;
        address = route.startsWith("/units/") ? address.replace("{code}", "SQLI-01") : address;
        address = route.startsWith("/journals/") ? address.replace("{id}", "" + home.journal("COUNTER")) : address;
        return address.replace("{group}", "" + home.group.id())
                .replace("{loan}", "" + first)
                .replace("{number}", home.voucher(home.journal("COUNTER")))
                .replace("{office}", route.startsWith("/roots") ? "SQLI" : "" + home.village.office)
                .replace("{series}", "HONGHEO")
                .replace("{login}", "teller")
                .replace("{key}", "00000000-0000-7000-8000-000000000001")
                .replace("{kind}", "capital.grant")
                .replace("{role}", "DIRECTOR")
                .replaceAll("\\{\\w+}", "7");
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
