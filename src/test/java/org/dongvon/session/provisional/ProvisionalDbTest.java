package org.dongvon.session.provisional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.ProvisionalRefusal;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.provisional.RecordCollections.Collected;
import org.dongvon.session.provisional.RecordCollections.Line;
import org.dongvon.session.provisional.RecordCollections.MemberLoan;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Remark;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetAnswer;
import org.dongvon.session.sheet.SheetAnswer.Outcome;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What a head takes is her debt by name until it is counted; what is final is what was counted: docs/domain/provisional.md. */
@PostgresTest
class ProvisionalDbTest {

    private final ApplicationContext beans;
    private final PostSheet postSheet;
    private final RecordCollections record;
    private final HandInCollections handIn;
    private final ProvisionalList list;
    private final OwnerDb owner;

    ProvisionalDbTest(
            ApplicationContext beans,
            PostSheet postSheet,
            RecordCollections record,
            HandInCollections handIn,
            ProvisionalList list,
            OwnerDb owner) {
        this.beans = beans;
        this.postSheet = postSheet;
        this.record = record;
        this.handIn = handIn;
        this.list = list;
        this.owner = owner;
    }

    @Test
    void isADebtByNameUntilTheTellerHasCountedIt() {
        var home = new Home("PA");
        home.on("2024-05-06");
        var first = home.take(0, 271_233, 50_000);
        var second = home.take(1, 271_233, 0);
        handIn.handIn(home.head, UUID.randomUUID());
        home.on("2024-05-18");

        assertThat(list.read(home.village.controller).lines())
                .extracting(each -> each.holder().name() + " " + each.amount().amount() + " "
                        + each.age().days() + " " + each.age().isAlarm())
                .containsExactly("Bùi Thị Hạnh 321233 12 true", "Bùi Thị Hạnh 271233 12 true");
        assertThat(sum("select count(*) from ledger.journal where business_date = '2024-05-18' and point_id = "
                        + home.village.point))
                .as("in no book")
                .isZero();

        long session = home.village.openSession(0);
        var whole = home.line(0, 271_233, 50_000);
        var less = home.line(1, 200_000, 0);
        var counts = Map.of(whole.lineId(), List.of(first), less.lineId(), List.of(second));
        var silent = postSheet.run(
                home.village.teller,
                new Sheet(UUID.randomUUID(), session, home.group.id(), List.of(whole, less), Map.of(), counts));

        assertThat(silent.posted()).isEqualTo(1);
        assertThat(code(silent, less)).isEqualTo("PROVISIONAL_DIFFERS");
        assertThat(list.read(home.village.controller).sum()).isEqualTo(new Dong(271_233));

        var said = Map.of(less.lineId(), new Remark("thiếu 71.233 đ, tổ trưởng nộp sau", null));
        var answer = postSheet.run(
                home.village.teller,
                new Sheet(UUID.randomUUID(), session, home.group.id(), List.of(whole, less), said, counts));

        assertThat(answer.posted()).isEqualTo(1);
        assertThat(answer.of(whole.lineId()).outcome()).isEqualTo(Outcome.ALREADY_POSTED);
        assertThat(list.read(home.village.controller).lines()).isEmpty();
        assertThat(owner.sql(
                                "select concat_ws(' ', taken_interest, taken_saving, counted_interest, counted_saving, reason)"
                                        + " from session.provisional_final where group_id = :group order by counted_interest desc")
                        .param("group", home.group.id())
                        .query(String.class)
                        .list())
                .containsExactly("271233 50000 271233 50000 ", "271233 0 200000 0 thiếu 71.233 đ, tổ trưởng nộp sau");
    }

    @Test
    void isKeptWithTheCloseOfASessionThatDidNotCountIt() {
        var home = new Home("PK");
        home.on("2024-05-06");
        var first = home.take(0, 271_233, 50_000);
        home.take(1, 271_233, 0);
        home.take(2, 0, 20_000);
        handIn.handIn(home.head, UUID.randomUUID());
        home.on("2024-05-18");
        home.take(3, 0, 7_000);
        long session = home.village.openSession(0);
        var line = home.line(0, 271_233, 50_000);
        postSheet.run(
                home.village.teller,
                new Sheet(
                        UUID.randomUUID(),
                        session,
                        home.group.id(),
                        List.of(line),
                        Map.of(),
                        Map.of(line.lineId(), List.of(first))));

        beans.getBean(CloseSession.class)
                .run(home.village.controller, UUID.randomUUID(), session, CashCount.of(new Dong(321_000)), "");

        assertThat(owner.sql(
                                "select concat_ws(' ', lines, handed_in, interest, saving) from session.provisional_left where session_id = :id")
                        .param("id", session)
                        .query(String.class)
                        .list())
                .containsExactly("3 2 271233 27000");
        assertThat(list.read(home.village.controller).lines())
                .as("her debt still")
                .hasSize(3);
    }

