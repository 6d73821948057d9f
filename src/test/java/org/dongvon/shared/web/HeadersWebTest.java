package org.dongvon.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dongvon.shared.Role;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The same headers stand on every answer there is, whoever asks and however it ends. */
@ServerTest
class HeadersWebTest {

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "X-Permitted-Cross-Domain-Policies",
            "none",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
            "Cache-Control",
            "no-store");

    private static final List<String> REQUESTS_THAT_ARE_NONE = List.of(
            "GET /login HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
            "GET /[bad HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
            "rubbish\r\n\r\n");

    private final Site site;
    private final RequestMappingHandlerMapping mappings;

    HeadersWebTest(Site site, RequestMappingHandlerMapping mappings) {
        this.site = site;
        this.mappings = mappings;
    }

    @Test
    void standOnEveryRouteThereIsForStrangersAndColleagues() {
        var wrong = new TreeMap<String, String>();
        var statuses = new TreeSet<Integer>();
        var stranger = new Visitor(site);
        var director = new Visitor(site).as(Role.DIRECTOR);
        var paths = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !path.startsWith("/test/"))
                .map(path -> path.replaceAll("\\{[^/]+}", "7"))
                .distinct()
                .toList();
        for (var path : paths) {
            for (var visitor : List.of(stranger, director)) {
                for (var method : List.of("GET", "POST", visitor == stranger ? "OPTIONS" : "DELETE")) {
                    // What is read may be a page; what is refused is answered shortly to a program, with the same
                    // headers.
                    var asking = method.equals("GET") ? visitor.takingPages() : visitor.takingJson();
                    var answer = asking.send(asking.request(path).method(method, BodyPublishers.noBody()));
                    statuses.add(answer.statusCode());
                    note(wrong, method + " " + path, answer);
                }
            }
        }

        assertThat(paths).hasSizeGreaterThan(80);
        assertThat(statuses).contains(200, 302, 403, 404);
        assertThat(wrong).isEmpty();
    }

    @Test
    void standOnWhatFailsIsRefusedOrTooLarge() {
        var wrong = new TreeMap<String, String>();
        var teller = new Visitor(site).as(Role.TELLER);
        teller.get("/test/form");
        Map.of(
                        "a bug", teller.get("/test/bug"),
                        "half a page", teller.get("/test/template"),
                        "no such page", teller.get("/nothing/here"),
                        "no such file", teller.get("/assets/nothing.css"),
                        "too large", teller.post("/test/form", Map.of("amount", "1".repeat(200_000))),
                        "another method", teller.post("/", Map.of()),
                        "out of the folder", teller.get("/assets/..%2f..%2fetc/passwd"),
                        "as a program", teller.takingJson().get("/nothing/here"))
                .forEach((what, answer) -> {
                    assertThat(answer.statusCode()).as(what).isBetween(400, 599);
                    note(wrong, what, answer);
                });

        assertThat(wrong).isEmpty();
        assertThat(teller.takingPages().post("/", Map.of()).statusCode()).isEqualTo(405);
    }

    @Test
    void aBrowserOfAnyLanguageIsLedToTheLogIn() {
        for (var language : List.of("fr", "zh-CN,zh;q=0.9", "*", "' or '1'='1'")) {
            var visitor = new Visitor(site);

            var answer = visitor.send(visitor.request("/loans").header("Accept-Language", language));

            assertThat(answer.statusCode()).as(language).isEqualTo(302);
        }
    }

    @Test
    void standOnWhatIsNoRequestAtAll() throws IOException {
        for (var request : REQUESTS_THAT_ARE_NONE) {
            try (var socket =
                    new Socket(InetAddress.getLoopbackAddress(), site.address().getPort())) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(answer).startsWith("HTTP/1.1 400");
                ALWAYS.forEach((name, value) -> assertThat(answer)
                        .as(request.lines().findFirst().orElse(""))
                        .contains(name + ": " + value));
            }
        }
    }

    @Test
    void aStaticFileAloneMayBeKept() {
        var page = new Visitor(site).get("/login").body();
        var name = page.replaceFirst("(?s).*\"(/assets/kit-[0-9a-f]{32}\\.\\w+)\".*", "$1");

        var file = new Visitor(site).get(name).headers();

        assertThat(file.allValues("Cache-Control")).containsExactly("max-age=31536000, public, immutable");
        ALWAYS.forEach((header, value) -> {
            if (!header.equals("Cache-Control")) {
                assertThat(file.allValues(header)).as(header).containsExactly(value);
            }
        });
    }

    @Test
    void overPlainHttpNobodyIsToldToComeByTls() {
        var answer = new Visitor(site).get("/login?lang=vi");

        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .noneMatch(cookie -> cookie.contains("__Host-") || cookie.contains("Secure"));
    }

    private static void note(Map<String, String> wrong, String what, HttpResponse<String> answer) {
        ALWAYS.forEach((name, value) -> {
            var found = answer.headers().allValues(name);
            if (!found.equals(List.of(value))) {
                wrong.merge(what + " → " + answer.statusCode(), name + " is " + found, (a, b) -> a + ", " + b);
            }
        });
    }
}
