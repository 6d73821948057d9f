package org.dongvon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages on security name only tests and types that exist, and each requirement once with its answer. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d{1,2}\\.\\d\\.\\d{1,2}) \\| (\\d) \\| (.+?) \\| (.+?) \\|$");

    private static final Pattern CAPITALS = Pattern.compile("`([A-Z_]+)`");
    private static final Pattern REFUSAL = Pattern.compile("(?m)^    ([A-Z_]+)\\(Kind\\.");

    private final String table = Files.readString(Path.of("docs/security.md"));
    private final String model = Files.readString(Path.of("SECURITY.md"));
    private final Set<String> types = new HashSet<>();
    private final Set<String> tests = new HashSet<>();

    SecurityPageTest() throws IOException {
        collect(Path.of("src/main/java"), types);
        collect(Path.of("src/test/java"), tests);
    }

    @Test
    void everyTypeAndEveryTestThatIsNamedExists() {
        var unknown = new TreeSet<String>();
        for (var page : List.of(table, model)) {
            NAMED.matcher(page).results().map(found -> found.group(1)).forEach(name -> {
                if (!types.contains(name) && !tests.contains(name)) {
                    unknown.add(name);
                }
            });
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyRequirementStandsOnceAndIsKeptByATestOrSaysWhyNotYet() {
        var rows = ROW.matcher(table).results().toList();

        // The standard has 253 of these two levels; the page names those that are left out.
        assertThat(rows).hasSize(200);
        assertThat(rows.stream().map(row -> row.group(1))).doesNotHaveDuplicates();
        assertThat(table.lines().filter(line -> line.matches("\\| \\d.*"))).hasSameSizeAs(rows);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.group(2)).isIn("1", "2");
            var answer = row.group(4);
            boolean kept =
                    NAMED.matcher(answer).results().map(found -> found.group(1)).anyMatch(tests::contains);
            assertThat(kept || answer.startsWith("Not yet, because ") || answer.startsWith("By others: "))
                    .as(row.group())
                    .isTrue();
        });
    }

    @Test
    void everyRefusalOfWhatBelongsTogetherExists() throws IOException {
        var refusals = new HashSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(path -> path.toString().endsWith("Refusal.java"))
                    .toList()) {
                REFUSAL.matcher(Files.readString(file)).results().forEach(found -> refusals.add(found.group(1)));
            }
        }
        var named = CAPITALS.matcher(table.substring(table.indexOf("## What belongs together")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(refusals).containsAll(named);
    }

    @Test
    void everyThreatOfTheModelHasAControlAndATestOrIsSaidNotToBeDefended() {
        var threats = model.lines().filter(line -> line.matches("\\| T\\d+ .*")).toList();

        assertThat(threats)
                .hasSizeGreaterThan(15)
                .allSatisfy(row -> assertThat(NAMED.matcher(row).results().map(found -> found.group(1)))
                        .as(row)
                        .anyMatch(tests::contains));
    }

    private static void collect(Path root, Set<String> names) throws IOException {
        try (var files = Files.walk(root)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
        }
    }
}
