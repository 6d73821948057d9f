package org.dongvon.report.directive40;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.dongvon.organisation.Unit;
import org.dongvon.position.PositionRefusal;
import org.dongvon.report.Citation;
import org.dongvon.report.ReportFormat;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.directive40.Directive40Statement.AssociationLine;
import org.dongvon.report.directive40.Directive40Statement.ProgrammeLine;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@PostgresTest
class Directive40ReportDbTest {

    private static final LocalDate FIRST = Village.FIRST_DAY;
    private static final LocalDate SECOND = LocalDate.of(2024, 5, 18);

    private final ApplicationContext beans;
    private final Directive40Report report;
    private final OwnerDb owner;

    Directive40ReportDbTest(ApplicationContext beans, Directive40Report report, OwnerDb owner) {
        this.beans = beans;
        this.report = report;
        this.owner = owner;
    }

    @Test
    void sumsProgrammesAndAssociationsToTheOutstanding() {
        var unit = lent("DA");

        var statement = report.run(Actor.SYSTEM, new ReportRequest(unit, FIRST, Optional.empty()));

        assertThat(statement.growth().outstanding()).isEqualTo(270_000_000);
        assertThat(statement.programmes())
                .containsExactly(
                        new ProgrammeLine("HONGHEO", 250_000_000, 5, 5),
                        new ProgrammeLine("NUOCSACH", 20_000_000, 2, 2));
        assertThat(statement.associations().stream()
                        .mapToLong(AssociationLine::outstanding)
                        .sum())
                .isEqualTo(270_000_000);
        assertThat(statement.associations())
                .extracting(
                        line -> line.code() + " " + line.groups() + " " + line.borrowers() + " " + line.sharePercent())
                .containsExactly("HND 0 0 0", "HPN 1 5 100", "CCB 0 0 0", "DTN 0 0 0", "NONE 0 0 0");
        assertThat(statement.people().households()).isEqualTo(5);
    }

    /** The names of the outside contract, in its order. */
    @Test
    void writesTheFieldsOfTheContract() {
        var unit = lent("DB");
        owner.sql("update capital.contract set source = 'DISTRICT' where code = 'TW-DB'")
                .update();
        var json = new StringBuilder();

        ReportFormat.JSON.print(report.run(Actor.SYSTEM, new ReportRequest(unit, SECOND, Optional.of(FIRST))), json);

        var tree = JsonMapper.builder().build().readTree(json.toString());
        assertThat(tree.propertyNames())
                .containsExactly(
                        "unit",
                        "asOf",
                        "base",
                        "outstanding",
                        "outstandingBase",
                        "change",
                        "times",
                        "households",
                        "borrowers",
                        "programmes",
                        "associations",
                        "localCapital");
        assertThat(tree.get("programmes").get(0).propertyNames())
                .containsExactly("code", "outstanding", "borrowers", "loans");
        assertThat(tree.get("associations").get(0).propertyNames())
                .containsExactly("code", "groups", "borrowers", "outstanding", "sharePercent");
        assertThat(tree.get("localCapital"))
                .hasToString("{\"amount\":220000000,\"loans\":6,\"jobs\":2,\"sharePercent\":100}");
        assertThat(tree.get("base").asString()).isEqualTo("2024-04-18");
        assertThat(tree.get("outstandingBase").asLong()).isEqualTo(270_000_000);
        assertThat(tree.get("change").asLong()).isEqualTo(-50_000_000);
        assertThat(tree.get("times").decimalValue()).isEqualByComparingTo("0.815");
    }

    @Test
    void writesOneFigureARowAsCsv() {
        var unit = lent("DC");
        var csv = new StringBuilder();

        ReportFormat.CSV.print(report.run(Actor.SYSTEM, new ReportRequest(unit, FIRST, Optional.empty())), csv);

        assertThat(csv.toString().lines())
                .startsWith("section,code,measure,value", "total,DC,outstanding,270000000", "total,DC,outstandingBase,")
                .contains("programmes,NUOCSACH,loans,2", "associations,HPN,sharePercent,100");
    }

    @Test
    void takesThePublishedBaseWhereTheBooksDoNotReach() {
        var unit = lent("DD");
        owner.sql("""
                insert into report.published_figure (unit_code, on_date, indicator, value, low, high, as_printed, document)
                values ('DD', '2014-12-31', 'outstanding', 90000000, 90000000, 90000000, '90 triệu', 'bài báo')
                """).update();

        var evidence = report.evidence(Actor.SYSTEM, new ReportRequest(unit, FIRST, Optional.empty()));

        assertThat(evidence.statement().growth().outstandingBase()).isEqualTo(90_000_000);
        assertThat(evidence.statement().growth().times()).hasToString("3");
        assertThat(evidence.base().figure()).isNotNull();
        var json = new StringBuilder();
        ReportFormat.JSON.print(evidence.statement(), json);
        assertThat(json.toString())
                .contains("\"outstandingBase\" : 90000000", "\"outstandingBasePublished\" : \"bài báo\"");
        assertThat(evidence.statement().published())
                .containsExactly(
                        new Citation("outstandingBase", "DD", "outstanding", Directive40Report.BASE, "bài báo"));
    }

    @Test
    void refusesABaseThatNobodyKnowsAndOneThatIsNotEarlier() {
        var unit = lent("DE");
        var unknown = Optional.of(LocalDate.of(2013, 12, 31));

        assertRefused(new ReportRequest(unit, FIRST, unknown), ReportRefusal.NO_BASE_FIGURE);
        assertRefused(new ReportRequest(unit, FIRST, Optional.of(FIRST)), ReportRefusal.BASE_NOT_EARLIER);
        assertRefused(new ReportRequest(unit, FIRST.minusDays(1), Optional.empty()), PositionRefusal.BEFORE_BOOKS);
    }

    @Test
    void refusesAUnitOutOfScope() {
        var unit = lent("DF");
        var stranger = Village.in(beans, "DG").director;

        assertThatThrownBy(() -> report.run(stranger, new ReportRequest(unit, FIRST, Optional.empty())))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(PositionRefusal.OUT_OF_SCOPE));
    }

    private void assertRefused(ReportRequest request, org.dongvon.shared.Refusal refusal) {
        assertThatThrownBy(() -> report.run(Actor.SYSTEM, request))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    /** Five households with 50 million each and two of them 10 million more; a month later one pays 50 million back. */
    private Unit lent(String code) {
        var village = Village.in(beans, code);
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 5, "HONGHEO");
        day.lendAgain(group, 2, "NUOCSACH", 1);
        day.end();
        VillageDay.close(beans, village, SECOND.minusDays(1));
        var next = VillageDay.open(beans, village);
        next.repay(group, 4, 50_000_000);
        next.end();
        VillageDay.close(beans, village, SECOND);
        return VillageDay.unit(beans, village);
    }
}
