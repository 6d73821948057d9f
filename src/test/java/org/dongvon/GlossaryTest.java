package org.dongvon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The glossary names only types that exist, and each term once. */
class GlossaryTest {

    private static final Pattern TYPE = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (?!---|Identifier)(.+?) \\| (.+?) \\| (.+?) \\| \\[\\w+] \\|$");

    private final String glossary;

    GlossaryTest() throws IOException {
        glossary = Files.readString(Path.of("docs/glossary.md"));
    }

    @Test
    void everyIdentifierInCodeIsAType() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var types = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());

            assertThat(TYPE.matcher(glossary).results().map(found -> found.group(1)))
                    .hasSizeGreaterThan(30)
                    .allMatch(types::contains);
        }
    }

    @Test
    void everyRowIsWholeAndEveryTermStandsOnce() {
        var rows = ROW.matcher(glossary).results().toList();

        assertThat(rows)
                .hasSize((int) glossary.lines()
                                .filter(line -> line.startsWith("| "))
                                .count()
                        - 2);
        assertThat(column(rows, 1)).doesNotHaveDuplicates();
        assertThat(column(rows, 2)).doesNotHaveDuplicates();
    }

    private static List<String> column(List<MatchResult> rows, int number) {
        return rows.stream().map(row -> row.group(number)).toList();
    }
}
