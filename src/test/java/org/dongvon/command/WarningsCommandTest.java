package org.dongvon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warnings about a library that is really in the bill of materials, and about others. */
class WarningsCommandTest {

    private static final String LIBRARY = "org.thymeleaf:thymeleaf";

    @TempDir
    private Path folder;

    private final String ours;

    WarningsCommandTest() throws IOException {
        ours = new LibraryWarnings().version(LIBRARY).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, 2026-11-03, 0", "CRITICAL, 2026-11-04, 1",
        "HIGH, 2026-11-08, 0", "HIGH, 2026-11-09, 1",
        "MODERATE, 2026-12-01, 0", "MODERATE, 2026-12-02, 1",
        "LOW, 2030-01-01, 0"
    })
    void endsWithOneAfterTheTimeFrameOfSecurityMd(String severity, String day, int exit) throws IOException {
        var file = one(warning(LIBRARY, severity, "\"versions\": [\"1.0\", \"" + ours + "\"]"));

        var answer = Terminal.run("warnings", file.toString(), "--as-of", day);

        assertThat(answer.exit()).isEqualTo(exit);
        assertThat(answer.out()).contains(LIBRARY + " " + ours, "GHSA-0000");
        assertThat(answer.err()).hasLineCount(exit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"introduced\": \"0\"}] | 1",
                "[{\"introduced\": \"0\"}, {\"fixed\": \"0.1\"}] | 0",
                "[{\"introduced\": \"0\"}, {\"fixed\": \"999\"}] | 1",
                "[{\"introduced\": \"999\"}] | 0",
                "[{\"introduced\": \"0\"}, {\"last_affected\": \"OURS\"}] | 1",
                "[{\"introduced\": \"0\"}, {\"fixed\": \"OURS\"}] | 0",
                "[{\"introduced\": \"0\"}, {\"fixed\": \"0.1\"}, {\"introduced\": \"0.2\"}, {\"fixed\": \"999\"}] | 1"
            })
    void knowsWhichVersionsARangeHolds(String events, int concerned) throws IOException {
        var range = "\"ranges\": [{\"type\": \"ECOSYSTEM\", \"events\": " + events.replace("OURS", ours) + "}]";
        var file = one(warning(LIBRARY, "HIGH", range));

        assertThat(new LibraryWarnings().in(file)).hasSize(concerned);
    }

    @Test
    void readsAZipAndLeavesOutWhatDoesNotConcernUs() throws IOException {
        var file = folder.resolve("all.zip");
        var mine = warning(LIBRARY, "HIGH", "\"versions\": [\"" + ours + "\"]");
        var texts = List.of(
                mine,
                warning("org.nobody:nothing", "CRITICAL", "\"versions\": [\"" + ours + "\"]"),
                mine.replace("\"Maven\"", "\"npm\""),
                mine.replace("\"id\"", "\"withdrawn\": \"2026-11-02T00:00:00Z\", \"id\""));
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var text : texts) {
                zip.putNextEntry(new ZipEntry("GHSA-" + texts.indexOf(text) + ".json"));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }

        var answer = Terminal.run("warnings", file.toString(), "--as-of", "2026-11-05", "--json");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .contains("\"warnings\":[{\"library\":\"" + LIBRARY + "\",\"version\":\"" + ours
                        + "\",\"id\":\"GHSA-0000\",\"severity\":\"HIGH\",\"mendBy\":\"2026-11-08\",\"beyond\":false}]");
    }

    @Test
    void saysWhenTheListCannotBeRead() throws IOException {
        for (var text : List.of("", "{", "<html></html>")) {
            var answer = Terminal.run("warnings", one(text).toString(), "--as-of", "2026-11-05", "--lang", "en");
            assertThat(answer.exit()).as(text).isEqualTo(1);
            assertThat(answer.err()).contains("in the format of OSV");
        }
        assertThat(Terminal.run("warnings", folder.resolve("none.zip").toString(), "--as-of", "2026-11-05")
                        .exit())
                .isEqualTo(1);
    }

    private Path one(String text) throws IOException {
        return Files.writeString(folder.resolve("one.json"), text);
    }

    private static String warning(String library, String severity, String versions) {
        return """
                {"id": "GHSA-0000", "published": "2026-11-01T08:00:00Z", "database_specific": {"severity": "%s"},
                 "affected": [{"package": {"ecosystem": "Maven", "name": "%s"}, %s}]}
                """.formatted(severity, library, versions);
    }
}
