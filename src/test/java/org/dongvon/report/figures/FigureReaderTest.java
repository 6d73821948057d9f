package org.dongvon.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureReaderTest {

    /** What was printed, its scale, the number in đồng, percent, times or heads, and half a unit of its last digit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    outstanding                 | 242.780     | million | 242780000000     | 500000
                    outstanding                 | 233,2       | billion | 233200000000     | 50000000
                    outstanding                 | 6.625,0     | billion | 6625000000000    | 50000000
                    outstanding                 | 70757000001 | dong    | 70757000001      | 0
                    outstanding                 | 0           | million | 0                | 500000
                    capital.total               | 426.262     | billion | 426262000000000  | 500000000
                    households                  | 155.173     | count   | 155173           | 0
                    share_percent.capital.local | 3,52        | percent | 3.52             | 0.005
                    share_percent.capital.local | 3,520       | percent | 3.52             | 0.0005
                    share_percent.capital.local | 12          | percent | 12               | 0.5
                    """)
    void readsNumbersAsTheyWerePrinted(String indicator, String value, String scale, String number, String half) {
        var row = Figures.read("X,2024-12-31,," + indicator + ",,,,\"" + value + "\"," + scale + ",bài báo")
                .rows()
                .getFirst();

        assertThat(row.amount().value()).isEqualByComparingTo(number);
        assertThat(row.amount().high().subtract(row.amount().value())).isEqualByComparingTo(half);
        assertThat(row.amount().value().subtract(row.amount().low())).isEqualByComparingTo(half);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    change.outstanding          | -1.500  | -1500000000
                    change.outstanding          | −1.500  | -1500000000
                    """)
    void readsFalls(String indicator, String value, String number) {
        var row = Figures.read("X,31/12/2024,31/12/2023," + indicator + ",,,," + value + ",million,bài báo")
                .rows()
                .getFirst();

        assertThat(row.amount().value()).isEqualByComparingTo(number);
        assertThat(row.place().base()).isEqualTo(LocalDate.of(2023, 12, 31));
    }

    /** Any other form of a number is named, never guessed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    242.78          | million | NOT_PRINTED_NUMBER
                    24.2780         | million | NOT_PRINTED_NUMBER
                    1.23.456        | million | NOT_PRINTED_NUMBER
                    1234.567        | million | NOT_PRINTED_NUMBER
                    1,234.5         | million | NOT_PRINTED_NUMBER
                    242,780.5       | million | NOT_PRINTED_NUMBER
                    1,2,3           | million | NOT_PRINTED_NUMBER
                    12,             | million | NOT_PRINTED_NUMBER
                    ,5              | million | NOT_PRINTED_NUMBER
                    1 000           | million | NOT_PRINTED_NUMBER
                    1e9             | million | NOT_PRINTED_NUMBER
                    +5              | million | NOT_PRINTED_NUMBER
                    -0              | million | NOT_PRINTED_NUMBER
                    −0,0            | million | NOT_PRINTED_NUMBER
                    (5)             | million | NOT_PRINTED_NUMBER
                    007             | million | NOT_PRINTED_NUMBER
                    0.500           | million | NOT_PRINTED_NUMBER
                    5tr             | million | NOT_PRINTED_NUMBER
                    5 %             | million | NOT_PRINTED_NUMBER
                    hơn 7           | million | NOT_PRINTED_NUMBER
                    0x1F            | million | NOT_PRINTED_NUMBER
                    NaN             | million | NOT_PRINTED_NUMBER
                    ١٢              | million | NOT_VIETNAMESE
                    １２              | million | NOT_VIETNAMESE
                    -5              | million | NEGATIVE
                    1,5             | dong    | FRACTION
                    0,0000001       | million | FRACTION
                    9000000000000000000 | dong | NOT_PRINTED_NUMBER
                    999999999999999999  | billion | TOO_LARGE
                    """)
    void namesNumbersOfAnyOtherForm(String value, String scale, String rule) {
        assertThat(Figures.bad("X,2024-12-31,,outstanding,,,,\"" + value + "\"," + scale + ",bài báo"))
                .containsExactly("2 value " + rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ,2024-12-31,,outstanding,,,,1,million,d                     | unit NO_CONTENT
                    =X,2024-12-31,,outstanding,,,,1,million,d                   | unit RUNS_AS_FORMULA
                    X,,,outstanding,,,,1,million,d                              | date MISSING_FIELD
                    X,30/02/2024,,outstanding,,,,1,million,d                    | date NO_SUCH_DAY
                    X,2024,,outstanding,,,,1,million,d                          | date NOT_A_DATE
                    X,31/12/1994,,outstanding,,,,1,million,d                    | date DAY_OUT_OF_RANGE
                    X,01/01/2101,,outstanding,,,,1,million,d                    | date DAY_OUT_OF_RANGE
                    X,2024-12-31,2023-12-31,outstanding,,,,1,million,d          | base BASE_NOT_TAKEN
                    X,2024-12-31,2023-12-31,share_percent.outstanding,,HPN,,1,percent,d | base BASE_NOT_TAKEN
                    X,2024-12-31,,change.outstanding,,,,1,million,d             | base BASE_MISSING
                    X,2024-12-31,,growth_percent.outstanding,,,,1,percent,d     | base BASE_MISSING
                    X,2024-12-31,,times.outstanding,,,,1,times,d                | base BASE_MISSING
                    X,2024-12-31,2024-12-31,lending,,,,1,million,d              | base BASE_NOT_EARLIER
                    X,2024-12-31,,outstandings,,,,1,million,d                   | indicator UNKNOWN_INDICATOR
                    X,2024-12-31,,change.change.outstanding,,,,1,million,d      | indicator UNKNOWN_INDICATOR
                    X,2024-12-31,,ratio_percent.households,,,,1,percent,d       | indicator UNKNOWN_INDICATOR
                    X,2024-12-31,,outstanding,HONGHEOX,,,1,million,d            | programme UNKNOWN_PROGRAMME
                    X,2024-12-31,,outstanding,,15,,1,million,d                  | association UNKNOWN_ASSOCIATION
                    X,2024-12-31,,outstanding,,,bank,1,million,d                | source UNKNOWN_SOURCE
                    X,2024-12-31,,outstanding,,,,1,tonnes,d                     | scale UNKNOWN_SCALE
                    X,2024-12-31,,outstanding,,,,1,count,d                      | scale SCALE_DOES_NOT_SUIT
                    X,2024-12-31,,households,,,,1,million,d                     | scale SCALE_DOES_NOT_SUIT
                    X,2024-12-31,,share_percent.capital.local,,,,1,times,d      | scale SCALE_DOES_NOT_SUIT
                    X,2024-12-31,,outstanding,,,,1,,d                           | scale NO_CONTENT
                    X,2024-12-31,,outstanding,,,,,million,d                     | value NO_CONTENT
                    X,2024-12-31,,outstanding,,,,=1+1,million,d                 | value RUNS_AS_FORMULA
                    X,2024-12-31,,outstanding,,,,@SUM(A1),million,d             | value RUNS_AS_FORMULA
                    X,2024-12-31,,outstanding,,,,1,million,                     | document NO_CONTENT
                    X,2024-12-31,,outstanding,,,,1,million,d,e                  | 11 SURPLUS_CELL
                    """)
    void namesTheBadCellByItsColumn(String row, String bad) {
        assertThat(Figures.bad(row)).containsExactly("2 " + bad);
    }

    @Test
    void namesAllBadCellsOfAllRows() {
        assertThat(Figures.bad(
                        "X,2024-12-31,,outstanding,,,,1,million,d",
                        "X,31/02/2024,,outstanding,,99,,1e9,million,",
                        "X,2024-12-31,,outstanding,,,,2,million,d"))
                .containsExactlyInAnyOrder(
                        "3 date NO_SUCH_DAY",
                        "3 association UNKNOWN_ASSOCIATION",
                        "3 value NOT_PRINTED_NUMBER",
                        "3 document NO_CONTENT",
                        "4 value PRINTED_TWICE");
    }

    @Test
    void takesTheSameRowTwiceAsOne() {
        var content = Figures.read(
                "X,2024-12-31,,outstanding,,11,local,1,million,d", "X,31/12/2024,,outstanding,,HND,LOCAL,1,million,d");

        assertThat(content.bad()).isEmpty();
        assertThat(content.rows()).hasSize(1);
        assertThat(content.repeated()).isEqualTo(1);
    }

    @Test
    void takesWhatSeveralDocumentsPrintOfTheSame() {
        var content = Figures.read(
                "X,2024-12-31,,outstanding,,,,1,million,d",
                "X,2024-12-31,,outstanding,,,,2,million,e",
                "X,2024-12-31,,outstanding,,,,1,million,d",
                "X,2024-12-31,,outstanding,,,,3,million,d");

        assertThat(content.rows()).extracting(FigureRow::number).containsExactly(2, 3);
        assertThat(content.repeated()).isEqualTo(1);
        assertThat(content.bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.why())
                        .extracting(org.dongvon.shared.Refused::refusal)
                        .isEqualTo(FigureRefusal.PRINTED_TWICE));
    }

    @Test
    void readsADocumentOfSeveralLinesAsOne() {
        var row = Figures.read("X,2024-12-31,,outstanding,,,,5,million,\"Chỉ thị 40-CT/TW\r\n ngày 22/11/2014\"")
                .rows()
                .getFirst();

        assertThat(row.document()).isEqualTo("Chỉ thị 40-CT/TW ngày 22/11/2014");
    }

    @Test
    void keepsPlacesAndSourcesAsTheyWereWritten() {
        var row = Figures.read("Phú Thọ (cũ),2024-12-31,2023-12-31,lending,hssv,12,Local,\"1,5\",billion,\"báo, số 5\"")
                .rows()
                .getFirst();

        assertThat(row.place().unit()).isEqualTo("Phú Thọ (cũ)");
        assertThat(row.place().cut().programme()).isEqualTo("HSSV");
        assertThat(row.place().cut().association()).isEqualTo("HPN");
        assertThat(row.place().cut().source()).isEqualTo("Local");
        assertThat(row.words()).isEqualTo("1,5 tỷ đồng");
        assertThat(row.document()).isEqualTo("báo, số 5");
    }
}