    @Test
    void countsNothingThatTheHeadTookBackMeanwhile() {
        var home = new Home("PB");
        home.on("2024-05-18");
        long session = home.village.openSession(0);
        var taken = home.take(0, 0, 50_000);
        handIn.withdraw(home.head, UUID.randomUUID(), taken, "ghi nhầm người");
        var line = home.line(0, 0, 50_000);
        var counts = Map.of(line.lineId(), List.of(taken));

        var answer = postSheet.run(
                home.village.teller,
                new Sheet(UUID.randomUUID(), session, home.group.id(), List.of(line), Map.of(), counts));

        assertThat(answer.posted()).isZero();
        assertThat(code(answer, line)).isEqualTo("PROVISIONAL_CHANGED");
        refuses(
                ProvisionalRefusal.PROVISIONAL_ENDED,
                () -> handIn.withdraw(home.head, UUID.randomUUID(), taken, "nữa"));
    }

    @Test
    void takesInterestUpToWhatIsOwedByTheSessionAndNoMore() {
        var home = new Home("PC");
        home.on("2024-05-06");

        refuses(ProvisionalRefusal.PROVISIONAL_MORE_THAN_OWED, () -> home.take(0, 271_234, 0));
        home.take(0, 271_000, 0);
        refuses(ProvisionalRefusal.PROVISIONAL_MORE_THAN_OWED, () -> home.take(0, 234, 0));
        home.take(0, 233, 0);
        refuses(ProvisionalRefusal.PROVISIONAL_EMPTY, () -> home.take(1, 0, 0));
    }

    @Test
    void twoRecordingsAtOnceTakeNoMoreThanIsOwedEither() throws Exception {
        var home = new Home("PR");
        home.on("2024-05-06");
        try (var other = Executors.newSingleThreadExecutor()) {
            var second = beans.getBean(Transactions.class).write(home.head, () -> {
                home.take(0, 271_000, 0);
                var late = other.submit(() -> home.take(0, 234, 0));
                assertThatThrownBy(() -> late.get(1, TimeUnit.SECONDS))
                        .as("it waits for the first to be written down")
                        .isInstanceOf(TimeoutException.class);
                return late;
            });

            assertThatThrownBy(second::get)
                    .cause()
                    .isInstanceOf(Refused.class)
                    .extracting(each -> ((Refused) each).refusal())
                    .isEqualTo(ProvisionalRefusal.PROVISIONAL_MORE_THAN_OWED);
        }
        assertThat(sum("select sum(interest) from session.provisional where group_id = " + home.group.id()))
                .isEqualTo(271_000);
    }

    @Test
    void takesOfOwnMembersWithADepositUnderAContract() {
        var home = new Home("PD");
        home.on("2024-05-06");
        var other = home.village.group(2, 1, "HONGHEO", 20_000_000, Village.FIRST_DAY);

        refuses(
                ProvisionalRefusal.PROVISIONAL_NO_MEMBER,
                () -> home.take(new MemberLoan(other.members().getFirst(), null), 0, 50_000));
        owner.sql("update savings.account set closed_on = '2024-05-01' where member_id = :member")
                .param("member", home.group.members().get(3))
                .update();
        refuses(ProvisionalRefusal.PROVISIONAL_NO_DEPOSIT, () -> home.take(3, 0, 50_000));
        owner.sql("update \"group\".contract set valid_to = '2024-05-06' where group_id = :group")
                .param("group", home.group.id())
                .update();
        refuses(ProvisionalRefusal.PROVISIONAL_NO_CONTRACT, () -> home.take(0, 0, 50_000));
        assertThat(home.take(0, 1_000, 0)).isNotNull();
    }

