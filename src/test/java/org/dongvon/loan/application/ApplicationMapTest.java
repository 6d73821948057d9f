package org.dongvon.loan.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of moves beside the page that draws it. */
class ApplicationMapTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([A-Z]+) \\| ([A-Z_]+) \\| ([A-Z_]+) \\| ([A-Z_]+) \\| (yes|no) \\|$");

    @Test
    void isTheOneThePageShows() throws IOException {
        var page = Files.readString(Path.of("docs/domain/application.md"));
        var shown = ROW.matcher(page).results().map(MatchResult::group).toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(map());
    }

    /** The program's map, a line a way. */
    static List<String> map() {
        return Arrays.stream(Move.values())
                .flatMap(move -> Stream.of(Step.values())
                        .filter(move::leadsFrom)
                        .map(from -> "| %s | %s | %s | %s | %s |"
                                .formatted(move, from, move.to(), move.role(), move.needsReason() ? "yes" : "no")))
                .toList();
    }
}
