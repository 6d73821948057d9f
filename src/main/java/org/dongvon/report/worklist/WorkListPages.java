package org.dongvon.report.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.worklist.WorkLists.Counted;
import org.dongvon.report.worklist.WorkLists.Place;
import org.dongvon.report.worklist.WorkLists.Somebody;
import org.dongvon.report.worklist.WorkLists.WorkRow;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers what the pages of work lists show. */
@Service
class WorkListPages {

    private static final int PAGE = 100;
    private static final int MOST_EXPORTED = 20_000;
    private static final Set<Role> EXPORTING =
            Set.of(Role.LEADER, Role.DIRECTOR, Role.CREDIT_OFFICER, Role.ASSOCIATION_STAFF);
    private static final Set<Role> RENEWING = Set.of(Role.LEADER, Role.TELLER, Role.DIRECTOR, Role.CREDIT_OFFICER);

    private static final Set<Role> FOLLOWING_CASES = Set.of(Role.DIRECTOR, Role.CREDIT_OFFICER, Role.CONTROLLER);

    private final WorkLists lists;
    private final ListRules rules;
    private final BusinessDays days;
    private final Transactions transactions;

    WorkListPages(WorkLists lists, ListRules rules, BusinessDays days, Transactions transactions) {
        this.lists = lists;
        this.rules = rules;
        this.days = days;
        this.transactions = transactions;
    }

    /** All lists that a reader may open, counted. */
    Index index(Actor actor) {
        return transactions.read(actor, () -> {
            var today = today(actor);
            var own = lists.all().stream()
                    .filter(list -> list.readers().contains(actor.role()))
                    .toList();
            return new Index(today, rules.dueListReady(today), lists.count(own, today), others(actor));
        });
    }

    private static Others others(Actor actor) {
        return new Others(RENEWING.contains(actor.role()), FOLLOWING_CASES.contains(actor.role()));
    }

    /** Whether somebody's home counts a list. */
    boolean hasHome(Actor actor) {
        return lists.all().stream().anyMatch(list -> list.homes().contains(actor.role()));
    }

    /** The lists of a reader's home that are not empty. */
    Index home(Actor actor) {
        return transactions.read(actor, () -> {
            var today = today(actor);
            var own = lists.all().stream()
                    .filter(list -> list.homes().contains(actor.role()))
                    .toList();
            var counted = lists.count(own, today).stream()
                    .filter(each -> each.rows() > 0)
                    .toList();
            return new Index(today, rules.dueListReady(today), counted, others(actor));
        });
    }

    /**
     * A page of a list.
     *
     * @throws Refused {@link ReportRefusal#UNKNOWN_WORK_LIST}
     */
    ListView show(Actor actor, String code, String after) {
        var list = get(actor, code);
        return transactions.read(actor, () -> {
            var today = today(actor);
            return new ListView(
                    list,
                    today,
                    lists.rows(list, today, Place.of(after), PAGE + 1),
                    lists.count(List.of(list), today).getFirst(),
                    EXPORTING.contains(actor.role()));
        });
    }

    /**
     * All rows of a list, for its file.
     *
     * @throws Refused {@link ReportRefusal#UNKNOWN_WORK_LIST}
     */
    Whole whole(Actor actor, String code) {
        var list = get(actor, code);
        return transactions.read(actor, () -> {
            var today = today(actor);
            return new Whole(list, today, lists.rows(list, today, Place.BEGINNING, MOST_EXPORTED));
        });
    }

    private WorkList get(Actor actor, String code) {
        return lists.find(code)
                .filter(list -> list.readers().contains(actor.role()))
                .orElseThrow(() -> new Refused(ReportRefusal.UNKNOWN_WORK_LIST, code));
    }

    /** The open day of the reader's office; the latest of all for those who belong to none. */
    private LocalDate today(Actor actor) {
        return actor.officeId() != 0
                ? days.today(actor.officeId())
                : days.latest().orElseThrow(() -> new IllegalStateException("no office has a business day"));
    }

    /**
     * Lists with their lengths.
     *
     * @param ready by when the due list of the next month is ready
     * @param others what else the reader may follow
     */
    record Index(LocalDate today, LocalDate ready, List<Counted> lists, Others others) {}

    /** Work that has pages of its own: cards to be renewed, cases of money lost. */
    record Others(boolean cards, boolean cases) {}

    /** A list with all its rows. */
    record Whole(WorkList list, LocalDate today, List<WorkRow> rows) {}

    /** A page of a list; {@code exporting} when its reader may take it out as a file. */
    record ListView(WorkList list, LocalDate today, List<WorkRow> found, Counted counted, boolean exporting)
            implements ShowsPeople {

        public List<WorkRow> rows() {
            return found.stream().limit(PAGE).toList();
        }

        /** Where the next page begins; none when this is the last. */
        public @Nullable String next() {
            return found.size() > PAGE ? found.get(PAGE - 1).at().toString() : null;
        }

        /** How many days a row lies behind today. */
        public long age(WorkRow row) {
            return today.toEpochDay() - row.day().toEpochDay();
        }

        /** Whether its rows concern people. */
        public boolean ofPeople() {
            return found.stream().anyMatch(row -> row.person() != null);
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return WorkListPages.people(rows());
        }
    }

    static List<Long> people(List<WorkRow> rows) {
        return rows.stream()
                .map(WorkRow::person)
                .filter(Objects::nonNull)
                .filter(each -> each.name() != null)
                .map(Somebody::id)
                .toList();
    }
}
