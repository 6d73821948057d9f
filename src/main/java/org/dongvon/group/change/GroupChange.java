package org.dongvon.group.change;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.group.change.GroupBook.Member;
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
import org.jspecify.annotations.Nullable;

/**
 * A change of one group that two persons make. The subject is the group's code, and after colons the people it names, so
 * that whoever looks at the request is logged: {@code LC-T12:140737488355412}.
 *
 * <p>Most changes are agreed on in a meeting: the form asks for its minutes, the check for quorum and majority, and the
 * approval enters it among the group's meetings.
 */
abstract class GroupChange implements ChangeKind {

    /** Those who stand near a group. */
    static final Set<Role> NEAR = Set.of(Role.GROUP_HEAD, Role.ASSOCIATION_STAFF, Role.CREDIT_OFFICER);

    /** Those who lead groups of an area. */
    static final Set<Role> LEADING = Set.of(Role.ASSOCIATION_STAFF, Role.CREDIT_OFFICER);

    static final Set<Role> OFFICER = Set.of(Role.CREDIT_OFFICER);

    static final List<Role> COMMUNE = List.of(Role.COMMUNE_OFFICIAL);

    static final List<Role> BANK = List.of(Role.DIRECTOR);

    /** Who came, by name, where the minutes name them. */
    static final String ATTENDED = "attended";

    private final Desk desk;
    private final Shape shape;

    GroupChange(Desk desk, Shape shape) {
        this.desk = desk;
        this.shape = shape;
    }

    /** What is particular about it beyond the shape: refuses what the rules of groups do not allow. */
    abstract void check(Group group, Facts wanted);

    /** Makes it, before its meeting is entered; the members are those of before. */
    abstract void make(Group group, Approved approved);

    Desk desk() {
        return desk;
    }

    String slug() {
        return shape.slug();
    }

    /** The fields of the form: its own, then those of the minutes. */
    List<Field> fields() {
        return shape.purpose() == null
                ? shape.fields()
                : Stream.concat(shape.fields().stream(), Minutes.FIELDS.stream())
                        .toList();
    }

    @Override
    public String name() {
        return "group." + shape.slug();
    }

    @Override
    public Set<Role> makers() {
        return shape.makers();
    }

    @Override
    public List<Role> approvers() {
        return shape.approvers();
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
        var code = code(subject);
        return Label.same(desk.book().find(code).map(Group::name).orElse(code) + " · " + code);
    }

    @Override
    public List<Long> people(String subject) {
        return Arrays.stream(subject.split(":")).skip(1).map(Long::valueOf).toList();
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return desk.book().get(code(subject)).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var group = desk.book().get(code(subject));
        desk.book()
                .lock(wanted.all().stream()
                        .filter(fact -> typeOf(fact.name()) == Field.Type.GROUP)
                        .map(Fact::value)
                        .collect(Collectors.collectingAndThen(
                                Collectors.toList(),
                                others -> Stream.concat(others.stream(), Stream.of(group.code()))
                                        .toList())));
        return wanted.emptied();
    }

    @Override
    public final void check(Actor actor, String subject, Facts current, Facts wanted) {
        var group = desk.book().get(code(subject));
        desk.rules().requireOpen(group);
        if (shape.purpose() != null) {
            desk.rules()
                    .requireCarried(
                            Minutes.of(wanted), desk.book().members(group.id()).size(), group.openDay());
            if (wanted.has(ATTENDED)) {
                desk.rules().requireNamed(attended(group, wanted).size(), Minutes.of(wanted));
            }
        }
        check(group, wanted);
    }

    @Override
    public final void apply(Actor checker, Approved approved) {
        var group = desk.book().get(code(approved.subject()));
        int members = desk.book().members(group.id()).size();
        make(group, approved);
        if (shape.purpose() != null) {
            long meeting = desk.writes().meeting(approved, group.id(), shape.purpose(), members);
            if (approved.wanted().has(ATTENDED)) {
                desk.writes()
                        .attended(
                                meeting,
                                attended(group, approved.wanted()).stream()
                                        .map(Member::id)
                                        .toList());
            }
        }
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        var value = fact.value();
        var type = typeOf(fact.name());
        if (value == null || (type != Field.Type.MEMBER && type != Field.Type.MEMBERS)) {
            return Optional.empty();
        }
        return Optional.of(names(ids(value)));
    }

    /** People by their numbers, as a request names them. */
    String names(List<Long> people) {
        var known = desk.book().people(people).stream().collect(Collectors.toMap(Person::id, Person::shown));
        return people.stream().map(each -> known.getOrDefault(each, "•••")).collect(Collectors.joining(", "));
    }

    @Override
    public String form(String subject) {
        return "/groups/" + code(subject) + "/changes/" + shape.slug();
    }

    /** The subject of a change of this group that names these people. */
    String subject(String code, Facts wanted) {
        return Stream.concat(
                        Stream.of(code),
                        fields().stream()
                                .filter(field ->
                                        field.type() == Field.Type.MEMBER || field.type() == Field.Type.MEMBERS)
                                .filter(field -> wanted.has(field.name()))
                                .flatMap(field -> ids(wanted.textOf(field.name())).stream())
                                .distinct()
                                .map(String::valueOf))
                .collect(Collectors.joining(":"));
    }

    static String code(String subject) {
        return subject.split(":", 2)[0];
    }

    static List<Long> ids(String spaced) {
        return Arrays.stream(spaced.split(" ")).map(Long::valueOf).toList();
    }

    /**
     * The member who is a person.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_MEMBER}
     */
    Member member(Group group, long person) {
        return desk.book().members(group.id()).stream()
                .filter(each -> each.person().id() == person)
                .findFirst()
                .orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_MEMBER));
    }

    /** The member that a field names. */
    Member member(Group group, Facts wanted, String field) {
        return member(group, ids(wanted.textOf(field)).getFirst());
    }

    private List<Member> attended(Group group, Facts wanted) {
        return ids(wanted.textOf(ATTENDED)).stream()
                .distinct()
                .map(person -> member(group, person))
                .toList();
    }

    /** The word of a choice. */
    static String choice(Facts wanted, String field) {
        var key = wanted.textOf(field);
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private Field.@Nullable Type typeOf(String field) {
        return fields().stream()
                .filter(each -> each.name().equals(field))
                .map(Field::type)
                .findFirst()
                .orElse(null);
    }

    /**
     * What a change looks like.
     *
     * @param slug in its address, and in its name after {@code group.}
     * @param purpose of the meeting that agrees on it; none where no meeting does
     */
    record Shape(
            String slug,
            Set<Role> makers,
            List<Role> approvers,
            Minutes.@Nullable Purpose purpose,
            List<Field> fields) {}
}
