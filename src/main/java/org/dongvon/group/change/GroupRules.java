package org.dongvon.group.change;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.dongvon.group.FollowsMembers;
import org.dongvon.group.FollowsMembers.Tie;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.GroupSize;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.group.change.GroupBook.Member;
import org.dongvon.group.change.GroupBook.Place;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/** The rules of groups that more than one change asks for; docs/domain/groups.md. */
@Component
class GroupRules {

    private final GroupBook book;
    private final GroupSize size;
    private final Programmes programmes;
    private final List<FollowsMembers> followers;

    GroupRules(GroupBook book, GroupSize size, Programmes programmes, List<FollowsMembers> followers) {
        this.book = book;
        this.size = size;
        this.programmes = programmes;
        this.followers = followers;
    }

    /**
     * The meeting was held, by enough of the members, and a majority of those present agreed.
     *
     * @throws Refused {@link GroupRefusal#MEETING_NOT_HELD_YET}, {@link GroupRefusal#VOTES_DO_NOT_ADD}, {@link
     *     GroupRefusal#MEETING_WITHOUT_QUORUM}, {@link GroupRefusal#NOT_CARRIED}
     */
    void requireCarried(Minutes minutes, int members, LocalDate openDay) {
        if (minutes.heldOn().isAfter(openDay)) {
            throw new Refused(GroupRefusal.MEETING_NOT_HELD_YET, minutes.heldOn(), openDay);
        }
        if (minutes.present() < 1 || minutes.present() > members || minutes.inFavour() > minutes.present()) {
            throw new Refused(GroupRefusal.VOTES_DO_NOT_ADD, members);
        }
        var rules = programmes.current().parameters();
        var quorum = rules.fraction(ParameterCode.GROUP_SELECTION_QUORUM, minutes.heldOn());
        if (quorum.compare(minutes.present(), members) < 0) {
            throw new Refused(GroupRefusal.MEETING_WITHOUT_QUORUM, minutes.present(), members, quorum.toString());
        }
        var majority = rules.fraction(ParameterCode.GROUP_SELECTION_MAJORITY, minutes.heldOn());
        if (majority.compare(minutes.inFavour(), minutes.present()) <= 0) {
            throw new Refused(GroupRefusal.NOT_CARRIED, minutes.inFavour(), minutes.present(), majority.toString());
        }
    }

    /**
     * The minutes name as many members as they count.
     *
     * @throws Refused {@link GroupRefusal#ATTENDANCE_DIFFERS}
     */
    void requireNamed(int named, Minutes minutes) {
        if (named != minutes.present()) {
            throw new Refused(GroupRefusal.ATTENDANCE_DIFFERS, named, minutes.present());
        }
    }

    /**
     * V01, the upper end.
     *
     * @throws Refused {@link GroupRefusal#GROUP_FULL}
     */
    void requireRoom(int members, int more, LocalDate day) {
        size.requireRoom(members, more, day);
    }

    /**
     * V01, the lower end, where a group begins.
     *
     * @throws Refused {@link GroupRefusal#GROUP_TOO_SMALL}
     */
    void requireEnough(int members, LocalDate day) {
        long least = size.least(day);
        if (members < least) {
            throw new Refused(GroupRefusal.GROUP_TOO_SMALL, members, least);
        }
    }

    /**
     * V02: people live in the group's hamlet, or in one next to it in the same commune.
     *
     * @throws Refused {@link GroupRefusal#HAMLET_NOT_ADJACENT}
     */
    void requireNear(long pointId, String groupHamlet, Collection<String> hamlets) {
        var neighbours = book.neighbours(pointId, groupHamlet);
        for (var hamlet : hamlets) {
            if (!hamlet.equals(groupHamlet) && !neighbours.contains(hamlet)) {
                throw new Refused(GroupRefusal.HAMLET_NOT_ADJACENT, hamlet, groupHamlet);
            }
        }
    }

    /** Whether people of a hamlet may be in a group of another (V02). */
    boolean isNear(long pointId, String groupHamlet, String hamlet) {
        return hamlet.equals(groupHamlet)
                || book.neighbours(pointId, groupHamlet).contains(hamlet);
    }

