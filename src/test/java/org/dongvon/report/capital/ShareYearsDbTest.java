package org.dongvon.report.capital;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dongvon.document.ShippedFile;
import org.dongvon.organisation.Unit;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.capital.ShareYearsStatement.Year;
import org.dongvon.report.figures.ImportFigures;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.table.TableFile;
import org.dongvon.shared.table.WorkbookFile;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@PostgresTest
class ShareYearsDbTest {

    private final ApplicationContext beans;
    private final ShareYears years;
    private final ImportFigures figures;

    ShareYearsDbTest(ApplicationContext beans, ShareYears years, ImportFigures figures) {
        this.beans = beans;
        this.years = years;
        this.figures = figures;
    }

    /** T01 and T03: the base of 2014, 69 more in 2019, 2.22 times that in 2023. */
    @Test
    void tellsTheYearsOfHaTinh() {
        load("HATINH", "YEARS-HT");

        var told = of("YEARS-HT", "2023-06-30");

        assertThat(told).hasSize(10);
        assertThat(local(told, 2014)).isEqualTo(36_000_000_000L);
        assertThat(local(told, 2019)).isEqualTo(105_000_000_000L);
        assertThat(year(told, 2019).day()).isEqualTo("2019-06-30");
        assertThat(year(told, 2019).sinceBefore().local().change()).isEqualTo(69_000_000_000L);
        assertThat(year(told, 2020).local()).isNull();
        assertThat(year(told, 2023).sinceBefore().local().times()).hasToString("2.221");
        assertThat(year(told, 2023).sinceFirst().local().times()).hasToString("6.478");
        assertThat(year(told, 2023).sharePercent()).hasToString("3.52");
        assertThat(year(told, 2023).nationalSharePercent()).hasToString("10.8");
    }

    /** T11, T12, T13: the country at the end of 2025 against the end of 2024. */
    @Test
    void tellsTheYearsOfTheCountry() {
        load("VN", "YEARS-VN");

        var last = year(of("YEARS-VN", "2025-12-31"), 2025);

        assertThat(last.total()).isEqualTo(426_262_000_000_000L);
        assertThat(last.sinceBefore().total().change()).isEqualTo(44_103_000_000_000L);
        assertThat(last.sinceBefore().total().growthPercent()).hasToString("11.54");
        assertThat(last.sharePercent()).hasToString("15.5");
        assertThat(last.sinceBefore().local().change()).isEqualTo(15_410_000_000_000L);
    }

    /** T14 and T16, of what comes with the product. */
    @Test
    void comparesTheCountryWithTheBaseOfDirective40() {
        var last = year(of("VN", "2024-07-31"), 2024);

        assertThat(last.sinceFirst().total().change()).isEqualTo(238_338_000_000_000L);
        assertThat(last.sinceFirst().total().times()).hasToString("2.77");
        assertThat(last.sharePercent()).hasToString("12.69");
        assertThat(last.nationalSharePercent()).isNull();
    }

    @Test
    void readsTheBooksWhereNothingWasPublishedForTheDayItself() {
        var village = Village.in(beans, "LSY");
        VillageDay.open(beans, village).end();
        VillageDay.close(beans, village, Village.FIRST_DAY);

        var statement = years.run(
                Actor.SYSTEM, request(VillageDay.unit(beans, village), Village.FIRST_DAY.toString(), Optional.empty()));

        assertThat(year(statement.years(), 2024).total()).isEqualTo(900_000_000_000L);
        assertThat(year(statement.years(), 2024).local()).isZero();
        assertThat(year(statement.years(), 2023).total()).isNull();
        assertThat(statement.published()).isEmpty();
    }

    @Test
    void refusesABaseThatIsNotEarlier() {
        var base = Optional.of(LocalDate.of(2024, 7, 31));

        assertThatThrownBy(() -> years.run(Actor.SYSTEM, request(unit("VN"), "2024-07-31", base)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(ReportRefusal.BASE_NOT_EARLIER));
        assertThat(years.run(Actor.SYSTEM, request(unit("VN"), "2024-08-01", base))
                        .years())
                .hasSize(1);
    }

    @Test
    void writesNumbersAsNumbersIntoAWorkbook() throws IOException {
        var statement = years.run(Actor.SYSTEM, request(unit("VN"), "2025-12-31", Optional.empty()));

        var bytes = WorkbookFile.bytes(List.of(ShareYearsFile.sheet(statement, ShareYearsFile.FIELDS)));

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(13);
            var last = rows.getLast();
            assertThat(last.getCellAsNumber(0).orElseThrow().intValueExact()).isEqualTo(2025);
            assertThat(last.getCellAsDate(1).orElseThrow()).isEqualTo("2025-12-31T00:00");
            assertThat(last.getCellAsNumber(3).orElseThrow().longValueExact()).isEqualTo(426_262_000_000_000L);
            assertThat(last.getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("15.5");
            assertThat(last.getCellText(14)).contains("1/2026");
        }
    }

    /** The example file's rows of a place, under another name: the whole file is another test's. */
    private void load(String place, String name) {
        var lines = ShippedFile.read("example-figures").text().lines().toList();
        var rows = lines.stream()
                .filter(line -> line.startsWith(place + ",") || line.startsWith("unit,"))
                .map(line -> line.replaceFirst("^" + place + ",", name + ","))
                .toList();
        figures.run(
                Actor.SYSTEM,
                UUID.randomUUID(),
                new TableFile("a.csv", String.join("\n", rows).getBytes(UTF_8)));
    }

    private List<Year> of(String place, String asOf) {
        return years.run(Actor.SYSTEM, request(unit(place), asOf, Optional.empty()))
                .years();
    }

    private static long local(List<Year> years, int year) {
        return Objects.requireNonNull(year(years, year).local());
    }

    private static Year year(List<Year> years, int year) {
        return years.stream().filter(each -> each.year() == year).findFirst().orElseThrow();
    }

    private static Unit unit(String code) {
        return new Unit(-1, code, Unit.Kind.PROVINCE, code);
    }

    private static ReportRequest request(Unit unit, String asOf, Optional<LocalDate> base) {
        return new ReportRequest(unit, LocalDate.parse(asOf), base);
    }
}