    @Test
    void aListIsTakenBackByTheControllerAlone() {
        var home = new Home("PE");
        home.on("2024-05-06");
        refuses(ProvisionalRefusal.PROVISIONAL_NOTHING_TO_HAND_IN, () -> handIn.handIn(home.head, UUID.randomUUID()));
        var taken = home.take(0, 100_000, 0);
        refuses(
                ProvisionalRefusal.PROVISIONAL_NOT_HANDED_IN,
                () -> handIn.returned(home.village.controller, UUID.randomUUID(), taken, "đã trả"));
        handIn.handIn(home.head, UUID.randomUUID());

        refuses(
                ProvisionalRefusal.PROVISIONAL_HANDED_IN,
                () -> handIn.withdraw(home.head, UUID.randomUUID(), taken, "nhầm"));
        refuses(
                ProvisionalRefusal.PROVISIONAL_NEEDS_REASON,
                () -> handIn.returned(home.village.controller, UUID.randomUUID(), taken, " "));
        handIn.returned(home.village.controller, UUID.randomUUID(), taken, "hộ đã nhận lại tiền");
        assertThat(list.read(home.village.controller).lines()).isEmpty();
    }

    @Test
    void isSeenByItsOwnHeadAlone() {
        var home = new Home("PF");
        home.on("2024-05-06");
        home.take(0, 100_000, 0);
        var other = home.village.group(2, 1, "HONGHEO", 20_000_000, Village.FIRST_DAY);

        assertThat(list.read(home.headOf(home.group.id())).lines()).hasSize(1);
        assertThat(list.read(home.headOf(other.id())).lines()).isEmpty();
    }

    @Test
    void theDatabaseHoldsThatFinalIsCounted() {
        var home = new Home("PG");
        home.on("2024-05-18");
        long session = home.village.openSession(0);
        var line = home.line(0, 0, 50_000);
        postSheet.run(home.village.teller, new Sheet(UUID.randomUUID(), session, home.group.id(), List.of(line)));
        var forged = """
                insert into session.provisional_final (final_line, journal_id, point_id, group_id, member_id, taken_interest, taken_saving,
                       counted_interest, counted_saving, reason)
                select s.line_id, s.journal_id, s.point_id, %d, %d, 0, 60000, 0, 60000, '' from savings.movement s where s.line_id = '%s'
                """.formatted(home.group.id(), line.memberId(), line.lineId());

        assertThatThrownBy(() -> owner.sql(forged).update()).hasMessageContaining("what the books counted");
        assertThatThrownBy(() -> owner.sql(forged.replace("0, 60000, ''", "0, 50000, ''"))
                        .update())
                .hasMessageContaining("provisional_final_has_reason");
        assertThat(owner.sql(forged.replace("60000", "50000")).update()).isEqualTo(1);
    }

    private static String code(SheetAnswer answer, SheetLine line) {
        return Objects.requireNonNull(answer.of(line.lineId()).refusal()).code();
    }

    private static void refuses(ProvisionalRefusal refusal, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private long sum(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    private final class Home {

        private final Village village;
        private final Village.GroupOfLoans group;
        private final Actor head;

        Home(String code) {
            village = Village.in(beans, code);
            var day = VillageDay.open(beans, village);
            group = day.lend(1, 4, "HONGHEO");
            day.end();
            head = headOf(group.id());
        }

        Actor headOf(long groupId) {
            long id = village.office * 10 + 9;
            var scope = Scope.of(village.point).narrowedTo(Narrowing.ofGroup(groupId));
            return new Actor(id, id, "head", "Bùi Thị Hạnh", Role.GROUP_HEAD, village.office, scope);
        }

        void on(String day) {
            owner.sql("update organisation.business_day set day = :day where office_id = :office")
                    .param("day", LocalDate.parse(day))
                    .param("office", village.office)
                    .update();
        }

        UUID take(int member, long interest, long saving) {
            return take(
                    new MemberLoan(group.members().get(member), group.loans().get(member)), interest, saving);
        }

        UUID take(MemberLoan whose, long interest, long saving) {
            var line = UUID.randomUUID();
            record.run(
                    head,
                    new Collected(
                            UUID.randomUUID(),
                            List.of(new Line(line, whose, new Dong(interest), new Dong(saving), ""))));
            return line;
        }

        SheetLine line(int member, long interest, long saving) {
            return new SheetLine(
                    UUID.randomUUID(),
                    group.members().get(member),
                    group.loans().get(member),
                    new Dong(interest),
                    new Dong(saving),
                    Dong.ZERO,
                    Payer.GROUP_HEAD);
        }
    }
}
