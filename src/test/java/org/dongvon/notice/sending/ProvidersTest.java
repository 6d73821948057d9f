package org.dongvon.notice.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.household.PhoneNumber;
import org.dongvon.notice.NoticeRefusal;
import org.dongvon.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways out that an operator may set up: a file, a server of HTTP, a server of SMPP, each really spoken with. */
class ProvidersTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 18);
    private static final Outgoing ONE =
            new Outgoing(7, DAY, new PhoneNumber("0912345678"), "NHCSXH: \"Hoa\" & An 1.000d");

    @TempDir
    private Path folder;

    @Test
    void withoutSettingsAFileADayHoldsThemForItsOwnerAlone() throws IOException {
        try (var provider = Providers.of(folder)) {
            var two = new Outgoing(8, DAY, new PhoneNumber("0912345679"), "hai\tdòng\nchữ");

            assertThat(provider.name()).isEqualTo("file");
            assertThat(provider.send(List.of(ONE, two)))
                    .containsExactly(new Outcome.Sent("2024-05-18/7"), new Outcome.Sent("2024-05-18/8"));
            provider.send(List.of(ONE));
        }
        var file = folder.resolve("messages/2024-05-18.txt");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "7\t0912345678\tNHCSXH: \"Hoa\" & An 1.000d",
                        "8\t0912345679\thai dòng chữ",
                        "7\t0912345678\tNHCSXH: \"Hoa\" & An 1.000d");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("messages"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileThatCannotBeWrittenLeavesThemInDoubt() throws IOException {
        Files.writeString(folder.resolve("messages"), "no folder");
        try (var provider = Providers.of(folder)) {
            assertThat(provider.send(List.of(ONE))).containsExactly(new Outcome.Unsure("FILE_NOT_WRITTEN"));
        }
    }

    @Test
    void speaksHttpWithTheOneServerThatIsSetUp() throws IOException {
        var bodies = new ArrayList<String>();
        var statuses = new ArrayList<>(List.of(200, 202, 400, 429, 503, 500, 302));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/send", exchange -> {
            bodies.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var answer = "{\"messageId\":\"A-17\"}".getBytes(StandardCharsets.UTF_8);
            int status = statuses.removeFirst();
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9/elsewhere");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        settings("""
                provider=http
                http.url=http://127.0.0.1:%d/send
                http.header.Authorization=Bearer bí-mật-1
                http.content-type=application/json
                http.body={"to":"{to84}","text":"{text}","id":"{id}"}
                http.reference=messageId
                """.formatted(server.getAddress().getPort()).replace("bí-mật", "abc"));
        try (var provider = Providers.of(folder)) {
            assertThat(provider.send(List.of(ONE, ONE, ONE, ONE, ONE, ONE, ONE)))
                    .containsExactly(
                            new Outcome.Sent("A-17"),
                            new Outcome.Sent("A-17"),
                            new Outcome.Rejected("HTTP_400"),
                            new Outcome.Failed("HTTP_429"),
                            new Outcome.Failed("HTTP_503"),
                            new Outcome.Unsure("HTTP_500"),
                            new Outcome.Rejected("HTTP_302"));
        } finally {
            server.stop(0);
        }
        assertThat(bodies)
                .hasSize(7)
                .first()
                .isEqualTo(
                        "Bearer abc-1 {\"to\":\"84912345678\",\"text\":\"NHCSXH: \\\"Hoa\\\" & An 1.000d\",\"id\":\"7\"}");
        try (var provider = Providers.of(folder)) {
            assertThat(provider.send(List.of(ONE))).containsExactly(new Outcome.Failed("NOT_REACHED"));
        }
    }

    @Test
    void anAnswerThatNeverComesLeavesItInDoubt() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var cutter = Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    socket.getInputStream().read();
                } catch (IOException e) {
                    Thread.currentThread().interrupt();
                }
            });
            settings("""
                    provider=http
                    http.url=http://127.0.0.1:%d/
                    http.body=to={to}&text={text}
                    """.formatted(server.getLocalPort()));
            try (var provider = Providers.of(folder)) {
                assertThat(provider.send(List.of(ONE))).containsExactly(new Outcome.Unsure("NO_ANSWER"));
            }
            cutter.interrupt();
        }
    }

    @Test
    void speaksSmppWithTheOneServerThatIsSetUp() throws Exception {
        try (var server = new SmppServer("pgd-lechan", "mat-khau")) {
            settings(smpp(server.port(), "mat-khau"));
            var marks = new Outgoing(8, DAY, new PhoneNumber("0912345679"), "Lãi 271.233đ");
            var longer = new Outgoing(9, DAY, new PhoneNumber("0912345670"), "a".repeat(200));
            try (var provider = Providers.of(folder)) {
                assertThat(provider.send(List.of(ONE, marks, longer)))
                        .containsExactly(new Outcome.Sent("m1"), new Outcome.Sent("m2"), new Outcome.Sent("m3"));
                server.refuseWith(0x58, 0x0B);
                assertThat(provider.send(List.of(ONE, ONE)))
                        .containsExactly(new Outcome.Failed("SMPP_88"), new Outcome.Rejected("SMPP_11"));
            }
            assertThat(server.taken())
                    .startsWith(
                            "NHCSXH 84912345678 0 NHCSXH: \"Hoa\" & An 1.000d",
                            "NHCSXH 84912345679 8 Lãi 271.233đ",
                            "NHCSXH 84912345670 0 payload " + "a".repeat(200));
        }
        try (var server = new SmppServer("pgd-lechan", "mat-khau")) {
            settings(smpp(server.port(), "sai"));
            try (var provider = Providers.of(folder)) {
                assertThat(provider.send(List.of(ONE))).containsExactly(new Outcome.Failed("NOT_BOUND"));
            }
        }
        try (var provider = Providers.of(folder)) {
            assertThat(provider.send(List.of(ONE))).containsExactly(new Outcome.Failed("NOT_BOUND"));
        }
    }

    private static String smpp(int port, String password) {
        return """
                provider=smpp
                smpp.host=127.0.0.1
                smpp.port=%d
                smpp.system-id=pgd-lechan
                smpp.password=%s
                smpp.sender=NHCSXH
                smpp.tls=false
                """.formatted(port, password);
    }

    @Test
    void refusesSettingsThatOthersReadOrThatCannotBe() throws IOException {
        refuses("provider=\n", NoticeRefusal.SETTING_MISSING);
        refuses("provider=pigeon\n", NoticeRefusal.SETTING_WRONG);
        refuses("provider=http\nhttp.body={to}{text}\n", NoticeRefusal.SETTING_MISSING);
        for (var address : List.of(
                "http://sms.example/send",
                "ftp://127.0.0.1/",
                "https://me:secret@sms.example/",
                "https:///x",
                "not a url")) {
            refuses("provider=http\nhttp.body={to}{text}\nhttp.url=" + address + "\n", NoticeRefusal.SETTING_WRONG);
        }
        refuses("provider=http\nhttp.body={to}\nhttp.url=https://sms.example/\n", NoticeRefusal.SETTING_WRONG);
        refuses(smpp(70_000, "x"), NoticeRefusal.SETTING_WRONG);
        refuses(smpp(2775, "x").replace("tls=false", "tls=maybe"), NoticeRefusal.SETTING_WRONG);
        refuses(smpp(2775, "x").replace("NHCSXH", "NHCSXH Le Chan"), NoticeRefusal.SETTING_WRONG);
        settings("provider=file\n");
        try (var provider = Providers.of(folder)) {
            assertThat(provider.name()).isEqualTo("file");
        }
        Files.setPosixFilePermissions(
                folder.resolve("messages.properties"), PosixFilePermissions.fromString("rw-r-----"));
        refusesNow(NoticeRefusal.SETTINGS_OPEN_TO_OTHERS);
    }

    private void refuses(String text, NoticeRefusal refusal) throws IOException {
        settings(text);
        refusesNow(refusal);
    }

    private void refusesNow(NoticeRefusal refusal) {
        assertThatThrownBy(() -> Providers.of(folder).close())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private void settings(String text) throws IOException {
        var file = folder.resolve("messages.properties");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
