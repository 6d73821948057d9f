package org.dongvon.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dongvon.identity.SignInSettings;
import org.dongvon.shared.Actor;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;

/** A file that is not taken is refused in one clear sentence, stored nowhere, and leaves nothing behind. */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
class UploadWebTest {

    private static final String PAGE = "/reports/figures-check/files";
    private static final String BOUNDARY = "----dongvon-test";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int MEGABYTE = 1 << 20;

    private final Site site;
    private final OwnerDb owner;
    private final SignInSettings settings;
    private final ApplicationContext beans;
    private final Path temporary;
    private Visitor director;
    private String token = "";
    private long before;

    UploadWebTest(Site site, OwnerDb owner, SignInSettings settings, WebApplicationContext beans) {
        this.site = site;
        this.owner = owner;
        this.settings = settings;
        this.beans = beans;
        this.temporary = ((File) Objects.requireNonNull(Objects.requireNonNull(beans.getServletContext())
                        .getAttribute("jakarta.servlet.context.tempdir")))
                .toPath();
        this.director = new Visitor(site);
    }

    @BeforeAll
    void anOffice() {
        Village.withAccounts(beans, "UPLO");
        settings.set(Actor.SYSTEM, "UPLOAD_MEGABYTES", 1);
    }

    @AfterAll
    void asBefore() {
        settings.set(Actor.SYSTEM, "UPLOAD_MEGABYTES", 20);
    }

    @BeforeEach
    void theDirectorAtThePage() {
        director = new Visitor(site).as("uplo.director");
        token = token(director.get(PAGE + "?lang=vi").body());
        before = stored();
    }

    @Test
    void aFileThatIsAnnouncedTooLargeIsNotEvenRead() {
        var vietnamese = send(director, PAGE, file("a.csv", new byte[2 * MEGABYTE]));
        director.get(PAGE + "?lang=en");
        var english = send(director, PAGE, file("a.csv", new byte[2 * MEGABYTE]));

        assertRefused(vietnamese, 413, "Nội dung gửi lên vượt mức cho phép, nên chưa ghi gì");
        assertRefused(english, 413, "larger than allowed, so nothing was recorded");
    }

    @Test
    void aFileThatDoesNotSayHowLargeItIsIsRefusedByItsLimit() {
        var body = body(List.of(file("a.csv", new byte[MEGABYTE + 1])));

        var answer = director.send(director.request(PAGE)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertRefused(answer, 413, "Tệp lớn hơn 1 MB");
    }

    @Test
    void whatIsFarTooLargeIsCutOff() {
        var body = body(List.of(file("a.csv", new byte[26 * MEGABYTE])));

        var answer = director.send(director.request(PAGE)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertRefused(answer, 413, "chưa ghi gì");
    }

    @Test
    void oneFileAtATime() {
        assertRefused(
                send(director, PAGE, file("a.csv", text()), file("b.csv", text())), 422, "Mỗi lần chỉ nhận một tệp");
        var many = new Part[20];
        for (int i = 0; i < many.length; i++) {
            many[i] = file(i + ".csv", text());
        }
        assertRefused(send(director, PAGE, many), 413, "chưa ghi gì");
    }

    @Test
    void theContentCountsAndNotTheName() {
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};

        assertRefused(send(director, PAGE, file("a.csv", picture)), 422, "không đúng với đuôi tệp");
        assertRefused(send(director, PAGE, file("a.xlsx", text())), 422, "không đúng với đuôi tệp");
        assertRefused(
                send(director, PAGE, file("a.csv", "<html>".getBytes(StandardCharsets.UTF_8))),
                422,
                "không đúng với đuôi tệp");
        assertRefused(send(director, PAGE, file("a.exe", text())), 422, "a.exe");
        assertRefused(send(director, PAGE, file("../a.csv", text())), 422, "Tên tệp");
        assertRefused(send(director, PAGE, file("a.csv", new byte[0])), 422, "error-summary");
    }

    @Test
    void filesAreTakenWhereTheyAreAskedForAndFromNobodyElse() {
        assertThat(send(new Visitor(site), PAGE, file("a.csv", text())).statusCode())
                .isEqualTo(403);
        assertThat(send(new Visitor(site).as("uplo.teller"), PAGE, file("a.csv", text()))
                        .statusCode())
                .isEqualTo(403);
        for (var elsewhere : List.of("/login", "/account/tokens", "/closing", "/nothing")) {
            assertRefused(send(director, elsewhere, file("a.csv", text())), 415, "error-summary");
        }
    }

    @Test
    void theRightFileIsTaken() {
        var answer = send(director, PAGE, file("a.csv", (Figures.HEADER + "\n").getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(stored()).isEqualTo(before + 1);
        assertNothingLeft();
    }

    private void assertRefused(HttpResponse<String> answer, int status, String says) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(says, "error-summary").doesNotContain("Exception");
        assertThat(stored()).isEqualTo(before);
        assertNothingLeft();
    }

    private long stored() {
        return owner.sql("select count(*) from report.figure_upload u join identity.account a on a.id = u.actor_id "
                        + "where a.login = 'uplo.director'")
                .query(Long.class)
                .single();
    }

    private void assertNothingLeft() {
        // The answer to the next request comes after the end of the one before.
        director.get("/account");
        try (var files = Files.walk(temporary)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".tmp")))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(Visitor visitor, String path, Part... parts) {
        return visitor.send(visitor.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body(List.of(parts)))));
    }

    private byte[] body(List<Part> parts) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        for (var part : parts) {
            out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + part.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.writeBytes(part.content());
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static Part file(String name, byte[] content) {
        return new Part(name, content);
    }

    private static byte[] text() {
        return "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Part(String name, byte[] content) {}
}
