package org.dongvon.group.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dongvon.group.change.GroupRequests.minutes;
import static org.dongvon.group.change.GroupRequests.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.Facts;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Two groups of six members with a loan each, and what two persons change of them; docs/domain/groups.md. */
@PostgresTest
class GroupChangesDbTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    private static int villages;

    private Village village;
    private String code;
    private GroupRequests requests;
    private Village.GroupOfLoans first;
    private Village.GroupOfLoans second;
    private long session;

    GroupChangesDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @BeforeEach
    void groups() {
        villages++;
        code = "CHG" + villages;
        village = Village.in(beans, code);
        requests = new GroupRequests(beans, village, code);
        session = village.openSession(900_000_000);
        first = village.group(1, 6, "HONGHEO", 10_000_000, Village.FIRST_DAY);
        second = village.group(2, 6, "HONGHEO", 10_000_000, Village.FIRST_DAY);
        village.payOut(session, first);
    }

    @Test
    void aMeetingNeedsQuorumAndMajority() {
        var into = Facts.none().text("member", person(first, 0)).text("into", code + "-T2");
        refused(GroupRefusal.MEETING_WITHOUT_QUORUM, () -> requests.ask("transfer", 1, minutes(into, 3, 3)));
        refused(GroupRefusal.NOT_CARRIED, () -> requests.ask("transfer", 1, minutes(into, 4, 2)));
        refused(GroupRefusal.VOTES_DO_NOT_ADD, () -> requests.ask("transfer", 1, minutes(into, 7, 7)));
        refused(GroupRefusal.VOTES_DO_NOT_ADD, () -> requests.ask("transfer", 1, minutes(into, 5, 6)));
        refused(
                GroupRefusal.MEETING_NOT_HELD_YET,
                () -> requests.ask(
                        "transfer",
                        1,
                        into.date("held", Village.FIRST_DAY.plusDays(1))
                                .count("present", 4)
                                .count("favour", 3)));

        requests.approve(village.director, requests.ask("transfer", 1, minutes(into, 4, 3)));
        assertThat(owner.sql(
                                "select kind || ' ' || members || ' ' || present || ' ' || in_favour from \"group\".meeting where group_id = :group")
                        .param("group", first.id())
                        .query(String.class)
                        .list())
                .containsExactly("MOVE 6 4 3");
    }

    @Test
    void loansAndDepositsFollowTheMemberAndNothingElseMoves() {
        var totals = owner.sql("select count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from position.total")
                .query(String.class)
                .single();
        requests.approve(village.director, requests.ask("transfer", 1, minutes(into(first, 0), 6, 6)));

        assertThat(owner.sql("select group_id from loan.loan where id = :loan")
                        .param("loan", first.loans().get(0))
                        .query(Long.class)
                        .single())
                .isEqualTo(second.id());
        assertThat(members(second.id())).hasSize(7).contains(first.members().get(0));
        assertThat(owner.sql(
                                "select group_id || ' ' || coalesce(to_on::text, '-') from \"group\".membership where member_id = :member"
                                        + " order by from_on")
                        .param("member", first.members().get(0))
                        .query(String.class)
                        .list())
                .containsExactly(first.id() + " 2024-04-18", second.id() + " -");
        assertThat(owner.sql("select count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from position.total")
                        .query(String.class)
                        .single())
                .isEqualTo(totals);
        assertThat(post(first.id(), first, 1, 5_000)).isEmpty();
        refused(GroupRefusal.MEMBER_MONEY_ON_ITS_WAY, () -> requests.ask("transfer", 1, minutes(into(first, 1), 5, 5)));
        refused(
                GroupRefusal.MEMBER_MONEY_ON_ITS_WAY,
                () -> requests.ask("merge", 1, minutes(Facts.none().text("into", code + "-T2"), 5, 5)));
        refused(GroupRefusal.MEMBER_MONEY_ON_ITS_WAY, () -> {
            headTook(first, 2);
            requests.ask("transfer", 1, minutes(into(first, 2), 5, 5));
        });
        // Their money is brought by the new group from now on.
        assertThat(post(second.id(), first, 0, 5_000)).isEmpty();
        assertThat(post(first.id(), first, 0, 5_000)).containsExactly(SessionRefusal.WRONG_GROUP.name());
        assertHolds();
    }

    private void headTook(Village.GroupOfLoans group, int member) {
        owner.sql("""
                        insert into session.provisional (line_id, point_id, group_id, member_id, loan_id, session_on, taken_on, interest,
                                                         saving, taker_id, taker)
                        values (gen_random_uuid(), :point, :group, :member, null, '2024-04-18', '2024-04-18', 0, 5000, 1, 'Tổ trưởng')
                        """)
                .param("point", village.point)
                .param("group", group.id())
                .param("member", group.members().get(member))
                .update();
    }

    @Test
    void aRegularMeetingNamesWhoCame() {
        var three = Facts.none()
                .text("place", "nhà văn hóa")
                .text("attended", person(first, 0) + " " + person(first, 2) + " " + person(first, 4));
        refused(GroupRefusal.ATTENDANCE_DIFFERS, () -> requests.ask("meeting", 1, minutes(three, 4, 3)));
        refused(
                GroupRefusal.UNKNOWN_MEMBER,
                () -> requests.ask(
                        "meeting",
                        1,
                        minutes(Facts.none().text("place", "x").text("attended", person(second, 0)), 4, 3)));
        var four = Facts.none()
                .text("place", "nhà văn hóa")
                .text("attended", three.textOf("attended") + " " + person(first, 5));
        requests.approve(village.director, requests.ask("meeting", 1, minutes(four, 4, 3)));

        assertThat(owner.sql(
                                "select a.member_id from \"group\".attendance a join \"group\".meeting m on m.id = a.meeting_id"
                                        + " where m.group_id = :group order by a.member_id")
                        .param("group", first.id())
                        .query(Long.class)
                        .list())
                .containsExactly(
                        first.members().get(0),
                        first.members().get(2),
                        first.members().get(4),
                        first.members().get(5));
        assertThatThrownBy(() -> owner.sql("insert into \"group\".attendance (meeting_id, member_id, point_id)"
                                + " select meeting_id, :member, point_id from \"group\".attendance limit 1")
                        .param("member", first.members().get(1))
                        .update())
                .hasMessageContaining("names as many members as it counts");
    }

    @Test
    void membersMoveWithinOneAssociation() {
        owner.sql("update \"group\".credit_group set association = 'HND' where id = :group")
                .param("group", second.id())
                .update();
        refused(GroupRefusal.OTHER_ASSOCIATION, () -> requests.ask("transfer", 1, minutes(into(first, 0), 6, 6)));
        refused(
                GroupRefusal.SAME_GROUP,
                () -> requests.ask(
                        "transfer",
                        1,
                        minutes(Facts.none().text("member", person(first, 0)).text("into", code + "-T1"), 6, 6)));
    }

    @Test
    void nobodyLeavesWhoOwesOrHasADeposit() {
        var exit = minutes(Facts.none().text("member", person(first, 1)), 6, 6);
        refused(GroupRefusal.MEMBER_OWES, () -> requests.ask("exit", 1, exit));
        refused(
                GroupRefusal.MEMBER_OWES,
                () -> requests.ask("dissolution", 1, minutes(Facts.none().text("cause", "không còn nhu cầu"), 6, 6)));

        post(first.id(), first, 1, 20_000);
        owner.sql("update loan.loan set stage = 'CLOSED', closed_on = disbursed_on where id = :loan")
                .param("loan", first.loans().get(1))
                .update();
        refused(GroupRefusal.MEMBER_HAS_DEPOSIT, () -> requests.ask("exit", 1, exit));

        owner.sql("update loan.loan set stage = 'CLOSED', closed_on = disbursed_on where id = :loan")
                .param("loan", first.loans().get(2))
                .update();
        requests.approve(
                village.director,
                requests.ask("exit", 1, minutes(Facts.none().text("member", person(first, 2)), 6, 6)));
        assertThat(members(first.id()))
                .hasSize(5)
                .doesNotContain(first.members().get(2));
        assertThat(owner.sql("select closed_on::text from savings.account where member_id = :member")
                        .param("member", first.members().get(2))
                        .query(String.class)
                        .single())
                .isEqualTo("2024-04-18");
    }

    @Test
    void aGroupIsTakenUpByAnother() {
        requests.approve(
                requests.commune(),
                requests.ask("merge", 1, minutes(Facts.none().text("into", code + "-T2"), 5, 5)));

        assertThat(members(second.id())).hasSize(12).containsAll(first.members());
        assertThat(members(first.id())).isEmpty();
        assertThat(owner.sql("select count(*) from loan.loan where group_id = :group")
                        .param("group", second.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(12);
        refused(
                GroupRefusal.GROUP_CLOSED,
                () -> requests.ask("meeting", 1, minutes(Facts.none().text("place", "nhà văn hóa"), 1, 1)));
        assertHolds();
    }

    @Test
    void aGroupIsSplitWhenBothPartsAreLargeEnough() {
        requests.approve(
                requests.commune(),
                requests.ask("merge", 1, minutes(Facts.none().text("into", code + "-T2"), 5, 5)));
        refused(GroupRefusal.GROUP_TOO_SMALL, () -> requests.ask("split", 2, minutes(split(4), 12, 12)));
        requests.approve(requests.commune(), requests.ask("split", 2, minutes(split(5), 12, 12)));

        assertThat(owner.sql("select string_agg(office_held, ' ' order by office_held desc) from \"group\".member m"
                                + " join \"group\".credit_group g on g.id = m.group_id where g.code = :code")
                        .param("code", code + "-T3")
                        .query(String.class)
                        .single())
                .isEqualTo("HEAD DEPUTY");
        assertThat(members(second.id())).hasSize(7);
        assertHolds();
    }

    private Facts split(int leaving) {
        var people = new ArrayList<String>();
        for (int i = 0; i < leaving; i++) {
            people.add(person(first, i));
        }
        return Facts.none()
                .text("code", code + "-T3")
                .text("title", "Tổ 3")
                .text("hamlet", "khu 1")
                .text("members", String.join(" ", people))
                .text("head", person(first, 0))
                .text("deputy", person(first, 1));
    }

    @Test
    void theBoardIsTwoPeopleAndNoStandingMember() {
        refused(GroupRefusal.BOARD_OF_ONE, () -> requests.ask("board", 1, minutes(board(0, 0), 6, 6)));
        requests.approve(
                village.director,
                requests.ask(
                        "standing",
                        1,
                        Facts.none().text("member", person(first, 1)).word("stands", "group-change.stands.YES")));
        refused(GroupRefusal.STANDING_ON_BOARD, () -> requests.ask("board", 1, minutes(board(0, 1), 6, 6)));

        requests.approve(requests.commune(), requests.ask("board", 1, minutes(board(0, 2), 6, 6)));
        requests.approve(requests.commune(), requests.ask("board", 1, minutes(board(3, 2), 6, 6)));
        assertThat(owner.sql("select former_head || ' ' || new_head || ' ' || provisional from \"group\".handover"
                                + " where group_id = :group and former_head is not null")
                        .param("group", first.id())
                        .query(String.class)
                        .list())
                .containsExactly(first.members().get(0) + " " + first.members().get(3) + " 300000");
        refused(GroupRefusal.ON_THE_BOARD, () -> requests.ask("transfer", 1, minutes(into(first, 3), 6, 6)));
    }

    private Facts board(int head, int deputy) {
        return Facts.none()
                .text("head", person(first, head))
                .text("deputy", person(first, deputy))
                .dong("provisional", new Dong(300_000));
    }

    @Test
    void aHeadBringsDepositsUnderAContractThatCoversThem() {
        refused(
                GroupRefusal.CONTRACT_NEEDS_BOARD,
                () -> requests.ask("contract", 1, contract("INTEREST", Village.FIRST_DAY)));
        requests.approve(requests.commune(), requests.ask("board", 1, minutes(board(0, 1), 6, 6)));
        refused(
                GroupRefusal.CONTRACT_NOT_SIGNED_YET,
                () -> requests.ask("contract", 1, contract("INTEREST", Village.FIRST_DAY.plusDays(1))));
        assertThat(post(first.id(), first, 0, 5_000)).isEmpty();

        requests.approve(village.director, requests.ask("contract", 1, contract("INTEREST", Village.FIRST_DAY)));
        assertThat(post(first.id(), first, 0, 5_000)).containsExactly(SessionRefusal.NO_CONTRACT_FOR_DEPOSITS.name());
        refused(
                GroupRefusal.CONTRACT_NOT_LATER,
                () -> requests.ask("contract", 1, contract("INTEREST_AND_SAVINGS", Village.FIRST_DAY)));
    }

    private static Facts contract(String covers, LocalDate signed) {
        return Facts.none()
                .text("number", "12/HĐUN")
                .date("signed", signed)
                .word("covers", "group-change.covers." + covers);
    }

    private Facts into(Village.GroupOfLoans group, int member) {
        return Facts.none().text("member", person(group, member)).text("into", code + "-T2");
    }

    private String person(Village.GroupOfLoans group, int member) {
        return owner.sql("select person_id::text from \"group\".member where id = :member")
                .param("member", group.members().get(member))
                .query(String.class)
                .single();
    }

    private List<Long> members(long group) {
        return owner.sql("select id from \"group\".member where group_id = :group and left_on is null order by ordinal")
                .param("group", group)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** The head brings a deposit; the names of what was refused. */
    private List<String> post(long group, Village.GroupOfLoans of, int member, long saving) {
        var line = new SheetLine(
                UUID.randomUUID(),
                of.members().get(member),
                null,
                Dong.ZERO,
                new Dong(saving),
                Dong.ZERO,
                SheetLine.Payer.GROUP_HEAD);
        var answer = beans.getBean(PostSheet.class)
                .run(village.teller, new Sheet(UUID.randomUUID(), session, group, List.of(line)));
        return answer.others().stream()
                .map(each -> Objects.requireNonNull(each.refusal()).code())
                .toList();
    }

    private void assertHolds() {
        assertThat(beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {}))
                .filteredOn(check -> !check.holds())
                .isEmpty();
    }
}
