package org.dongvon.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dongvon.support.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each identity on both sides of its line. */
class FigureCheckTest {

    /**
     * Figures of one place, each "indicator cut value scale" for 31/12/2024 (or with b for 31/12/2023), how many checks
     * they allow, and which are broken, as identity and computed value.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    capital.total - 10 m; capital.central - 6 m; capital.local - 3 m; capital.mobilised - 1 m           | 1 |
                    capital.total - 10 m; capital.central - 6 m; capital.local - 3 m; capital.mobilised - 3 m           | 1 |
                    capital.total - 10 m; capital.central - 6 m; capital.local - 3 m; capital.mobilised - 4 m           | 1 | sum 13000000
                    capital.total - 10 m; capital.central - 6 m; capital.local - 1 m; capital.mobilised - 0 m           | 1 | sum 7000000
                    capital.total - 10,0 m; capital.central - 6,0 m; capital.local - 3,8 m; capital.mobilised - 0,0 m   | 1 |
                    capital.total - 10,0 m; capital.central - 6,0 m; capital.local - 3,7 m; capital.mobilised - 0,0 m   | 1 | sum 9700000
                    capital.total - 10 m; capital.central - 4 m; capital.local - 3 m                                    | 1 |
                    capital.total - 10 m; capital.central - 9 m; capital.local - 2 m                                    | 1 |
                    capital.total - 10 m; capital.central - 9 m; capital.local - 3 m                                    | 1 | sum 12000000
                    outstanding - 60 m; outstanding.in_term - 50 m; outstanding.overdue - 7 m; outstanding.frozen - 3 m | 1 |
                    outstanding - 60 m; outstanding.in_term - 50 m; outstanding.overdue - 7 m; outstanding.frozen - 6 m | 1 | sum 63000000
                    groups - 100 c; groups.good - 70 c; groups.fair - 20 c; groups.average - 7 c; groups.weak - 3 c     | 1 |
                    groups - 100 c; groups.good - 70 c; groups.fair - 20 c; groups.average - 7 c; groups.weak - 4 c     | 1 | sum 101
                    groups - 100 c; groups.good - 70 c; groups.fair - 20 c; groups.average - 7 c; groups.weak - 2 c     | 1 | sum 99
                    groups - 100 c; groups.good - 70 c; groups.fair - 20 c; groups.average - 7 c                        | 1 |
                    groups - 100 c                                                                                      | 0 |
                    outstanding - 100 m; outstanding central 60 m; outstanding local 30 m                               | 1 |
                    capital.local - 61 m; capital.local province 50 m                                                   | 1 |
                    outstanding - 90 m; outstanding b 60 m; change.outstanding d 29,2 m                                 | 1 |
                    outstanding - 100 m; outstanding.overdue - 2 m; share_percent.outstanding.overdue - 1,49 p          | 2 |
                    outstanding - 88 m; outstanding b 60 m; lending d 50 m; collection d 18 m; written_off d 2 m        | 1 |
                    outstanding - 100 m; outstanding HND 40 m; outstanding HPN 30 m; outstanding CCB 20 m; outstanding DTN 10 m | 1 |
                    outstanding - 100 m; outstanding HND 40 m; outstanding HPN 30 m; outstanding CCB 20 m; outstanding DTN 5 m  | 1 | sum 95000000
                    outstanding - 100 m; outstanding HND 40 m; outstanding HPN 30 m; outstanding CCB 20 m                       | 1 |
                    outstanding - 100 m; outstanding.entrusted - 95 m; outstanding HND 40 m; outstanding HPN 30 m; outstanding CCB 20 m; outstanding DTN 5 m | 2 |
                    outstanding - 100 m; outstanding.entrusted - 99 m; outstanding HND 40 m; outstanding HPN 30 m; outstanding CCB 20 m; outstanding DTN 5 m | 2 | sum 95000000
                    outstanding - 100 m; outstanding.entrusted - 102 m                                                  | 1 | sum 102000000
                    members - 10 c; members HND 4 c; members HPN 3 c; members CCB 2 c; members DTN 1 c                  | 1 |
                    members - 10 c; members HND 4 c; members HPN 3 c; members CCB 2 c; members DTN 2 c                  | 1 | sum 11
                    outstanding - 100 m; outstanding central 60 m; outstanding local 30 m; outstanding mobilised 10 m   | 1 |
                    outstanding - 100 m; outstanding CENTRAL 60 m; outstanding LOCAL 30 m; outstanding MOBILISED 5 m    | 1 | sum 95000000
                    capital.local - 61 m; capital.local province 50 m; capital.local district 11 m                      | 1 |
                    capital.local - 61 m; capital.local province 50 m; capital.local district 13 m                      | 1 | sum 63000000
                    outstanding - 100 m; outstanding HONGHEO 60 m; outstanding HSSV 30 m                                | 1 |
                    outstanding - 100 m; outstanding HONGHEO 60 m; outstanding HSSV 42 m                                | 1 | sum 102000000
                    households - 100 c; households HONGHEO 90 c; households HSSV 80 c                                   | 0 |
                    borrowers - 100 c; borrowers central 90 c; borrowers local 80 c; borrowers mobilised 70 c           | 0 |
                    loans - 100 c; loans HONGHEO 90 c; loans HSSV 11 c                                                  | 1 | sum 101
                    outstanding - 90 m; outstanding b 60 m; change.outstanding d 30 m                                   | 1 |
                    outstanding - 90 m; outstanding b 60 m; change.outstanding d 31 m                                   | 1 |
                    outstanding - 90 m; outstanding b 60 m; change.outstanding d 32 m                                   | 1 | change 30000000
                    outstanding - 60 m; outstanding b 90 m; change.outstanding d -30 m                                  | 1 |
                    outstanding - 60 m; outstanding b 90 m; change.outstanding d 30 m                                   | 1 | change -30000000
                    outstanding - 90 m; change.outstanding d 30 m; growth_percent.outstanding d 50 p; times.outstanding d 1,5 t | 0 |
                    households - 90 c; households b 60 c; change.households d 31 c                                      | 1 | change 30
                    outstanding - 300,0 m; outstanding b 200,0 m; growth_percent.outstanding d 50,0 p                   | 1 |
                    outstanding - 300,0 m; outstanding b 200,0 m; growth_percent.outstanding d 50,2 p                   | 1 | growth 50
                    outstanding - 300,0 m; outstanding b 200,0 m; growth_percent.outstanding d 49,8 p                   | 1 | growth 50
                    outstanding - 100,0 m; outstanding b 200,0 m; growth_percent.outstanding d -50,0 p                  | 1 |
                    outstanding - 100,0 m; outstanding b 200,0 m; growth_percent.outstanding d 50,0 p                   | 1 | growth -50
                    outstanding - 300,0 m; outstanding b 200,0 m; times.outstanding d 1,5 t                             | 1 |
                    outstanding - 300,0 m; outstanding b 200,0 m; times.outstanding d 1,52 t                            | 1 | times 1.5
                    outstanding - 300,0 m; outstanding b 0 m; times.outstanding d 1,52 t                                | 0 |
                    capital.total - 375.800 b2; capital.local - 48.900 b2; share_percent.capital.local - 13,0 p         | 2 |
                    capital.total - 375.800 b2; capital.local - 48.900 b2; share_percent.capital.local - 12,8 p         | 2 | share 13.01
                    outstanding - 100 m; outstanding.overdue - 2 m; share_percent.outstanding.overdue - 2,0 p           | 2 |
                    outstanding - 187.000 b2; outstanding HONGHEO 38.000 b2; share_percent.outstanding HONGHEO 20,3 p   | 2 |
                    outstanding - 187.000 b2; outstanding HONGHEO 38.000 b2; share_percent.outstanding HONGHEO 20,2 p   | 2 | share 20.32
                    outstanding - 200 b2; outstanding.entrusted - 100 b2; outstanding HPN 50 b2; share_percent.outstanding HPN 50 p | 3 |
                    outstanding - 200 b2; outstanding.entrusted - 100 b2; outstanding HPN 50 b2; share_percent.outstanding HPN 25 p | 3 | share 50
                    outstanding - 200 b2; outstanding HPN 50 b2; share_percent.outstanding HPN 25 p                     | 2 |
                    share_percent.capital.local - 10,8 p                                                                | 0 |
                    capital.local - 7 b2; outstanding - 242.780 m; ratio_percent.capital.local - 2,88 p                 | 1 |
                    capital.local - 7 b2; outstanding - 242.780 m; ratio_percent.capital.local - 3,88 p                 | 1 | ratio 2.883
                    outstanding - 90 m; outstanding b 60 m; lending d 50 m; collection d 18 m; written_off d 2 m        | 1 |
                    outstanding - 90 m; outstanding b 60 m; lending d 50 m; collection d 18 m; written_off d 5 m        | 1 | flow 87000000
                    outstanding - 90 m; outstanding b 60 m; lending d 50 m; collection d 8 m                            | 0 |
                    outstanding - 90 m; lending d 50 m; collection d 8 m; written_off d 2 m                             | 0 |
                    """)
    void holdsWithinTheRoundingOfThePrintedDigits(String figures, int checked, String broken) {
        var checks = check(figures.split(";"));

        assertThat(checks).hasSize(checked);
        assertThat(FigureCheck.broken(checks).stream().map(FigureCheckTest::text))
                .containsExactlyElementsOf(broken == null ? List.of() : List.of(broken));
    }

    /** The hard cases of {@code docs/domain/published-figures.md}. */
    @Test
    void holdsInHardCases() {
        var cases = Golden.read("published-figures/hard-cases").stream().skip(1).toList();

        assertThat(cases).isNotEmpty().allSatisfy(each -> {
            var checks = check(each.get(1).split(";"));
            assertThat(checks).hasSize(Integer.parseInt(each.get(2)));
            assertThat(FigureCheck.broken(checks).stream()
                            .map(FigureCheckTest::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(each.get(3));
        });
    }

    @Test
    void namesATotalOnceForEachIdentityThatItBreaks() {
        var checks = check(
                "outstanding - 100 m",
                "outstanding.in_term - 90 m",
                "outstanding.overdue - 5 m",
                "outstanding.frozen - 1 m",
                "outstanding HND 40 m",
                "outstanding HPN 30 m",
                "outstanding CCB 20 m",
                "outstanding DTN 2 m",
                "outstanding b 10 m",
                "lending d 50 m",
                "collection d 8 m",
                "written_off d 2 m");

        assertThat(checks).hasSize(3);
        assertThat(FigureCheck.broken(checks).stream().map(FigureCheckTest::text))
                .containsExactly("sum 96000000", "flow 50000000");
    }

    @Test
    void comparesOnlyFiguresOfOnePlace() {
        var figures = Figures.of(
                "A,2024-12-31,,capital.total,,,,10,million,d", "B,2024-12-31,,capital.local,,,,20,million,d");

        assertThat(new FigureCheck(new CitedDocuments(List.of())).of(figures)).isEmpty();
    }

    private static List<Check> check(String... figures) {
        var rows = Arrays.stream(figures).map(FigureCheckTest::row).toArray(String[]::new);
        return new FigureCheck(new CitedDocuments(List.of())).of(Figures.of(rows));
    }

    private static String row(String figure) {
        var words = figure.strip().split(" ", -1);
        var cut = words[1];
        var scale = switch (words[3]) {
            case "m" -> "million";
            case "b2" -> "billion";
            case "p" -> "percent";
            case "t" -> "times";
            case "đ" -> "dong";
            default -> "count";
        };
        boolean isAssociation = List.of("HND", "HPN", "CCB", "DTN").contains(cut);
        boolean isProgramme = List.of("HONGHEO", "HSSV").contains(cut);
        boolean isSource = cut.length() > 1 && !isAssociation && !isProgramme;
        return String.join(
                ",",
                "X",
                cut.equals("b") ? "2023-12-31" : "2024-12-31",
                cut.equals("d") ? "2023-12-31" : "",
                words[0],
                isProgramme ? cut : "",
                isAssociation ? cut : "",
                isSource ? cut : "",
                '"' + words[2] + '"',
                scale,
                "bài báo");
    }

    private static String text(Check check) {
        var numbers = (Check.Numbers) check.sides();
        return check.identity().code() + " " + numbers.computed().toPlainString();
    }
}
