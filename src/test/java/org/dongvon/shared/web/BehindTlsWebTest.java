package org.dongvon.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.dongvon.Application;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresDatabase;
import org.dongvon.support.Site;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** The product as a proxy on the same machine reaches it, which speaks TLS with the outside. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"dongvon.demo=true", "dongvon.address=https://dongvon.example"})
@PostgresDatabase
@TestConstructor(autowireMode = AutowireMode.ALL)
class BehindTlsWebTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?mi)^Set-Cookie: (([^=]+)=([^;\r]*)[^\r]*)");

    private final Site site;
    private final OwnerDb owner;

    BehindTlsWebTest(Site site, OwnerDb owner) {
        this.site = site;
        this.owner = owner;
    }

    @Test
    void everyCookieIsOfThisHostAndForTlsAlone() throws IOException {
        var page = send("GET /login?lang=vi HTTP/1.1", "X-Forwarded-Proto: https");
        var in = logIn(page, "198.51.100.7");

        assertThat(in).startsWith("HTTP/1.1 302").contains("Location: /");
        var cookies = (page + "\r\n" + in)
                .lines()
                .filter(line -> line.startsWith("Set-Cookie: "))
                .toList();
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("Set-Cookie: __Host-dongvon="))
                .anyMatch(cookie -> cookie.startsWith("Set-Cookie: __Host-dongvon-person="))
                .anyMatch(cookie -> cookie.startsWith("Set-Cookie: __Host-lang="))
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("Set-Cookie: __Host-")
                        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
                        .doesNotContain("Domain="));
    }

    @Test
    void browsersAreToldNeverToComeWithoutTls() throws IOException {
        for (var request : List.of("GET /login HTTP/1.1", "GET /nothing HTTP/1.1", "GET /[bad HTTP/1.1")) {
            assertThat(send(request)).contains("Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n");
        }
    }

    @Test
    void answersToThePublicNameAndToNoOther() throws IOException {
        assertThat(to("dongvon.example", "GET /login HTTP/1.1")).startsWith("HTTP/1.1 200");
        assertThat(to("127.0.0.1", "GET /login HTTP/1.1")).startsWith("HTTP/1.1 200");
        assertThat(to("evil.example", "GET /login HTTP/1.1")).startsWith("HTTP/1.1 400");
    }

    @Test
    void knowsTheAddressThatTheProxyTellsAndBelievesNobodyElse() throws IOException {
        var page = send("GET /login HTTP/1.1");

        // What the visitor wrote comes first, what the proxy added comes last and counts.
        logIn(page, "203.0.113.99, 198.51.100.8");

        assertThat(owner.sql("select distinct address from identity.sign_in where address <> '198.51.100.7'")
                        .query(String.class)
                        .list())
                .containsExactly("198.51.100.8");
    }

    @Test
    void anAddressThatCannotBeIsRefusedAtTheStart() {
        for (var wrong : List.of(
                "dongvon.example",
                "ftp://dongvon.example",
                "https://a@b",
                "https://a/b",
                "https://a?b",
                "https:// a")) {
            assertThatThrownBy(() -> new PublicAddress(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("dongvon.address");
        }
        assertThat(new PublicAddress("http://10.0.0.5").isTls()).isFalse();
        assertThat(new PublicAddress(" ").host()).isEmpty();
        assertThat(new PublicAddress("https://dongvon.example/").cookie("a")).isEqualTo("__Host-a");
    }

    private String logIn(String page, String forwardedFor) throws IOException {
        var token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        var body = "user=teller&password=" + encode(Site.PASSWORD) + "&_csrf=" + encode(token.group(1));
        var cookies = new StringBuilder();
        COOKIE.matcher(page)
                .results()
                .forEach(found -> cookies.append(found.group(2))
                        .append('=')
                        .append(found.group(3))
                        .append("; "));
        return send(
                "POST /login HTTP/1.1",
                "X-Forwarded-Proto: https",
                "X-Forwarded-For: " + forwardedFor,
                "Cookie: " + cookies,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length(),
                "",
                body);
    }

    private String send(String... lines) throws IOException {
        return to("dongvon.example", lines);
    }

    private String to(String host, String... lines) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), site.address().getPort())) {
            var all = String.join("\r\n", lines);
            var request = all.replaceFirst("\r\n|$", "\r\nHost: " + host + "\r\nConnection: close\r\n")
                    + (all.contains("\r\n\r\n") ? "" : "\r\n\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
