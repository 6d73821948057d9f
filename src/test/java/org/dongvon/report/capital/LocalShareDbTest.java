package org.dongvon.report.capital;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.dongvon.organisation.Unit;
import org.dongvon.report.ReportFormat;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.Statement;
import org.dongvon.shared.Actor;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@PostgresTest
class LocalShareDbTest {

    private static final LocalDate ASSUMED = LocalDate.of(2023, 6, 30);
    private static final LocalDate FIRST = Village.FIRST_DAY;
    private static final Unit HATINH = new Unit(-1, "HATINH", Unit.Kind.PROVINCE, "Hà Tĩnh");

    private final ApplicationContext beans;
    private final LocalShareReport report;
    private final OwnerDb owner;

    LocalShareDbTest(ApplicationContext beans, LocalShareReport report, OwnerDb owner) {
        this.beans = beans;
        this.report = report;
        this.owner = owner;
    }

    /** The outside contract, with T01 and T02; nobody has printed loans of Hà Tĩnh, and no office of it keeps books here. */
    @Test
    void writesTheShareOfHaTinhAsTheContractSays() {
        var json = new StringBuilder();
        var asked = new ShareQuestion.Typed("15", "2024", "0", "100000000000", "").question(ASSUMED);

        ReportFormat.JSON.print(report.run(Actor.SYSTEM, request(HATINH, ASSUMED), asked), json);

        assertThat(json.toString().replaceAll("\\s", "").replaceFirst(",\"published\".*", ""))
                .isEqualTo("""
                {
                  "unit": "HATINH",
                  "asOf": "2023-06-30",
                  "local": 233200000000,
                  "total": 6625000000000,
                  "sharePercent": 3.52,
                  "nationalSharePercent": 10.8,
                  "gapConstantTotal": 482300000000,
                  "gapGrowingTotal": 540695067265,
                  "target": {
                    "sharePercent": 15,
                    "year": 2024,
                    "growthPercent": 0,
                    "gapConstantTotal": 760550000000,
                    "gapGrowingTotal": 894764705882,
                    "yearly": [
                      {"year": 2023, "constantTotal": 380275000000, "growingTotal": 447382352941},
                      {"year": 2024, "constantTotal": 380275000000, "growingTotal": 447382352941}
                    ]
                  },
                  "whatIf": {
                    "added": 100000000000,
                    "from": "2023-07-01",
                    "sharePercent": 4.95,
                    "averages": null,
                    "made": null,
                    "programmes": []
                  }
                """.replaceAll("\\s", ""));
    }

    @Test
    void leavesOutWhatNobodyAskedFor() {
        var statement = report.run(Actor.SYSTEM, request(HATINH, ASSUMED));

        assertThat(statement.whatIf()).isNull();
        assertThat(statement.target().sharePercent()).hasToString("15");
        assertThat(statement.target().year()).isEqualTo(2030);
        assertThat(statement.rows()).contains(new Statement.Row("yearly", "2030", "constantTotal", "95068750000"));
    }

    /** Five loans of 50 million and two second ones of 10 million with a job each: 270 million, 7 loans, 5 households, 2 jobs. */
    @Test
    void lendsMoreMoneyAsTheLoansOfLate() {
        var village = Village.in(beans, "LSA");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 5, "HONGHEO");
        day.lendAgain(group, 2, "NUOCSACH", 1);
        day.end();
        VillageDay.close(beans, village, FIRST);

        var all = asked(village);
        var averages = requireNonNull(all.averages());
        assertThat(averages.basis()).isEqualTo(LendingAverages.Basis.ALL);
        assertThat(averages.from()).isEqualTo(FIRST.minusMonths(12).plusDays(1));
        assertThat(averages.through()).isEqualTo(FIRST);
        assertThat(averages.lent().amount()).isEqualTo(270_000_000);
        assertThat(averages.lent().averageLoan()).isEqualTo(38_571_429);
        assertThat(all.made()).isEqualTo(new WhatIf.Made(70, 50L, 20));
        assertThat(all.programmes())
                .extracting(each -> each.programme() + " " + each.amount() + " " + each.made())
                .containsExactly(
                        "HONGHEO 2500000000 " + new WhatIf.Made(50, 50L, 0),
                        "NUOCSACH 200000000 " + new WhatIf.Made(20, 20L, 20));

        owner.sql("update capital.contract set source = 'PROVINCE' where code = :code")
                .param("code", "TW-LSA")
                .update();
        assertThat(requireNonNull(asked(village).averages()).basis()).isEqualTo(LendingAverages.Basis.LOCAL);
    }

    private WhatIf asked(Village village) {
        var question = new ShareQuestion.Typed("", "", "", "2700000000", "").question(FIRST);
        var statement = report.run(Actor.SYSTEM, request(VillageDay.unit(beans, village), FIRST), question);
        return requireNonNull(statement.whatIf());
    }

    /** T08: more than 7 billion, 140 loans, 140 jobs; the books of another office are not its own. */
    @Test
    void fallsBackOnWhatWasPrintedOfLocalCapital() {
        owner.sql("""
                insert into report.published_figure (unit_code, on_date, indicator, source, value, low, high, as_printed, document)
                values ('LSB', '2024-05-17', 'capital.local', '', 7000000000, 7000000000, 7000000000, '7 tỷ', 'báo'),
                       ('LSB', '2024-05-17', 'capital.total', '', 242780000000, 242780000000, 242780000000, '242.780', 'báo'),
                       ('LSB', '2024-05-17', 'loans', 'local', 140, 140, 140, '140', 'báo'),
                       ('LSB', '2024-05-17', 'jobs', 'LOCAL', 140, 140, 140, '140', 'báo')
                """).update();
        var on = LocalDate.of(2024, 5, 17);
        var question = new ShareQuestion.Typed("", "", "", "100000000000", "").question(on);

        var statement =
                report.run(Actor.SYSTEM, request(new Unit(-2, "LSB", Unit.Kind.PROVINCE, "Nơi ấy"), on), question);

        assertThat(statement.sharePercent()).hasToString("2.88");
        var whatIf = requireNonNull(statement.whatIf());
        var averages = requireNonNull(whatIf.averages());
        assertThat(averages.basis()).isEqualTo(LendingAverages.Basis.PUBLISHED);
        assertThat(averages.lent().averageLoan()).isEqualTo(50_000_000);
        assertThat(averages.lent().jobsPerLoan()).hasToString("1");
        assertThat(whatIf.made()).isEqualTo(new WhatIf.Made(2_000, null, 2_000));
    }

    private static ReportRequest request(Unit unit, LocalDate asOf) {
        return new ReportRequest(unit, asOf, Optional.empty());
    }
}
