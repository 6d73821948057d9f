package org.dongvon.group.change;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dongvon.group.CreditGroups.NewGroup;
import org.dongvon.group.CreditGroups.NewMember;
import org.dongvon.group.CreditGroups.Office;
import org.dongvon.group.FollowsMembers;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Household;
import org.dongvon.group.change.GroupBook.Person;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.timeline.Subject;
import org.springframework.stereotype.Component;

/**
 * A group is founded (thành lập Tổ): the association or the officer enters the minutes of the founding meeting (10/TD), the commune's people's
 * committee approves in writing. Of the households the first sends the head, the second the deputy. The subject is the new
 * group's code with the people.
 */
@Component
class FoundGroup implements ChangeKind {

    static final String NAME = "group.founding";

    static final List<Field> FIELDS = Stream.concat(
                    Stream.of(
                            new Field("point", Field.Type.TEXT),
                            new Field("code", Field.Type.TEXT),
                            new Field("title", Field.Type.TEXT),
                            new Field("hamlet", Field.Type.TEXT),
                            new Field("association", Field.Type.CHOICE, List.of("HPN", "HND", "CCB", "DTN")),
                            new Field("households", Field.Type.HOUSEHOLDS),
                            new Field("saving", Field.Type.MONEY),
                            new Field("meets", Field.Type.COUNT)),
                    Minutes.FIELDS.stream())
            .toList();

    private final Desk desk;
    private final List<FollowsMembers> followers;

    FoundGroup(Desk desk, List<FollowsMembers> followers) {
        this.desk = desk;
        this.followers = followers;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return GroupChange.LEADING;
    }

    @Override
    public List<Role> approvers() {
        return GroupChange.COMMUNE;
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.GROUP;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(GroupChange.code(subject));
    }

    @Override
    public List<Long> people(String subject) {
        return desk.book().seen(founders(subject));
    }

    private static List<Long> founders(String subject) {
        return Arrays.stream(subject.split(":")).skip(1).map(Long::valueOf).toList();
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return desk.book().point(wanted.textOf("point")).id();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var point = desk.book().point(wanted.textOf("point"));
        GroupCode.require(desk, wanted.textOf("code"));
        requireOwn(actor, GroupChange.choice(wanted, "association"));
        AgreeConvention.requireMonths(wanted.countOf("meets"));
        var founders = founders(wanted, point.openDay());
        desk.rules().requireCarried(Minutes.of(wanted), founders.size(), point.openDay());
        desk.rules().requireEnough(founders.size(), point.openDay());
        desk.rules().requireRoom(0, founders.size(), point.openDay());
        Newcomers.check(desk, founders, point.id(), wanted.textOf("hamlet"));
        desk.rules()
                .requireBoard(
                        founders.get(0).speaker().id(),
                        founders.get(1).speaker().id(),
                        point.openDay());
    }

    /** An association founds its own groups. */
    private static void requireOwn(Actor actor, String association) {
        var own = actor.scope().narrowing().association();
        if (own != null && !own.equals(association)) {
            throw new Refused(GroupRefusal.NOT_YOUR_ASSOCIATION);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        var day = approved.place().day();
        var founders = founders(wanted, day);
        long group = desk.groups()
                .form(
                        approved.place().pointId(),
                        new NewGroup(
                                wanted.textOf("code"),
                                wanted.textOf("title"),
                                wanted.textOf("hamlet"),
                                GroupChange.choice(wanted, "association"),
                                day));
        var members = desk.groups()
                .admit(
                        group,
                        day,
                        IntStream.range(0, founders.size())
                                .mapToObj(i -> member(founders.get(i), i, wanted))
                                .toList());
        followers.forEach(each -> each.joined(members));
        desk.writes().convention(approved, group);
        desk.writes().meeting(approved, group, Minutes.Purpose.FOUNDING, founders.size());
    }

    private static NewMember member(Household household, int place, Facts wanted) {
        var office = switch (place) {
            case 0 -> Office.HEAD;
            case 1 -> Office.DEPUTY;
            default -> null;
        };
        return new NewMember(household.id(), household.speaker().id(), wanted.dongOf("saving"), office);
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        var value = fact.value();
        if (!fact.name().equals("households") || value == null) {
            return Optional.empty();
        }
        var ids = founders(subject);
        var known = desk.book().people(ids).stream().collect(Collectors.toMap(Person::id, Person::shown));
        return Optional.of(value.replace(" ", ", ") + ": "
                + ids.stream().map(id -> known.getOrDefault(id, "•••")).collect(Collectors.joining(", ")));
    }

    @Override
    public String form(String subject) {
        return "/groups/new";
    }

    /** The subject of founding a group by these households. */
    String subject(Facts wanted) {
        var point = desk.book().point(wanted.textOf("point"));
        return Newcomers.subject(wanted.textOf("code"), founders(wanted, point.openDay()));
    }

    private List<Household> founders(Facts wanted, LocalDate day) {
        return Newcomers.of(desk, wanted.textOf("households"), day);
    }
}
