package org.dongvon.report.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.report.ReportRequest;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The telegram of an office through its days, and of the province above; docs/domain/after-the-session.md. */
@PostgresTest
class TelegramDbTest {

    private static final LocalDate MAY = LocalDate.of(2024, 5, 18);

    private final ApplicationContext beans;
    private final TelegramReport report;
    private final OwnerDb owner;

    TelegramDbTest(ApplicationContext beans, TelegramReport report, OwnerDb owner) {
        this.beans = beans;
        this.report = report;
        this.owner = owner;
    }

    @Test
    void aDayIsToldAsItStandsAndStaysSo() throws IOException {
        var village = Village.in(beans, "DB1");
        var april = VillageDay.open(beans, village);
        var one = april.lend(1, 3, "HONGHEO", 30_000_000);
        april.lend(2, 1, "HONGHEO", 30_000_000);
        april.end();
        VillageDay.close(beans, village, MAY.minusDays(1));
        var may = VillageDay.open(beans, village);
        sheet(village, may.session(), one);
        var unit = VillageDay.unit(beans, village);
        told("open", village, unit);
        assertThat(telegram(village.director, unit, MAY).openOffices()).isEqualTo(1);
        may.end();
        told("counted", village, unit);
        VillageDay.close(beans, village, LocalDate.of(2024, 6, 17));
        var june = VillageDay.open(beans, village);
        june.repay(one, 2, 5_000_000);
        told("later", village, unit);
        assertThat(telegram(village.director, unit, MAY).openOffices()).isZero();
        assertThat(telegram(village.director, unit, LocalDate.of(2030, 1, 1)).asOf())
                .as("no day beyond the books")
                .isEqualTo(LocalDate.of(2024, 6, 18));

        var other = Village.in(beans, "DB2");
        assertThatThrownBy(() -> telegram(other.director, unit, MAY))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(OrganisationRefusal.UNKNOWN_UNIT));
        provinceIsTheSumOfItsOffices(village, other);
        var statement = telegram(village.director, unit, MAY);
        var file = TelegramFile.workbook(statement, "PGD", "Điện báo", List.of("Mã", "Tên", "Dư nợ"));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getFirstSheet().read().get(2).getCellAsNumber(2))
                    .hasValueSatisfying(number -> assertThat(number.longValueExact())
                            .isEqualTo(statement.total().loans().outstanding()));
        }
    }

    private void provinceIsTheSumOfItsOffices(Village village, Village other) {
        owner.sql("""
                        with province as (
                            insert into organisation.unit (id, code, kind, name, valid_from)
                            values (nextval('organisation.unit_id') + 900000000, 'DB-TINH', 'PROVINCE', 'Tỉnh DB', '2003-01-01')
                            returning id)
                        insert into organisation.unit_parent (unit_id, parent_id, valid)
                        select o.id, p.id, daterange('2003-01-01', null)
                          from province p, organisation.unit o
                         where o.id in (:one, :other)
                        """).param("one", village.office).param("other", other.office).update();
        var day = VillageDay.open(beans, other);
        day.lend(1, 2, "HONGHEO", 10_000_000);
        var province = beans.getBean(Units.class).byCode("DB-TINH");

        var told = telegram(Actor.SYSTEM, province, MAY);

        assertThat(told.places()).extracting(TelegramStatement.Line::place).containsExactly("DB1", "DB2");
        assertThat(told.offices()).isEqualTo(2);
        assertThat(told.openOffices()).as("the second has not reached the day").isEqualTo(1);
        assertThat(told.total().loans().outstanding()).isEqualTo(140_000_000);
        for (var line : told.places()) {
            assertThat(line.figures())
                    .isEqualTo(telegram(Actor.SYSTEM, beans.getBean(Units.class).byCode(line.place()), MAY)
                            .total());
        }
    }

    private void told(String asked, Village village, Unit unit) {
        for (var row : Golden.rows("after-the-session/telegram")) {
            if (!row.text("asked").equals(asked)) {
                continue;
            }
            var total = telegram(village.director, unit, LocalDate.parse(row.text("day")))
                    .total();
            assertThat(List.of(
                            total.loans().outstanding(),
                            total.loans().disbursed(),
                            total.loans().interest(),
                            total.savings().balance(),
                            total.savings().paidIn(),
                            total.cash().vault(),
                            total.cash().boxes(),
                            total.cash().sessions(),
                            total.cash().openSessions()))
                    .as(row.text("day") + " " + row.text("why"))
                    .extracting(Object::toString)
                    .containsExactly(
                            row.text("outstanding"),
                            row.text("disbursed"),
                            row.text("interest"),
                            row.text("deposits"),
                            row.text("in"),
                            row.text("vault"),
                            row.text("boxes"),
                            row.text("sessions"),
                            row.text("open"));
        }
    }

    private TelegramStatement telegram(Actor actor, Unit unit, LocalDate day) {
        return report.run(actor, new ReportRequest(unit, day, Optional.empty()));
    }

    private void sheet(Village village, long session, Village.GroupOfLoans group) {
        var lines = List.of(line(group, 0, 50_000), line(group, 1, 0));
        beans.getBean(PostSheet.class).run(village.teller, new Sheet(UUID.randomUUID(), session, group.id(), lines));
    }

    private static SheetLine line(Village.GroupOfLoans group, int member, long saving) {
        return new SheetLine(
                UUID.randomUUID(),
                group.members().get(member),
                group.loans().get(member),
                new Dong(162_740),
                new Dong(saving),
                Dong.ZERO,
                SheetLine.Payer.GROUP_HEAD);
    }
}
