package org.dongvon.session.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The field page says the same in both languages, asks nobody outside, and is small. */
class FieldTextsTest {

    private static final Path FILES = Path.of("src/main/resources/static/field");
    private static final Pattern TEXT = Pattern.compile("(\\w+): '((?:[^'\\\\]|\\\\.)*)'");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern USED = Pattern.compile("\\bt\\('(\\w+)'");
    private static final Pattern COMPOSED = Pattern.compile("\\bt\\('(\\w+)' \\+");

    @Test
    void saysTheSameInBothLanguagesAndNothingThatNobodyAsks() throws IOException {
        var file = Files.readString(FILES.resolve("texts.js"));
        var vi = texts(file.substring(file.indexOf("  vi: {"), file.indexOf("  en: {")));
        var en = texts(file.substring(file.indexOf("  en: {")));
        var app = Files.readString(FILES.resolve("app.js"));
        var used = new TreeSet<String>();
        USED.matcher(app).results().forEach(found -> used.add(found.group(1)));

        assertThat(en.keySet()).isEqualTo(vi.keySet()).hasSizeGreaterThan(60);
        vi.forEach((key, text) ->
                assertThat(places(en.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
        var beginnings =
                COMPOSED.matcher(app).results().map(found -> found.group(1)).toList();
        used.removeAll(beginnings);
        assertThat(vi.keySet()).as("texts there are").containsAll(used);
        assertThat(beginnings).allMatch(each -> vi.keySet().stream().anyMatch(key -> key.startsWith(each)));
    }

    @Test
    void asksNobodyOutsideAndTheShellIsAtMost350Kilobytes() throws IOException {
        long packed = 0;
        long script = 0;
        try (var files = Files.list(FILES)) {
            for (var file : files.toList()) {
                var text = Files.readString(file);
                assertThat(text).as(file.toString()).doesNotContain("http://", "https://", "eval(", "innerHTML");
                packed += packed(text);
                script += file.toString().endsWith(".js") ? text.length() : 0;
            }
        }
        for (var shared : List.of("kit.css", "tokens.css", "mark.svg")) {
            packed += packed(Files.readString(FILES.resolve("..").resolve(shared)));
        }
        assertThat(packed).as("bytes of the shell, gzip").isLessThan(350 * 1_024);
        assertThat(script).as("bytes of script").isLessThan(150 * 1_024);
    }

    private static Map<String, String> texts(String part) {
        Map<String, String> found = new TreeMap<>();
        TEXT.matcher(part).results().forEach(each -> found.put(each.group(1), each.group(2)));
        return found;
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .sorted()
                .toList();
    }

    private static int packed(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.size();
    }
}