    /**
     * A household goes to live elsewhere in the area of its point. The books of points are apart, so another point's hamlet, and
     * with it another commune's, is none to move to.
     *
     * @throws Refused {@link GroupRefusal#HOUSEHOLD_LIVES_THERE}, {@link GroupRefusal#HAMLET_NOT_OF_POINT}
     */
    void requireMove(Place place, String from, String to) {
        if (to.equals(from)) {
            throw new Refused(GroupRefusal.HOUSEHOLD_LIVES_THERE, to);
        }
        if (!book.hamlets(place.pointId()).contains(to)) {
            throw new Refused(GroupRefusal.HAMLET_NOT_OF_POINT, to, place.point());
        }
    }

    /**
     * V03: two people, neither of them a standing member of the association.
     *
     * @throws Refused {@link GroupRefusal#BOARD_OF_ONE}, {@link GroupRefusal#STANDING_ON_BOARD}
     */
    void requireBoard(long headPerson, long deputyPerson, LocalDate day) {
        if (headPerson == deputyPerson) {
            throw new Refused(GroupRefusal.BOARD_OF_ONE);
        }
        book.standing(List.of(headPerson, deputyPerson), day).ifPresent(name -> {
            throw new Refused(GroupRefusal.STANDING_ON_BOARD, name);
        });
    }

    /**
     * Nothing is owed, nothing asked for, and the deposit is settled.
     *
     * @throws Refused {@link GroupRefusal#MEMBER_OWES}, {@link GroupRefusal#MEMBER_APPLIES}, {@link
     *     GroupRefusal#MEMBER_HAS_DEPOSIT}
     */
    void requireFree(Collection<Long> members) {
        followers.stream()
                .flatMap(each -> each.ties(members).stream())
                .findFirst()
                .ifPresent(GroupRules::refuse);
    }

    /**
     * Nothing that the head took waits to be counted, and no session with a line of theirs is open: the old group's sheet is done
     * with, and the new one's begins with the next.
     *
     * @throws Refused {@link GroupRefusal#MEMBER_MONEY_ON_ITS_WAY}
     */
    void requireNothingOnItsWay(Collection<Member> members) {
        var ids = members.stream().map(Member::id).toList();
        followers.stream()
                .flatMap(each -> each.pending(ids).stream())
                .findFirst()
                .ifPresent(pending -> {
                    var whose = members.stream()
                            .filter(each -> each.id() == pending.memberId())
                            .findFirst()
                            .orElseThrow();
                    throw new Refused(
                            GroupRefusal.MEMBER_MONEY_ON_ITS_WAY, whose.person().shown(), pending.on());
                });
    }

    private static void refuse(Tie tie) {
        throw switch (tie.kind()) {
            case LOAN -> new Refused(GroupRefusal.MEMBER_OWES, tie.record(), tie.amount());
            case APPLICATION -> new Refused(GroupRefusal.MEMBER_APPLIES, tie.record());
            case DEPOSIT -> new Refused(GroupRefusal.MEMBER_HAS_DEPOSIT, tie.amount());
        };
    }

    /**
     * Two groups of one commune and one association: a move between them moves no total.
     *
     * @throws Refused {@link GroupRefusal#SAME_GROUP}, {@link GroupRefusal#GROUP_CLOSED}, {@link
     *     GroupRefusal#OTHER_POINT}, {@link GroupRefusal#OTHER_ASSOCIATION}
     */
    void requireBeside(Group from, Group to) {
        if (from.id() == to.id()) {
            throw new Refused(GroupRefusal.SAME_GROUP, to.code());
        }
        requireOpen(to);
        if (from.pointId() != to.pointId()) {
            throw new Refused(GroupRefusal.OTHER_POINT, to.code());
        }
        if (!from.association().code().equals(to.association().code())) {
            throw new Refused(GroupRefusal.OTHER_ASSOCIATION, to.code());
        }
    }

    /**
     * A group that works.
     *
     * @throws Refused {@link GroupRefusal#GROUP_CLOSED}
     */
    void requireOpen(Group group) {
        if (!group.isOpen()) {
            throw new Refused(GroupRefusal.GROUP_CLOSED, group.code());
        }
    }
}
