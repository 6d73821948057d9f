package org.dongvon.loan.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The map of moves beside the page that draws it. */
class ApplicationMapTest {

    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| (ENTRUSTED|DIRECT) \\| ([A-Z_]+) \\| ([A-Z_]+) \\| ([A-Z_]+) \\| ([A-Z_]+) \\| (yes|no) \\|$");

    @Test
    void isTheOneThePageShows() throws IOException {
        var page = Files.readString(Path.of("docs/domain/application.md"));
        var shown = ROW.matcher(page).results().map(MatchResult::group).toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(map());
    }

    @Test
    void oneWayLeadsToOneStep() {
        assertThat(Transition.MAP)
                .allSatisfy(way -> assertThat(Transition.target(way.path(), way.move(), way.from()))
                        .hasValue(way.to()))
                .allSatisfy(way -> assertThat(way.from().isEnd()).isFalse());
    }

    @Test
    void whatWasReturnedGoesOnWhereItWasReturned() {
        var returns =
                Transition.MAP.stream().filter(way -> way.move() == Move.RETURN).toList();

        assertThat(returns)
                .hasSize(4)
                .allSatisfy(way -> assertThat(Transition.target(way.path(), Move.RESUBMIT, way.to()))
                        .hasValue(way.from()));
    }

    /** The program's map, a line a way. */
    static List<String> map() {
        return Transition.MAP.stream()
                .map(way -> "| %s | %s | %s | %s | %s | %s |"
                        .formatted(
                                way.path(),
                                way.move(),
                                way.from(),
                                way.to(),
                                way.role(),
                                way.move().needsReason() ? "yes" : "no"))
                .toList();
    }
}
