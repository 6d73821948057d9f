package org.dongvon.report.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Unit;
import org.dongvon.report.Citation;
import org.dongvon.report.Indicator;
import org.dongvon.report.PublishedFigures;
import org.dongvon.report.ReportFormat;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.ReportRequest;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@PostgresTest
class CapitalReportDbTest {

    private static final LocalDate ASSUMED = LocalDate.of(2023, 6, 30);
    private static final Unit HATINH = new Unit(-1, "HATINH", Unit.Kind.PROVINCE, "Hà Tĩnh");

    private final ApplicationContext beans;
    private final CapitalReport report;
    private final PublishedFigures published;
    private final Transactions transactions;

    CapitalReportDbTest(
            ApplicationContext beans, CapitalReport report, PublishedFigures published, Transactions transactions) {
        this.beans = beans;
        this.report = report;
        this.published = published;
        this.transactions = transactions;
    }

    /** The outside contract, T02. */
    @Test
    void writesTheFiguresOfHaTinhAsTheContractSays() {
        var json = new StringBuilder();

        ReportFormat.JSON.print(report.run(Actor.SYSTEM, request(HATINH, ASSUMED)), json);

        assertThat(json.toString().replaceAll("\\s", "")).isEqualTo("""
                {
                  "unit": "HATINH",
                  "asOf": "2023-06-30",
                  "local": 233200000000,
                  "total": 6625000000000,
                  "sharePercent": 3.52,
                  "nationalSharePercent": 10.8,
                  "gapConstantTotal": 482300000000,
                  "gapGrowingTotal": 540695067265,
                  "published": [
                    {"field": "local", "unit": "HATINH", "indicator": "capital.local", "date": "2023-06-30", "document": "Thư của Ban Thường vụ Tỉnh ủy Hà Tĩnh, 2023"},
                    {"field": "total", "unit": "HATINH", "indicator": "capital.total", "date": "2023-06-30", "document": "Thư của Ban Thường vụ Tỉnh ủy Hà Tĩnh, 2023"},
                    {"field": "nationalSharePercent", "unit": "VN", "indicator": "share_percent.capital.local", "date": "2023-06-30", "document": "Thư của Ban Thường vụ Tỉnh ủy Hà Tĩnh, 2023"}
                  ]
                }
                """.replaceAll("\\s", ""));
    }

    /** T01: what is implied says so, with the interval that rounds to 3.52 %. */
    @Test
    void saysThatTheTotalOfHaTinhIsImpliedAndItsDayAssumed() {
        var total = transactions.read(
                Actor.SYSTEM,
                () -> published.find("HATINH", ASSUMED, Indicator.TOTAL_CAPITAL).orElseThrow());

        assertThat(total.isImplied()).isTrue();
        assertThat(total.isDateAssumed()).isTrue();
        assertThat(total.number()).isEqualTo(233_200_000_000L * 10_000 / 352);
        // 233.2 / 3.525 % and 233.2 / 3.515 %: 6 615.6 and 6 634.4 billion.
        assertThat(total.amount().low().longValueExact()).isEqualTo((233_200_000_000L * 100_000 + 1762) / 3525);
        assertThat(total.amount().high().longValueExact()).isEqualTo((233_200_000_000L * 100_000 + 1757) / 3515);
    }

    @Test
    void readsTheBooksWhereNothingWasPublished() {
        var village = Village.in(beans, "KA");
        VillageDay.open(beans, village).end();
        VillageDay.close(beans, village, Village.FIRST_DAY);

        var statement = report.run(Actor.SYSTEM, request(VillageDay.unit(beans, village), Village.FIRST_DAY));

        assertThat(new Dong(statement.total())).isEqualTo(new Dong(900_000_000_000L));
        assertThat(statement.local()).isZero();
        assertThat(statement.sharePercent()).hasToString("0");
        assertThat(statement.nationalSharePercent()).hasToString("10.8");
        assertThat(statement.gapConstantTotal()).isEqualTo(97_200_000_000L);
        assertThat(statement.published()).extracting(Citation::field).containsExactly("nationalSharePercent");
    }

    @Test
    void refusesADayThatNeitherBooksNorPublicationsKnow() {
        assertThatThrownBy(() -> report.run(Actor.SYSTEM, request(HATINH, ASSUMED.plusDays(1))))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(ReportRefusal.NO_CAPITAL_FIGURE));
    }

    private static ReportRequest request(Unit unit, LocalDate asOf) {
        return new ReportRequest(unit, asOf, Optional.empty());
    }
}
