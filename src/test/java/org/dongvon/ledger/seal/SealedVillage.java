package org.dongvon.ledger.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.dongvon.ledger.seal.PublishRoots.Extent;
import org.dongvon.ledger.seal.Seal.Period;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.session.reversal.ReverseLines.Reversal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PaidFees;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.springframework.context.ApplicationContext;

/** An office with three sessions whose days are closed and sealed: loans, payments, deposits, a reversal, an overdue loan. */
final class SealedVillage {

    static final LocalDate SECOND = LocalDate.of(2024, 5, 18);
    static final LocalDate THIRD = LocalDate.of(2024, 6, 18);
    static final LocalDate LAST_CLOSED = LocalDate.of(2024, 6, 30);

    private final ApplicationContext beans;
    final Village village;
    final String code;

    private SealedVillage(ApplicationContext beans, String code) {
        this.beans = beans;
        this.code = code;
        this.village = Village.in(beans, code);
        var first = VillageDay.open(beans, village);
        var poor = first.lend(1, 6, "HONGHEO");
        first.save(poor, 0, 50_000);
        first.save(poor, 1, 70_000);
        remark();
        reverse("select max(id) from ledger.journal where kind = 'COUNTER' and point_id = " + village.point);
        first.end();
        VillageDay.close(beans, village, SECOND.minusDays(1));
        var second = VillageDay.open(beans, village);
        second.repay(poor, 0, 50_000_000);
        second.repay(poor, 3, 7_000_000);
        second.save(poor, 2, 100_000);
        second.lend(2, 5, "CANNGHEO");
        second.end();
        VillageDay.close(beans, village, THIRD.minusDays(1));
        var third = VillageDay.open(beans, village);
        third.repay(poor, 1, 0);
        third.save(poor, 1, 20_000);
        PaidFees.pay(beans, village, third.session(), YearMonth.of(2024, 5));
        third.end();
        VillageDay.close(beans, village, LAST_CLOSED);
    }

    static SealedVillage in(ApplicationContext beans, String code) {
        return new SealedVillage(beans, code);
    }

    /** What the teller wrote beside each line of the day. */
    private void remark() {
        beans.getBean(OwnerDb.class).sql("""
                        insert into session.line_remark (line_id, journal_id, line_no, point_id, note, paid_by, relation)
                        select line_id, journal_id, line_no, point_id, 'gửi thêm', 'Nguyễn Văn Trả', 'con'
                          from savings.movement where point_id = :point
                        """).param("point", village.point).update();
    }

    private void reverse(String journal) {
        var owner = beans.getBean(OwnerDb.class);
        long id = owner.sql(journal).query(Long.class).single();
        var lines = owner.sql("select line_id from savings.movement where journal_id = " + id)
                .query((row, n) -> row.getObject("line_id", UUID.class))
                .list();
        beans.getBean(ReverseLines.class)
                .run(village.teller, new Reversal(UUID.randomUUID(), id, lines, "ghi nhầm tên\nNguyễn Thị 1"));
    }

    Path roots(Path folder, Extent extent) {
        var file = folder.resolve("roots-" + extent + "-" + UUID.randomUUID() + ".txt");
        try (var out = Files.newOutputStream(file)) {
            beans.getBean(PublishRoots.class).write(code, extent, out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path export(Path folder) {
        var file = folder.resolve("export-" + UUID.randomUUID() + ".zip");
        try (var out = Files.newOutputStream(file)) {
            beans.getBean(ExportBooks.class).write(new Period(code, Village.FIRST_DAY, LAST_CLOSED), out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Seal> seals() {
        return beans.getBean(SealBook.class).between(village.office, PublishRoots.FIRST, PublishRoots.LAST);
    }
}
