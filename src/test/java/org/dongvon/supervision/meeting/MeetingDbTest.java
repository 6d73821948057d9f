package org.dongvon.supervision.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.Forms;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Verification;
import org.dongvon.supervision.meeting.MeetingPages.Explained;
import org.dongvon.supervision.meeting.WrittenMinutes.Seat;
import org.dongvon.supervision.meeting.WrittenMinutes.Texts;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** The meeting after the session of 18/05/2024 and its score; docs/domain/after-the-session.md. */
@PostgresTest
class MeetingDbTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 18);
    private static final Texts TEXTS = new Texts("Lãi suất mới", "", "Tổ 2 nộp lãi trước ngày 25.\nHội đôn đốc.");

    private static int villages;

    private final ApplicationContext beans;
    private final KeepMinutes keep;
    private final SignMinutes sign;
    private final MeetingPages pages;
    private final OwnerDb owner;

    private Village village;
    private Village.GroupOfLoans one;
    private Village.GroupOfLoans two;
    private VillageDay may;

    MeetingDbTest(ApplicationContext beans, KeepMinutes keep, SignMinutes sign, MeetingPages pages, OwnerDb owner) {
        this.beans = beans;
        this.keep = keep;
        this.sign = sign;
        this.pages = pages;
        this.owner = owner;
    }

    @BeforeEach
    void session() {
        villages++;
        village = Village.in(beans, "GB" + villages);
        var april = VillageDay.open(beans, village);
        one = april.lend(1, 3, "HONGHEO", 30_000_000);
        two = april.lend(2, 1, "HONGHEO", 30_000_000);
        april.end();
        VillageDay.close(beans, village, DAY.minusDays(1));
        may = VillageDay.open(beans, village);
        var lines = List.of(line(0, 50_000), line(1, 0));
        var answer = beans.getBean(PostSheet.class)
                .run(village.teller, new Sheet(UUID.randomUUID(), may.session(), one.id(), lines));
        assertThat(answer.posted()).isEqualTo(2);
    }

    @Test
    void theFiguresAreThoseOfThePage() {
        may.end();
        for (var row : Golden.rows("after-the-session/figures")) {
            assertThat(owner.sql("""
                            select format('%s %s %s %s %s %s', coalesce(sum(h.amount) filter (where topic = 'OUTSTANDING'), 0),
                                          coalesce(sum(h.amount) filter (where topic = 'OVERDUE'), 0),
                                          count(*) filter (where topic = 'ARREARS'),
                                          coalesce(sum(h.amount) filter (where topic = 'ARREARS'), 0),
                                          count(*) filter (where topic = 'UNCHECKED'),
                                          coalesce(sum(h.amount) filter (where topic = 'DUE'), 0))
                              from supervision.heard(:point, cast(:day as date)) h
                             where h.group_id = :group
                            """)
                            .param("point", village.point)
                            .param("day", row.text("as_of"))
                            .param("group", row.text("group").equals("1") ? one.id() : two.id())
                            .query(String.class)
                            .single())
                    .as(row.text("why"))
                    .isEqualTo(String.join(
                            " ",
                            row.text("outstanding"),
                            row.text("overdue"),
                            row.text("arrears_loans"),
                            row.text("arrears"),
                            row.text("unchecked"),
                            row.text("due")));
        }
    }

    @Test
    void signedMinutesKeepTheirFiguresAndAreExplainedByTheirLoans() {
        may.end();
        keep(village.leader, TEXTS, Presence.DEPUTY, Presence.ABSENT);
        var before = view().groups();
        sign.run(village.leader, UUID.randomUUID(), may.session());

        assertThat(view().groups()).isEqualTo(before).hasSize(2);
        assertThat(view().signed()).isTrue();
        assertThat(view().absent()).extracting(MeetingFigures.OfGroup::code).containsExactly(village.code + "-T2");
        VillageDay.close(beans, village, LocalDate.of(2024, 6, 17));
        var june = VillageDay.open(beans, village);
        june.repay(one, 2, 1_000_000);
        june.repay(two, 0, 5_000_000);
        june.end();

        assertThat(view().groups()).as("later money changes nothing").isEqualTo(before);
        for (var group : before) {
            var figures = group.figures();
            assertThat(sum(group.id(), MeetingFigures.Topic.ARREARS))
                    .isEqualTo(figures.debt().arrears().amount());
            assertThat(sum(group.id(), MeetingFigures.Topic.DUE))
                    .isEqualTo(figures.due().amount());
            assertThat(records(group.id(), MeetingFigures.Topic.UNCHECKED))
                    .hasSize(Math.toIntExact(figures.unchecked()));
        }
        assertThat(view().root()).as("the day is sealed").isNotNull();
        var paper = pages.paper(village.director, may.session());
        assertThat(beans.getBean(Forms.class)
                        .print(paper, Purpose.SESSION)
                        .file()
                        .fileName())
                .isEqualTo("bbgb_%s-01_20240518.pdf".formatted(village.code));
        assertThat(beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {}))
                .filteredOn(check -> !check.holds())
                .isEmpty();
    }

    @Test
    void theSessionIsScoredAtTheCloseAndStaysExplained() {
        may.end();
        keep(village.leader, TEXTS, Presence.DEPUTY, Presence.ABSENT);
        sign.run(village.leader, UUID.randomUUID(), may.session());
        VillageDay.close(beans, village, LocalDate.of(2024, 6, 17));

        assertThat(points())
                .containsExactlyElementsOf(Golden.rows("after-the-session/score").stream()
                        .map(row -> String.join(
                                " ",
                                row.text("criterion"),
                                row.text("reached"),
                                row.text("out_of"),
                                row.text("weight"),
                                row.text("points")))
                        .toList());
        assertThat(score()).isEqualTo("7250 FAIR");
        var june = VillageDay.open(beans, village);
        june.repay(two, 0, 5_000_000);
        june.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 6, 18));
        assertThat(owner.sql("""
                        select p.criterion
                          from supervision.session_point p
                          left join lateral (select sum(c.reached) as reached, sum(c.out_of) as out_of
                                               from supervision.counted_of_session(p.session_id) c
                                              where c.criterion = p.criterion) c on true
                         where p.point_id = :point
                           and (p.reached, p.out_of) is distinct from (coalesce(c.reached, 0), coalesce(c.out_of, 0))
                        """)
                        .param("point", village.point)
                        .query(String.class)
                        .list())
                .as("what the page shows of a past session still makes its score")
                .isEmpty();
        assertThatThrownBy(
                        () -> owner.sql("update supervision.session_score set points = 0 where session_id = :session")
                                .param("session", may.session())
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("kept as they are");
    }

    @Test
    void withoutSignedMinutesNobodyWasThere() {
        may.end();
        keep(village.leader, TEXTS, Presence.PRESENT, Presence.PRESENT);
        VillageDay.close(beans, village, DAY);

        assertThat(score()).isEqualTo("5500 AVERAGE");
        sign.run(village.leader, UUID.randomUUID(), may.session());
        assertThat(score()).as("signed too late").isEqualTo("5500 AVERAGE");
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        refused(MeetingRefusal.MEETING_BEFORE_CLOSE, () -> keep(village.leader, TEXTS));
        may.end();
        refused(SharedRefusal.ROLE_MAY_NOT, () -> keep(village.teller, TEXTS));
        refused(MeetingRefusal.MEETING_NOT_WRITTEN, this::signed);
        refused(
                MeetingRefusal.MEETING_SEAT_UNKNOWN,
                () -> write(TEXTS, List.of(new Seat("ASSOCIATION-HPN", Presence.DEPUTY, ""))));
        refused(
                MeetingRefusal.MEETING_SEAT_UNKNOWN,
                () -> write(TEXTS, List.of(new Seat("GROUP-1", Presence.PRESENT, ""))));
        refused(MeetingRefusal.MEETING_HOLDS_NUMBER, () -> new Texts("", "số 000184000999", ""));
        refused(MeetingRefusal.MEETING_TEXT_LONG, () -> new Texts("a".repeat(4001), "", ""));
        new Texts("a".repeat(4000), "số 00018400", "");
        keep(village.leader, new Texts("", "", ""), Presence.PRESENT);
        refused(MeetingRefusal.MEETING_WITHOUT_CONCLUSION, this::signed);
        keep(village.leader, TEXTS, Presence.PRESENT);
        refused(MeetingRefusal.MEETING_SEATS_OPEN, this::signed);
        keep(village.leader, TEXTS, Presence.PRESENT, Presence.ABSENT);
        var another = village.leader;
        refused(
                MeetingRefusal.MEETING_NOT_ITS_CHAIR,
                () -> sign.run(
                        new Actor(
                                another.id() + 5,
                                another.personId() + 5,
                                "khac",
                                "Người khác",
                                Role.LEADER,
                                village.office,
                                another.scope()),
                        UUID.randomUUID(),
                        may.session()));
        signed();
        refused(MeetingRefusal.MEETING_SIGNED, this::signed);
        refused(MeetingRefusal.MEETING_SIGNED, () -> keep(village.leader, TEXTS));
        assertThatThrownBy(() -> owner.sql(
                                "update supervision.meeting_seat set presence = 'PRESENT' where point_id = :point")
                        .param("point", village.point)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("kept as they are");
        assertThatThrownBy(() -> owner.sql("update supervision.meeting set news = 'x' where session_id = :session")
                        .param("session", may.session())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("kept as they are");
    }

    private void signed() {
        sign.run(village.leader, UUID.randomUUID(), may.session());
    }

    /** Marks the groups in their order; the association is there when all groups are marked. */
    private void keep(Actor actor, Texts texts, Presence... groups) {
        var seats = new ArrayList<Seat>();
        var all = List.of(one.id(), two.id());
        for (int i = 0; i < groups.length; i++) {
            seats.add(new Seat("GROUP-" + all.get(i), groups[i], ""));
        }
        if (groups.length == all.size()) {
            seats.add(new Seat("ASSOCIATION-HPN", Presence.PRESENT, "Chị Mai"));
        }
        keep.run(actor, UUID.randomUUID(), may.session(), new WrittenMinutes(texts, seats));
    }

    private void write(Texts texts, List<Seat> seats) {
        keep.run(village.leader, UUID.randomUUID(), may.session(), new WrittenMinutes(texts, seats));
    }

    private MeetingPages.View view() {
        return pages.view(village.director, may.session(), null);
    }

    private List<MeetingFigures.Heard> records(long group, MeetingFigures.Topic topic) {
        return pages.view(village.director, may.session(), new Explained(group, topic))
                .records();
    }

    private Dong sum(long group, MeetingFigures.Topic topic) {
        return Dong.sum(
                records(group, topic).stream().map(MeetingFigures.Heard::amount).toList());
    }

    private List<String> points() {
        return owner.sql("""
                        select concat_ws(' ', criterion, reached, out_of, weight, points)
                          from supervision.session_point
                         where session_id = :session
                         order by array_position(array['SHEETS', 'INTEREST', 'PRINCIPAL', 'LINES', 'CASH', 'MINUTES', 'ATTENDANCE'], criterion)
                        """)
                .param("session", may.session())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private String score() {
        return owner.sql("select points || ' ' || class from supervision.session_score where session_id = :session")
                .param("session", may.session())
                .query(String.class)
                .single();
    }

    private SheetLine line(int member, long saving) {
        return new SheetLine(
                UUID.randomUUID(),
                one.members().get(member),
                one.loans().get(member),
                new Dong(162_740),
                new Dong(saving),
                Dong.ZERO,
                SheetLine.Payer.GROUP_HEAD);
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
