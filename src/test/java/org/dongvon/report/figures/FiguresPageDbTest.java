package org.dongvon.report.figures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.table.TableFile;
import org.dongvon.shared.text.Language;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;

/** However many figures there are, a page reads whole days from its cursor on, and shows each figure once. */
@PostgresTest
class FiguresPageDbTest {

    private final ImportFigures figures;
    private final FiguresPage page;

    FiguresPageDbTest(ImportFigures figures, FiguresPage page) {
        this.figures = figures;
        this.page = page;
    }

    @Test
    void showsEachFigureOfAPlaceOnce() {
        var rows = new ArrayList<String>();
        for (int year = 2001; year <= 2040; year++) {
            for (var indicator : List.of("outstanding", "households", "jobs")) {
                rows.add("Trang A," + year
                        + "-12-31,,indicator,,,,10,scale,báo"
                                .replace("indicator", indicator)
                                .replace("scale", indicator.equals("outstanding") ? "million" : "count"));
            }
        }
        load(rows);

        var pages = pages(Map.of("unit", "Trang A"));

        assertThat(pages.stream().map(each -> each.lines().size())).containsExactly(50, 50, 20);
        assertThat(pages.stream()
                        .flatMap(each -> each.lines().stream())
                        .map(line -> line.figure().place()))
                .doesNotHaveDuplicates()
                .hasSize(120);
        var jobs = pages(Map.of("unit", "Trang A", "indicator", "jobs"));
        assertThat(jobs).hasSize(1);
        assertThat(jobs.getFirst().lines()).hasSize(40);
    }

    /** One day with more figures than a window has: read whole, and the next day comes after it. */
    @Test
    void readsADayWholeAndGoesOn() {
        var rows = new ArrayList<String>();
        for (int i = 0; i <= FigureWindow.DAYS; i++) {
            rows.add("Trang B " + (1000 + i) + ",2024-12-31,,outstanding,,,,10,million,báo");
        }
        load(rows);
        var after = "2024-12-31.0.Trang B 1000";

        var first = read(Map.of("after", after, "broken", "1"));
        var rest = read(Map.of("after", first.next().orElseThrow().written()));

        assertThat(first.lines()).isEmpty();
        assertThat(first.checked().figures()).isEqualTo(FigureWindow.DAYS);
        assertThat(rest.lines().getFirst().figure().place().unit()).isEqualTo("Trang B " + (1000 + FigureWindow.DAYS));
    }

    @Test
    void checksWhatIsClaimedSinceADayThatIsNotOnThePage() {
        load(List.of(
                "Trang C,2023-12-31,,outstanding,,,,60,million,báo",
                "Trang C,2024-12-31,,outstanding,,,,90,million,báo",
                "Trang C,2024-12-31,2023-12-31,change.outstanding,,,,35,million,báo"));

        var shown = read(Map.of("unit", "Trang C", "day", "31/12/2024", "broken", "1"));

        assertThat(shown.checked()).isEqualTo(new FiguresPage.Checked(2, true, 1, 1));
        assertThat(shown.lines()).hasSize(1).allMatch(FiguresPage.Line::isBroken);
        assertThat(shown.broken().getFirst().line()).contains("60").contains("35");
        assertThat(read(Map.of("unit", "Trang C", "day", "31/12/2023")).checked())
                .isEqualTo(new FiguresPage.Checked(1, true, 0, 0));
    }

    @Test
    void takesAnAddressThatIsNoCursorForTheBeginning() {
        load(List.of("Trang D,2024-12-31,,outstanding,,,,60,million,báo"));

        var shown = read(Map.of("unit", "Trang D", "after", "' or 1=1 --"));

        assertThat(shown.lines()).extracting(FiguresPage.Line::figure).hasSize(1);
        assertThat(shown.places()).isNotEmpty();
    }

    private List<FiguresPage.Content> pages(Map<String, String> asked) {
        var pages = new ArrayList<FiguresPage.Content>();
        pages.add(read(asked));
        while (pages.getLast().next().isPresent()) {
            var next = new HashMap<>(asked);
            next.put("after", pages.getLast().next().get().written());
            pages.add(read(next));
        }
        return pages;
    }

    private FiguresPage.Content read(Map<String, String> asked) {
        return page.read(Actor.SYSTEM, FiguresPage.Filter.of(asked), Language.VI);
    }

    private void load(List<String> rows) {
        var text = Figures.HEADER + "\n" + String.join("\n", rows);
        figures.run(Actor.SYSTEM, UUID.randomUUID(), new TableFile("a.csv", text.getBytes(UTF_8)));
    }
}
