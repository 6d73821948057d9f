package org.dongvon.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Applications of a group of three households, each with 50 million đồng approved, at both sides of every rule. */
@PostgresTest
@TestInstance(Lifecycle.PER_CLASS)
class ApplicationDbTest {

    private static final String PROGRAMME = "HONGHEO";

    private final ApplicationContext beans;
    private final WriteApplication write;
    private final MoveApplication move;
    private final HoldMeeting meeting;
    private final OwnerDb owner;

    private Village village;
    private int groups;

    ApplicationDbTest(
            ApplicationContext beans,
            WriteApplication write,
            MoveApplication move,
            HoldMeeting meeting,
            OwnerDb owner) {
        this.beans = beans;
        this.write = write;
        this.move = move;
        this.meeting = meeting;
        this.owner = owner;
    }

    @BeforeAll
    void village() {
        village = Village.in(beans, "APPLY");
    }

    @Test
    void theDatabaseHoldsTheMapOfTheProgram() {
        var rows = owner.sql("""
                        select format('| %s | %s | %s | %s | %s | %s |', path, move, from_step, to_step, role,
                                      case when needs_reason then 'yes' else 'no' end)
                          from loan.transition
                        """).query(String.class).list();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(ApplicationMapTest.map());
    }

    @Test
    void goesFromTheGroupToTheCommunesAnswer() {
        var group = group();
        String first = submitted(group, 0, 50_000_000, 120);
        String second = submitted(group, 1, 20_000_000, 36);

        var chosen = hold(group, 3, List.of(new HoldMeeting.Vote(first, 2, 1), new HoldMeeting.Vote(second, 3, 0)));
        assertThat(chosen).containsExactly(first, second);
        assertThat(move(association(), first, Move.SEND)).isEqualTo(Step.AT_COMMUNE);
        assertThat(move(association(), second, Move.SEND)).isEqualTo(Step.AT_COMMUNE);
        assertThat(move(commune(), first, Move.CONFIRM)).isEqualTo(Step.CONFIRMED);
        assertThat(move(commune(), second, Move.REFUSE)).isEqualTo(Step.REFUSED);

        assertThat(step(first)).isEqualTo("CONFIRMED");
        assertThat(step(second)).isEqualTo("REFUSED");
        assertThat(owner.sql(
                                "select count(*) from loan.application_event e join loan.application a on a.id = e.application_id where a.code = :id")
                        .param("id", first)
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void aMeetingNeedsItsQuorum() {
        var group = group();
        String id = submitted(group, 0, 10_000_000, 36);

        refused(
                ApplicationRefusal.MEETING_WITHOUT_QUORUM,
                () -> hold(group, 1, List.of(new HoldMeeting.Vote(id, 1, 0))));
        assertThat(step(id)).isEqualTo("AT_GROUP");
        assertThat(hold(group, 2, List.of(new HoldMeeting.Vote(id, 2, 0)))).containsExactly(id);
    }

    @Test
    void halfOfThosePresentIsNoMajority() {
        var group = group();
        String id = submitted(group, 0, 10_000_000, 36);

        assertThat(hold(group, 2, List.of(new HoldMeeting.Vote(id, 1, 0)))).isEmpty();
        assertThat(step(id)).isEqualTo("REJECTED");
    }

    @Test
    void noMoreVotesThanPeople() {
        var group = group();
        String id = submitted(group, 0, 10_000_000, 36);

        refused(ApplicationRefusal.VOTES_DO_NOT_ADD, () -> hold(group, 2, List.of(new HoldMeeting.Vote(id, 2, 1))));
        refused(ApplicationRefusal.VOTES_DO_NOT_ADD, () -> hold(group, 4, List.of(new HoldMeeting.Vote(id, 4, 0))));
    }

    @Test
    void theCapCountsWhatIsApprovedAndWhatIsAskedFor() {
        var group = group();
        String above = draft(group, 0, 50_000_001, 36);
        refused(ApplicationRefusal.APPLICATION_ABOVE_CAP, () -> move(head(group), above, Move.SUBMIT));

        submitted(group, 0, 50_000_000, 36);
        String sibling = draft(group, 0, 1, 36);
        refused(ApplicationRefusal.APPLICATION_ABOVE_CAP, () -> move(head(group), sibling, Move.SUBMIT));
        assertThat(step(sibling)).isEqualTo("DRAFT");
    }

    @Test
    void theTermIsTheProgrammes() {
        var group = group();
        submitted(group, 0, 10_000_000, 120);
        String longer = draft(group, 1, 10_000_000, 121);

        refused(ApplicationRefusal.APPLICATION_TERM_TOO_LONG, () -> move(head(group), longer, Move.SUBMIT));
    }

    @Test
    void everyStepHasItsTurnItsRoleAndItsReason() {
        var group = group();
        String id = submitted(group, 0, 10_000_000, 36);

        refused(ApplicationRefusal.APPLICATION_ELSEWHERE, () -> move(commune(), id, Move.CONFIRM));
        refused(ApplicationRefusal.APPLICATION_NEEDS_VOTE, () -> move(head(group), id, Move.ACCEPT));
        refused(SharedRefusal.ROLE_MAY_NOT, () -> move(head(group), id, Move.SEND));
        refused(
                ApplicationRefusal.APPLICATION_NEEDS_REASON,
                () -> new MoveApplication.Wish(UUID.randomUUID(), List.of(id), Move.WITHDRAW, "  "));
        assertThat(move(head(group), id, Move.WITHDRAW)).isEqualTo(Step.WITHDRAWN);
    }

    @Test
    void whoBroughtItDoesNotAnswerForTheCommune() {
        var group = group();
        String id = submitted(group, 0, 10_000_000, 36);
        hold(group, 3, List.of(new HoldMeeting.Vote(id, 3, 0)));
        move(association(), id, Move.SEND);

        var both = actor(village.teller, Role.COMMUNE_OFFICIAL, Narrowing.NONE);
        refused(ApplicationRefusal.APPLICATION_SAME_PERSON, () -> move(both, id, Move.CONFIRM));
        assertThatThrownBy(() -> owner.sql("""
                        insert into loan.application_event (application_id, path, point_id, move, from_step, to_step, role,
                                                            needs_reason, human, happened_on, submission)
                        select e.application_id, e.path, e.point_id, 'CONFIRM', 'AT_COMMUNE', 'CONFIRMED', 'COMMUNE_OFFICIAL', false,
                               e.human, e.happened_on, e.submission
                          from loan.application_event e join loan.application a on a.id = e.application_id
                         where a.code = :id and e.move = 'SUBMIT'
                        """).param("id", id).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("application_event_two_people");
    }

    @Test
    void anotherGroupsHeadSeesNothingOfIt() {
        var group = group();
        String id = submitted(group, 0, 10_000_000, 36);
        var other = group();

        refused(ApplicationRefusal.UNKNOWN_APPLICATION, () -> move(head(other), id, Move.WITHDRAW));
        refused(ApplicationRefusal.UNKNOWN_MEMBER, () -> write.run(head(other), wish(group, 0, 1_000_000, 12)));
    }

    @Test
    void theSameKeyIsTheSameApplication() {
        var group = group();
        var wish = wish(group, 0, 1_000_000, 12);

        assertThat(write.run(head(group), wish)).isEqualTo(write.run(head(group), wish));
    }

    private Village.GroupOfLoans group() {
        groups++;
        return village.group(groups, 3, PROGRAMME, 50_000_000, Village.FIRST_DAY);
    }

    private static WriteApplication.Wish wish(Village.GroupOfLoans group, int member, long amount, int months) {
        return new WriteApplication.Wish(
                UUID.randomUUID(),
                group.members().get(member),
                PROGRAMME,
                "Nuôi bò sinh sản",
                new Dong(amount),
                months,
                Math.min(months, 12));
    }

    private String draft(Village.GroupOfLoans group, int member, long amount, int months) {
        return write.run(head(group), wish(group, member, amount, months));
    }

    private String submitted(Village.GroupOfLoans group, int member, long amount, int months) {
        String id = draft(group, member, amount, months);
        assertThat(move(head(group), id, Move.SUBMIT)).isEqualTo(Step.AT_GROUP);
        return id;
    }

    private List<String> hold(Village.GroupOfLoans group, int present, List<HoldMeeting.Vote> votes) {
        return meeting.run(head(group), new HoldMeeting.Minutes(UUID.randomUUID(), Village.FIRST_DAY, present, votes));
    }

    private Step move(Actor actor, String id, Move way) {
        move.run(actor, new MoveApplication.Wish(UUID.randomUUID(), List.of(id), way, "Hộ đã rời khỏi địa bàn"));
        return Step.valueOf(step(id));
    }

    private String step(String id) {
        return owner.sql("select step from loan.application where code = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private Actor head(Village.GroupOfLoans group) {
        return actor(village.teller, Role.GROUP_HEAD, Narrowing.ofGroup(group.id()));
    }

    private Actor association() {
        return actor(village.controller, Role.ASSOCIATION_STAFF, Narrowing.ofAssociation("HPN"));
    }

    private Actor commune() {
        return actor(village.leader, Role.COMMUNE_OFFICIAL, Narrowing.NONE);
    }

    private Actor actor(Actor who, Role role, Narrowing narrowing) {
        return new Actor(
                who.id(),
                who.personId(),
                who.login(),
                who.name(),
                role,
                village.office,
                Scope.of(village.point).narrowedTo(narrowing));
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
