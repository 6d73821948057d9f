package org.dongvon.ledger.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.dongvon.ledger.BooksOfYear;
import org.dongvon.ledger.seal.PublishRoots.Extent;
import org.dongvon.ledger.seal.Seal.Period;
import org.dongvon.savings.CreditedInterest;
import org.dongvon.savings.IdleDeposit;
import org.dongvon.savings.OpenedDeposit;
import org.dongvon.savings.term.AtMaturity;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.session.reversal.ReverseLines.Reversal;
import org.dongvon.session.sync.ReceiveBatch;
import org.dongvon.support.CashHandedOver;
import org.dongvon.support.CountedCollection;
import org.dongvon.support.Heirs;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PaidFees;
import org.dongvon.support.PocketDevice;
import org.dongvon.support.SourceChanges;
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
        var deposits = new OpenedDeposit(beans, village);
        deposits.open(first.session(), deposits.person(poor.members().get(2)), 1, AtMaturity.RENEW, 10_000_000);
        remark();
        CountedCollection.of(beans.getBean(OwnerDb.class), village);
        reverse("select max(id) from ledger.journal where kind = 'COUNTER' and point_id = " + village.point);
        first.end();
        VillageDay.close(beans, village, SECOND.minusDays(1));
        new CreditedInterest(beans, village).of("2024-04");
        var second = VillageDay.open(beans, village);
        second.repay(poor, 0, 50_000_000);
        second.repay(poor, 3, 7_000_000);
        second.save(poor, 2, 100_000);
        second.lend(2, 5, "CANNGHEO");
        inTheField(second, poor);
        second.end();
        VillageDay.close(beans, village, THIRD.minusDays(1));
        new Heirs(beans, village).inherits(poor.loans().get(2), "Nguyễn Văn Kế");
        var third = VillageDay.open(beans, village);
        third.repay(poor, 1, 0);
        third.save(poor, 1, 20_000);
        PaidFees.pay(beans, village, third.session(), YearMonth.of(2024, 5));
        new SourceChanges(beans, village)
                .sign("HONGHEO", 200_000_000)
                .move("TW-" + code, "UT-" + code, code + "-1-5", 1, 50_000_000);
        distribute();
        new BooksOfYear(beans, village).voucher(THIRD);
        carryOver();
        new BooksOfYear(beans, village).gift(THIRD);
        new BooksOfYear(beans, village).claim(THIRD);
        var idle = new IdleDeposit(beans, village, 8, third.session(), 70_000);
        idle.pay(third.session(), idle.move("LEFT", "Xác nhận 3", 70_000), "Nguyễn Văn Kế");
        CashHandedOver.of(beans, village, third.session());
        CountedCollection.leave(beans.getBean(OwnerDb.class), village, THIRD);
        new BooksOfYear(beans, village).shut(YearMonth.of(2024, 4));
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

    /** A device records a deposit and hands in. */
    private void inTheField(VillageDay day, Village.GroupOfLoans group) {
        var device = PocketDevice.enrolled(beans, village).takes(beans, village.teller, day.session());
        device.sheet(day.session(), "SHEET", group.id(), List.of(PocketDevice.Line.of(group, 4, 0, 30_000, 0)));
        device.handIn(day.session(), 1, 0, 30_000, 0);
        beans.getBean(ReceiveBatch.class).run(village.teller, UUID.randomUUID(), PocketDevice.batch(device.events()));
    }

    /** A month of interest, as if one voucher had distributed it and taken it back: so each of its columns names the same one. */
    private void distribute() {
        beans.getBean(OwnerDb.class)
                .sql("""
                        with last as (
                            select id, submission, point_id, office_id from ledger.journal
                             where point_id = :point order by id desc limit 1),
                        month as (
                            insert into fee.distribution (point_id, contract_id, month, collected, carried, risk_share, fee_share,
                                   boards_share, added_share, risk, managed, boards, added, submission)
                            select l.point_id, a.contract_id, '2024-05-01', 100, 0, 5000, 0, 5000, 0, 50, 0, 50, 0,
                                   l.submission
                              from last l
                              join capital.allotment a on a.id = :allotment
                            returning id, contract_id),
                        paid as (
                            insert into fee.board_payment (point_id, contract_id, number, journal_id, receiver, reference, amount)
                            select l.point_id, m.contract_id, 1, l.id, 'Ban đại diện phường', 'Giấy đề nghị 1', 20 from month m, last l)
                        insert into fee.distribution_part (distribution_id, point_id, office_id, collected, journal_id, back_journal)
                        select m.id, l.point_id, l.office_id, 100, l.id, l.id from month m, last l
                        """)
                .param("point", village.point)
                .param("allotment", village.allotment)
                .update();
    }

    /** A year, as if the voucher written by hand had carried it over. */
    private void carryOver() {
        var owner = beans.getBean(OwnerDb.class);
        owner.sql("alter table ledger.carry_over disable trigger carry_over_follows")
                .update();
        owner.sql("""
                        insert into ledger.carry_over (office_id, year, turn, journal_id, point_id, carried, result)
                        select office_id, 2023, 1, id, point_id, true, 5 from ledger.journal where kind = 'MANUAL' and office_id = :office
                        """).param("office", village.office).update();
        owner.sql("alter table ledger.carry_over enable trigger carry_over_follows")
                .update();
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
