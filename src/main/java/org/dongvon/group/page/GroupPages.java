package org.dongvon.group.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupFacts;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.MemberFacts;
import org.dongvon.group.page.GroupFiles.GroupFile;
import org.dongvon.group.page.GroupFiles.Member;
import org.dongvon.group.page.GroupFiles.PointRow;
import org.dongvon.group.page.GroupFiles.Who;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.timeline.HasTimeline;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the pages of groups together. */
@Service
class GroupPages {

    private final GroupFiles files;
    private final List<MemberFacts> facts;
    private final List<GroupFacts> more;
    private final GroupRecords records;
    private final GroupDoors doors;
    private final Transactions transactions;

    GroupPages(
            GroupFiles files,
            List<MemberFacts> facts,
            List<GroupFacts> more,
            GroupRecords records,
            GroupDoors doors,
            Transactions transactions) {
        this.files = files;
        this.facts =
                facts.stream().sorted(Comparator.comparing(MemberFacts::kind)).toList();
        this.more = more;
        this.records = records;
        this.doors = doors;
        this.transactions = transactions;
    }

    /**
     * A group with its members and what other modules know of them.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP}
     */
    GroupView group(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var file = files.get(code);
            var members = files.members(file.id());
            var ids = members.stream().map(Member::id).toList();
            var columns = facts.stream()
                    .map(each -> new Column(each.kind(), each.of(ids)))
                    .toList();
            var known = more.stream()
                    .flatMap(each -> each.of(file.id(), code).stream())
                    .toList();
            var open = file.life().closedOn() == null ? doors.of(actor.role()) : List.<String>of();
            return new GroupView(file, members, columns, new More(known, records.of(file, members.size()), open));
        });
    }

    /** The points of the reader's scope, and the groups of one of them: of the only one, or of the one asked for. */
    PointsView points(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var points = files.points();
            var chosen = points.stream()
                    .filter(each -> each.code().equals(code) || (code.isEmpty() && points.size() == 1))
                    .findFirst()
                    .orElse(null);
            if (chosen == null && !code.isEmpty()) {
                throw new Refused(GroupRefusal.UNKNOWN_POINT_OF_GROUPS, code);
            }
            return new PointsView(
                    points,
                    chosen,
                    chosen == null ? List.of() : files.ofPoint(chosen.id()),
                    doors.mayFound(actor.role()));
        });
    }

    /** What one module knows of the members. */
    record Column(MemberFacts.Kind kind, Map<Long, List<MemberFacts.Fact>> byMember) {

        public List<MemberFacts.Fact> of(long member) {
            return byMember.getOrDefault(member, List.of());
        }

        public Dong total() {
            return Dong.sum(byMember.values().stream()
                    .flatMap(List::stream)
                    .map(MemberFacts.Fact::amount)
                    .toList());
        }

        public long count() {
            return byMember.values().stream().mapToLong(List::size).sum();
        }

        public Dong overdue() {
            return Dong.sum(byMember.values().stream()
                    .flatMap(List::stream)
                    .map(MemberFacts.Fact::overdue)
                    .toList());
        }
    }

    /** The page of a group. */
    record GroupView(GroupFile file, List<Member> members, List<Column> columns, More more)
            implements ShowsPeople, HasTimeline {

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.GROUP, file.id(), file.code());
        }

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return Stream.concat(
                            Stream.ofNullable(file.board().headId()),
                            members.stream()
                                    .map(Member::who)
                                    .filter(each -> !each.restricted())
                                    .map(Who::personId))
                    .toList();
        }
    }

    /**
     * What it tells beside the members.
     *
     * @param doors the changes that the reader may ask for
     */
    record More(List<GroupFacts.Fact> facts, GroupRecords.Records records, List<String> doors) {}

    /** The page of all groups. */
    record PointsView(List<PointRow> points, @Nullable PointRow chosen, List<GroupFile> groups, boolean mayFound)
            implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return GroupFile.heads(groups);
        }
    }
}
