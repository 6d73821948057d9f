package org.dongvon.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dongvon.shared.Role;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

@ServerTest
class AccessWebTest {

    /** Pages that nobody needs to be logged in for, and the error page. */
    private static final Set<String> OPEN = Set.of("/login", "/error");

    private final Site site;
    private final RequestMappingHandlerMapping mappings;

    AccessWebTest(Site site, RequestMappingHandlerMapping mappings) {
        this.site = site;
        this.mappings = mappings;
    }

    @Test
    void namesTheRolesOfEveryPageThereIs() {
        var unnamed = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            for (var path : mapping.getPatternValues()) {
                var example = path.replaceAll("\\{[^/]+}", "7");
                if (!path.startsWith("/test/")
                        && !OPEN.contains(path)
                        && !path.startsWith("/login/")
                        && !OpenPages.ALL.contains(path)
                        && PageAccess.of(example).isEmpty()) {
                    unnamed.add(path);
                }
            }
        });

        assertThat(unnamed).isEmpty();
    }

    @Test
    void namesNoPageThatDoesNotExist() {
        var paths = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(path -> path.replaceAll("\\{[^/]+}", "7"))
                .toList();
        for (var line : PageAccess.table()) {
            assertThat(paths)
                    .as(line.path())
                    .anyMatch(path -> PathPatternParser.defaultInstance
                            .parse(line.path())
                            .matches(PathContainer.parsePath(path)));
        }
    }

    @Test
    void letsReadersWriteNothingButTheOwnAccount() {
        assertThat(PageAccess.table())
                .filteredOn(line -> !line.isOwnAccount())
                .noneMatch(line -> line.mayWrite(Role.AUDITOR)
                        || line.mayWrite(Role.INSPECTOR)
                        || line.mayWrite(Role.LOG_AUDITOR));
    }

    @Test
    void bindsToLoopbackAndAnswersOnlyToItsOwnNames() throws IOException {
        assertThat(rawGet("127.0.0.1:80")).startsWith("HTTP/1.1 200");
        assertThat(rawGet("localhost")).startsWith("HTTP/1.1 200");
        assertThat(rawGet("evil.example")).startsWith("HTTP/1.1 400");
    }

    @Test
    void sendsTheHeadersThatKeepPagesToThemselves() {
        var headers = new Visitor(site).get("/login").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValue(
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
                                + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(control -> assertThat(control).contains("no-store"));
        assertThat(headers.firstValue("Content-Language")).hasValue("vi");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).startsWith("dongvon=").contains("HttpOnly", "SameSite=Strict", "Path=/"));
    }

    @Test
    void keepsStaticFilesForAYearUnderTheNameOfTheirContent() {
        var page = new Visitor(site).get("/login").body();
        for (var file : List.of("tokens", "kit", "page", "mark")) {
            var name = page.replaceFirst("(?s).*\"(/assets/" + file + "-[0-9a-f]{32}\\.\\w+)\".*", "$1");
            var asset = new Visitor(site).get(name);
            assertThat(asset.statusCode()).as(file).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        }
        assertThat(new Visitor(site).get("/assets/../application.properties").statusCode())
                .isNotEqualTo(200);
        assertThat(new Visitor(site)
                        .get("/assets/%2e%2e/application.properties")
                        .statusCode())
                .isNotEqualTo(200);
    }

    private String rawGet(String host) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), site.address().getPort())) {
            var request = "GET /login HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
