package org.dongvon.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dongvon.shared.Role;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ErrorWebTest {

    private final Site site;
    private final Visitor visitor;

    ErrorWebTest(Site site) {
        this.site = site;
        this.visitor = new Visitor(site);
    }

    @BeforeAll
    void logIn() {
        visitor.as(Role.TELLER);
    }

    @BeforeEach
    void openAPage() {
        visitor.takingPages().get("/?lang=vi");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_MONEY, 422, Có mục chưa đọc được",
        "KEY_REUSED, 409, Quy tắc không cho phép",
        "NO_SUCH_PAGE, 404, Không tìm thấy",
        "ROLE_MAY_NOT, 403, Không được phép",
    })
    void showsARefusalWithItsSentence(String name, int status, String title) {
        var page = visitor.get("/test/refused/" + name);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body())
                .contains("<title>Lỗi: " + title + " · Đồng Vốn</title>", "class=\"error-summary\"", "PGD Lê Chân")
                .doesNotContain("<b>&");
        assertThat(visitor.get("/test/refused/" + name + "?lang=en").body()).contains("<title>Error: ");
    }

    @ParameterizedTest
    @CsvSource({
        "/test/refused/KEY_REUSED, 409, KEY_REUSED",
        "/test/number/7, 400, BAD_REQUEST",
        "/test/number/7?page=x, 400, BAD_REQUEST",
        "/test/number/seven?page=1, 404, NO_SUCH_PAGE",
        "/nothing/here, 404, NO_SUCH_PAGE",
        "/error, 404, NO_SUCH_PAGE",
        "/test/nothing, 404, NO_SUCH_PAGE",
        "/assets/nothing.css, 404, NO_SUCH_PAGE",
        "/test/bug, 500, BROKEN",
        "/test/template, 500, BROKEN",
        "/test/database-down, 503, UNAVAILABLE",
        "/amount-in-words?typed=-5, 422, MONEY_NEGATIVE",
        "/amount-in-words, 400, BAD_REQUEST",
    })
    void answersPagesAndProgramsAlike(String path, int status, String code) {
        var page = visitor.get(path);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).contains("class=\"error-summary\"", "kit-");

        var problem = visitor.takingJson().get(path);
        assertThat(problem.statusCode()).isEqualTo(status);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.body()).contains("\"code\":\"" + code + "\"", "\"status\":" + status);
    }

    @Test
    void takesOnlyTheMethodsOfAPage() {
        var answer = visitor.post("/", Map.of());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET"));
        assertThat(visitor.post("/test/bug", Map.of()).statusCode()).isEqualTo(405);
    }

    @Test
    void showsABugAsANumberThatStandsInTheLog(CapturedOutput log) {
        var page = visitor.get("/test/bug");

        var reference = page.body().replaceFirst("(?s).*>(DV-[2-9A-Z]{4}-[2-9A-Z]{4})<.*", "$1");
        assertThat(log.getAll()).contains(reference, BrokenPages.SECRET);
        assertNothingInside(page);
        assertNothingInside(visitor.get("/test/database-down"));
        assertNothingInside(visitor.get("/test/template"));
    }

    @Test
    void refusesAFormThatIsTooLarge() {
        var answer = visitor.post("/test/form", Map.of("amount", "1".repeat(200_000)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("class=\"error-summary\"").doesNotContain("Exception");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        for (var path : new String[] {"/test/form", "/logout", "/"}) {
            var page = visitor.withoutToken().post(path, Map.of("amount", "1"));

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("class=\"error-summary\"", "chưa ghi gì");
        }
        assertThat(visitor.get("/").statusCode()).as("still logged in").isEqualTo(200);
    }

    @Test
    void survivesRequestsThatAreNone() {
        assertThat(visitor.get("/test/..%2f..%2fetc/passwd").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/;jsessionid=1").statusCode()).isEqualTo(400);
        var trace = visitor.send(visitor.request("/").method("TRACE", BodyPublishers.noBody()));
        assertThat(trace.statusCode()).isIn(400, 405);
        for (var page : new String[] {"/test/..%2f..%2fetc/passwd", "/;jsessionid=1", "/%00"}) {
            assertNothingInside(visitor.get(page));
        }
    }

    @Test
    void answersInItsOwnWordsWhatIsNoRequestAtAll() throws IOException {
        for (var request : new String[] {
            "GET /[bad HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
            "rubbish\r\n\r\n",
        }) {
            try (var socket =
                    new Socket(InetAddress.getLoopbackAddress(), site.address().getPort())) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer)
                        .startsWith("HTTP/1.1 400")
                        .contains("Yêu cầu chưa đúng", "The server cannot read this request")
                        .doesNotContain("Bad Request", "Tomcat");
            }
        }
    }

    private static void assertNothingInside(HttpResponse<String> page) {
        assertThat(page.body())
                .doesNotContain(
                        BrokenPages.SECRET, "Exception", "\tat ", "org.dongvon", "org.springframework", "Tomcat");
    }
}
