package org.dongvon.notice.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.notice.NoticeRefusal;
import org.dongvon.notice.making.MakeMessages;
import org.dongvon.organisation.MoveSession;
import org.dongvon.organisation.MoveSessions;
import org.dongvon.savings.OpenedDeposit;
import org.dongvon.savings.term.AtMaturity;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.Consents;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.Village.GroupOfLoans;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

/** The messages of docs/domain/messages.md come out of the books, once each, and go out once each. */
@PostgresTest
class OutboxDbTest {

    private static final LocalDate APRIL = Village.FIRST_DAY;

    @TempDir
    private Path folder;

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final MakeMessages make;
    private final SendMessages send;

    OutboxDbTest(ApplicationContext beans, OwnerDb owner, MakeMessages make, SendMessages send) {
        this.beans = beans;
        this.owner = owner;
        this.make = make;
        this.send = send;
    }

    @Test
    void tellsOfReceiptsSessionsAndInstalmentsThoseWhoAgreedAndNobodyElse() {
        var village = Village.in(beans, "TNB");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 3, "HONGHEO");
        agree(village, group, 0);
        april.save(group, 0, 50_000);
        april.save(group, 1, 50_000);

        assertThat(made(village, APRIL)).isEqualTo(1);
        assertThat(made(village, APRIL)).isZero();
        assertThat(texts(village, "RECEIPT"))
                .containsExactly(
                        "NHCSXH: Nguyen Thi 0 nop ngay 18/04/2024: lai 0d, goc 0d, gui 50.000d. Du no 50.000.000d, "
                                + "du tien gui 50.000d. Neu sai, bao ngan hang.");
        april.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 5, 13));
        assertThat(made(village, LocalDate.of(2024, 5, 14))).isZero();
        VillageDay.close(beans, village, LocalDate.of(2024, 5, 14));

        assertThat(made(village, LocalDate.of(2024, 5, 15))).isEqualTo(1);
        // 50 000 000 × 30 days × 6.6 % ÷ 365 = 271 232.88.
        assertThat(texts(village, "SESSION_NEAR"))
                .containsExactly("NHCSXH: Nguyen Thi 0, ngay 18/05/2024 giao dich tai Diem TNB. Can nop: lai 271.233d, "
                        + "gui 50.000d, goc den han 0d, cong 321.233d.");
        assertThatThrownBy(() -> made(village, LocalDate.of(2024, 5, 16)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(NoticeRefusal.DAY_NOT_COME));
        VillageDay.close(beans, village, LocalDate.of(2024, 5, 17));
        var may = VillageDay.open(beans, village);
        may.repay(group, 0, 7_000_000);
        made(village, LocalDate.of(2024, 5, 18));
        assertThat(texts(village, "RECEIPT").getLast())
                .isEqualTo("NHCSXH: Nguyen Thi 0 nop ngay 18/05/2024: lai 271.233d, goc 7.000.000d, gui 0d. Du no "
                        + "43.000.000d, du tien gui 50.000d. Neu sai, bao ngan hang.");
        may.end();
        // 36 months, each 12: 16 600 000 due on 18/04/2025, of which 7 000 000 are repaid.
        VillageDay.close(beans, village, LocalDate.of(2025, 4, 4));
        made(village, LocalDate.of(2025, 4, 5));
        assertThat(texts(village, "INSTALMENT_NEAR")).singleElement().asString().contains("den han ngay 18/04/2025");
        VillageDay.close(beans, village, LocalDate.of(2025, 4, 18));
        made(village, LocalDate.of(2025, 4, 19));
        nobodyElse(village, group);
    }

    private void nobodyElse(Village village, GroupOfLoans group) {
        assertThat(owner.sql("select count(*) from notice.message where person_id <> :person and point_id = :point")
                        .param(
                                "person",
                                new Consents(beans, village)
                                        .person(group.members().getFirst()))
                        .param("point", village.point)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void tellsOfSessionsThatMoveAndOfTermDeposits() {
        var village = Village.in(beans, "TNC");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 2, "HONGHEO");
        long saver = agree(village, group, 1);
        new OpenedDeposit(beans, village).open(april.session(), saver, 1, AtMaturity.PAY, 10_000_000);
        april.end();
        move(village, LocalDate.of(2024, 5, 18), LocalDate.of(2024, 5, 20));
        var storm = LocalDate.of(2024, 7, 18);
        decide(
                village,
                MoveSessions.NAME,
                village.code,
                beans.getBean(MoveSessions.class).wanted(village.code, storm, storm, 0));
        made(village, APRIL);

        assertThat(texts(village, "SESSION_MOVED"))
                .containsExactly(
                        "NHCSXH: Phien giao dich ngay 18/05/2024 tai Diem TNC chuyen sang ngay 20/05/2024. Khoan den "
                                + "han cung chuyen theo.");
        assertThat(texts(village, "SESSION_CANCELLED"))
                .containsExactly(
                        "NHCSXH: Khong co phien giao dich ngay 18/07/2024 tai Diem TNC. Phien toi ngay 18/08/2024; "
                                + "khoan den han chuyen sang ngay ay.");
        VillageDay.close(beans, village, LocalDate.of(2024, 5, 16));
        made(village, LocalDate.of(2024, 5, 17));
        assertThat(texts(village, "TERM_MATURING"))
                .containsExactly(
                        "NHCSXH: Tien gui co ky han 10.000.000d cua Nguyen Thi 1 den han ngay 18/05/2024 tai Diem TNC.");
        assertThat(texts(village, "SESSION_NEAR")).singleElement().asString().contains("20/05/2024");
    }

    @Test
    void sendsEachOnceAndAsksAPersonWhenInDoubt() throws IOException {
        var village = Village.in(beans, "TND");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 3, "HONGHEO");
        for (int member = 0; member < 3; member++) {
            agree(village, group, member);
            april.save(group, member, 10_000 + member);
        }
        made(village, APRIL);
        sendsWhatItCan(village);
        var told = new ArrayList<Integer>();
        try (var file = Providers.of(folder)) {
            told.add(send.run(village.director, file, 100).sent());
            told.add(send.run(village.director, file, 100).sent());
        }
        assertThat(told).containsExactly(2, 0);
        assertThat(Files.readAllLines(folder.resolve("messages/2024-04-18.txt")))
                .hasSize(2);
        assertThat(states(village)).containsExactly("SENT", "SENT", "UNSURE");
        assertThatThrownBy(() -> owner.sql(
                                "update notice.message set state = 'WAITING', steps = steps + 1 where state = 'SENT'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        var second = agree(village, group, 0);
        assertThat(second).isPositive();
        assertThat(owner.sql("select count(*) from notice.message_step s join notice.message m on m.id = s.message_id "
                                + "where m.point_id = " + village.point)
                        .query(Long.class)
                        .single())
                .isEqualTo(9);
    }

    /** A sender takes one and dies; its lease is over. */
    private void sendsWhatItCan(Village village) {
        var transactions = beans.getBean(org.dongvon.shared.Transactions.class);
        var taken = transactions.write(
                village.director, () -> beans.getBean(Outbox.class).take("http", 1));
        assertThat(taken).hasSize(1);
        owner.sql("update notice.message set lease_until = now() - interval '1 minute' where id = "
                        + taken.getFirst().id())
                .update();
    }

    @Test
    void triesAgainLessAndLessOftenAndThenGivesUp() {
        var village = Village.in(beans, "TNE");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 2, "HONGHEO");
        agree(village, group, 0);
        april.save(group, 0, 10_000);
        made(village, APRIL);
        var pauses = new ArrayList<Long>();
        var transactions = beans.getBean(org.dongvon.shared.Transactions.class);
        var outbox = beans.getBean(Outbox.class);
        for (int i = 0; i < 5; i++) {
            var taken = transactions.write(village.director, () -> outbox.take("http", 10));
            assertThat(taken).hasSize(1);
            transactions.write(village.director, () -> {
                outbox.note(
                        List.of(new Outbox.Result(taken.getFirst().id(), new Outcome.Failed("NOT_REACHED"))), 5, 15);
                return 0;
            });
            pauses.add(owner.sql(
                            "select round(extract(epoch from next_try - clock_timestamp()) / 60)::bigint from notice.message "
                                    + "where point_id = " + village.point)
                    .query(Long.class)
                    .single());
            owner.sql("update notice.message set next_try = now() where point_id = " + village.point)
                    .update();
        }
        assertThat(pauses).containsExactly(15L, 30L, 60L, 120L, 240L);
        assertThat(states(village)).containsExactly("GIVEN_UP");
    }

    @Test
    void whoEndsConsentGetsNothingMoreAndOldTextsAreForgotten() throws IOException {
        var village = Village.in(beans, "TNF");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 2, "HONGHEO");
        long first = agree(village, group, 0);
        agree(village, group, 1);
        april.save(group, 0, 10_000);
        april.save(group, 1, 20_000);
        made(village, APRIL);
        owner.sql("""
                        insert into household.contact (person_id, seq, point_id, number_encrypted, number_key, number_hash, last3, language,
                                                       consent, signed_on, paper, booked_on, submission)
                        select c.person_id, 2, c.point_id, c.number_encrypted, c.number_key, c.number_hash, c.last3, c.language, false,
                               c.signed_on, 'nói tại phiên', c.booked_on, (select s.key from shared.submission s
                                                                           where not exists (select from household.contact o where o.submission = s.key) limit 1)
                          from household.contact c where c.person_id = :person
                        """).param("person", first).update();
        try (var file = Providers.of(folder)) {
            var sent = send.run(village.director, file, 100);
            assertThat(sent.sent()).isEqualTo(1);
            assertThat(sent.withdrawn()).isEqualTo(1);
            assertThat(states(village)).containsExactly("SENT", "STOPPED");
            owner.sql("update organisation.business_day set day = date '2024-07-17' where office_id = "
                            + village.office)
                    .update();
            assertThat(send.run(village.director, file, 100).forgotten()).isZero();
            owner.sql("update organisation.business_day set day = date '2024-07-18' where office_id = "
                            + village.office)
                    .update();
            assertThat(send.run(village.director, file, 100).forgotten()).isEqualTo(2);
        }
        assertThat(Files.readString(folder.resolve("messages/2024-04-18.txt"))).contains("20.000d");
    }

    private long agree(Village village, GroupOfLoans group, int member) {
        var consents = new Consents(beans, village);
        long person = consents.person(group.members().get(member));
        consents.given(person, "091234567" + member, APRIL);
        return person;
    }

    private int made(Village village, LocalDate day) {
        return make.run(Actor.SYSTEM, UUID.randomUUID(), VillageDay.unit(beans, village), day)
                .made();
    }

    private void move(Village village, LocalDate nominal, LocalDate actual) {
        var wanted = Facts.none().date("nominal", nominal).date("actual", actual);
        decide(village, MoveSession.NAME, village.code + "-01", wanted);
    }

    private void decide(Village village, String kind, String subject, Facts wanted) {
        var proposal = new Proposal(UUID.randomUUID(), kind, subject, wanted, new Basis("Bão", null, null));
        long id = beans.getBean(RequestChange.class).run(village.leader, proposal);
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), id);
    }

    private List<String> texts(Village village, String kind) {
        return owner.sql("select text from notice.message where point_id = :point and kind = :kind order by id")
                .param("point", village.point)
                .param("kind", kind)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<String> states(Village village) {
        return owner.sql("select state from notice.message where point_id = :point order by state")
                .param("point", village.point)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
