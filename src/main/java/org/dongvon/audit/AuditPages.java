package org.dongvon.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.dongvon.household.AskedPurpose;
import org.dongvon.household.FindByIdentity;
import org.dongvon.household.People;
import org.dongvon.household.SeenLog;
import org.dongvon.household.SeenLog.Kind;
import org.dongvon.household.SeenLog.Seen;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the pages of the logs together, and logs what is taken along. */
@Service
class AuditPages {

    static final int PAGE = 50;

    /** Rows of one export at most. */
    static final int MOST = 20_000;

    private final SubmissionLog submissions;
    private final SightLog sights;
    private final People people;
    private final FindByIdentity identities;
    private final SeenLog log;
    private final Transactions transactions;

    AuditPages(
            SubmissionLog submissions,
            SightLog sights,
            People people,
            FindByIdentity identities,
            SeenLog log,
            Transactions transactions) {
        this.submissions = submissions;
        this.sights = sights;
        this.people = people;
        this.identities = identities;
        this.log = log;
        this.transactions = transactions;
    }

    List<SightLog.Busy> busiest(Actor reader) {
        return transactions.read(reader, sights::busiest);
    }

    Submissions submissions(Actor reader, LogFilter filter, String before) {
        return transactions.read(
                reader,
                () -> new Submissions(
                        filter,
                        submissions.page(filter, SubmissionLog.Before.parse(before), PAGE + 1),
                        submissions.kinds(filter)));
    }

    /** A page of what was seen; rows of a single person say the name. */
    Sights sights(Actor reader, LogFilter filter, long before) {
        return transactions.read(reader, () -> {
            var rows = sights.page(filter, before, PAGE + 1);
            var alone = rows.stream()
                    .limit(PAGE)
                    .map(SightLog.Row::people)
                    .filter(each -> each.size() == 1)
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            var person = filter.person() == 0
                    ? null
                    : people.names(List.of(filter.person())).get(filter.person());
            return new Sights(filter, rows, people.names(alone), person);
        });
    }

    /** People whose name, or whose whole identity number, was typed. */
    Candidates find(Actor reader, String typed) {
        if (FindByIdentity.isNumber(typed)) {
            return new Candidates(identities.find(reader, typed).stream()
                    .map(each -> new People.Named(
                            each.id(), each.fullName(), each.identity(), each.hamlet() + " · " + each.point()))
                    .toList());
        }
        return new Candidates(transactions.read(reader, () -> people.byName(typed)));
    }

    /** Logs the export, then tells its rows one by one. */
    void exportSubmissions(Actor reader, LogFilter filter, AskedPurpose asked, Consumer<SubmissionLog.Row> told) {
        log.writeExport(reader, seen("/audit/submissions/export", asked, Set.of()));
        transactions.read(reader, () -> {
            submissions.each(filter, MOST, told);
            return 0;
        });
    }

    /** Logs the export with everybody who is in it, then tells its rows one by one. */
    void exportSights(Actor reader, LogFilter filter, AskedPurpose asked, Consumer<SightLog.Row> told) {
        Set<Long> everybody = new LinkedHashSet<>();
        long last = transactions.read(reader, () -> {
            sights.each(filter, Long.MAX_VALUE, MOST, row -> everybody.addAll(row.people()));
            return sights.newest();
        });
        log.writeExport(reader, seen("/audit/seen/export", asked, everybody));
        transactions.read(reader, () -> {
            sights.each(filter, last + 1, MOST, told);
            return 0;
        });
    }

    private static Seen seen(String page, AskedPurpose asked, Set<Long> people) {
        return new Seen(Kind.EXPORT, page, asked.purpose(), asked.note(), people);
    }

    /** A page of submissions. */
    record Submissions(LogFilter filter, List<SubmissionLog.Row> found, List<String> kinds) {

        public List<SubmissionLog.Row> rows() {
            return found.stream().limit(PAGE).toList();
        }

        public @Nullable String next() {
            return found.size() > PAGE
                    ? filter.address("/audit/submissions", SubmissionLog.Before.of(found.get(PAGE - 1)))
                    : null;
        }
    }

    /** A page of what was seen; {@code person} is the name of the one asked for. */
    record Sights(
            LogFilter filter,
            List<SightLog.Row> found,
            Map<Long, String> names,
            @Nullable String person) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.PROTECTION;
        }

        @Override
        public List<Long> people() {
            var all = new LinkedHashSet<>(names.keySet());
            if (person != null) {
                all.add(filter.person());
            }
            return List.copyOf(all);
        }

        public List<SightLog.Row> rows() {
            return found.stream().limit(PAGE).toList();
        }

        public @Nullable String next() {
            return found.size() > PAGE
                    ? filter.address(
                            "/audit/seen", Long.toString(found.get(PAGE - 1).id()))
                    : null;
        }
    }

    /** People to choose from. */
    record Candidates(List<People.Named> matches) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.PROTECTION;
        }

        @Override
        public List<Long> people() {
            return matches.stream().map(People.Named::id).toList();
        }
    }
}
