package org.dongvon.loan.listing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dongvon.household.FindByIdentity;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.SearchPeople;
import org.dongvon.loan.Stage;
import org.dongvon.loan.listing.LoanList.Condition;
import org.dongvon.programme.Programme;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers what was typed into the search and the filters. */
@Service
class LoanListPages {

    static final int PAGE = 50;

    private final LoanList list;
    private final SearchPeople people;
    private final Programmes programmes;
    private final Transactions transactions;

    LoanListPages(LoanList list, SearchPeople people, Programmes programmes, Transactions transactions) {
        this.list = list;
        this.people = people;
        this.programmes = programmes;
        this.transactions = transactions;
    }

    /** The page that a code alone leads to: of a loan, if one begins so, or of a group. */
    Optional<String> jump(Actor actor, LoanFilter filter) {
        if (FindByIdentity.isNumber(filter.q())) {
            throw new Refused(HouseholdRefusal.NUMBER_IN_ADDRESS);
        }
        if (filter.q().isEmpty() || !filter.isPlain() || !filter.isFirstPage()) {
            return Optional.empty();
        }
        var code = filter.q().toUpperCase(Locale.ROOT);
        return transactions.read(actor, () -> {
            if (list.group(code).isPresent()) {
                return Optional.of("/groups/" + code);
            }
            var loans = list.codesStartingWith(code);
            return loans.size() == 1 || loans.contains(code)
                    ? Optional.of("/loans/" + loans.getFirst())
                    : Optional.empty();
        });
    }

    ListView show(Actor actor, LoanFilter filter) {
        return transactions.read(actor, () -> {
            var book = programmes.current();
            var points = list.points();
            var choices = new Choices(book.programmes(), points);
            var condition = condition(filter, choices);
            var found = condition.map(each -> find(filter, each)).orElse(Found.NOTHING);
            return new ListView(filter, choices, found, !actor.scope().isNarrowed());
        });
    }

    private Found find(LoanFilter filter, Condition condition) {
        var code = filter.q().toUpperCase(Locale.ROOT);
        if (code.isEmpty() || !list.codesStartingWith(code).isEmpty()) {
            return new Found(
                    list.page(condition, code, filter.after(), PAGE + 1), list.totals(condition, code), By.CODE);
        }
        var borrowers = people.byName(filter.q());
        if (borrowers.isEmpty()) {
            return Found.NOTHING;
        }
        return new Found(
                list.found(condition, borrowers, filter.after(), PAGE + 1),
                list.totals(condition, borrowers),
                borrowers.size() == SearchPeople.MOST ? By.TOO_MANY_NAMES : By.NAME);
    }

    /** What to filter by, if all codes are known; an unknown code has no loans. */
    private Optional<Condition> condition(LoanFilter filter, Choices choices) {
        var programme = choices.programme(filter.programme());
        var point = choices.point(filter.point());
        var group = filter.group().isEmpty() ? Optional.<Long>empty() : list.group(filter.group());
        boolean unknown = (!filter.programme().isEmpty() && programme.isEmpty())
                || (!filter.point().isEmpty() && point.isEmpty())
                || (!filter.group().isEmpty() && group.isEmpty());
        if (unknown) {
            return Optional.empty();
        }
        return Optional.of(new Condition(
                programme.orElse(null),
                group.orElse(null),
                point.orElse(null),
                stage(filter.state()),
                overdue(filter.state())));
    }

    private static @Nullable Stage stage(LoanFilter.@Nullable State state) {
        return switch (state) {
            case null -> null;
            case IN_TERM, OVERDUE -> Stage.ACTIVE;
            case CLOSED -> Stage.CLOSED;
            case APPROVED -> Stage.APPROVED;
            case CANCELLED -> Stage.CANCELLED;
            case WRITTEN_OFF -> Stage.WRITTEN_OFF;
        };
    }

    private static @Nullable Boolean overdue(LoanFilter.@Nullable State state) {
        return switch (state) {
            case null -> null;
            case IN_TERM -> false;
            case OVERDUE -> true;
            case CLOSED, APPROVED, CANCELLED, WRITTEN_OFF -> null;
        };
    }

    /** Rows, one more than a page when there is a next one, and totals of all. */
    record Found(List<LoanList.Row> rows, LoanList.Totals totals, By by) {

        static final Found NOTHING = new Found(List.of(), LoanList.Totals.NONE, By.CODE);

        public boolean tooMany() {
            return by == By.TOO_MANY_NAMES;
        }
    }

    /** What the rows were found by. */
    enum By {
        CODE,
        NAME,
        TOO_MANY_NAMES
    }

    /** What may be chosen in the filters. */
    record Choices(List<Programme> programmes, List<LoanList.PointChoice> points) {

        Optional<Integer> programme(String code) {
            return programmes.stream()
                    .filter(each -> each.code().equals(code))
                    .map(Programme::id)
                    .findFirst();
        }

        Optional<Long> point(String code) {
            return points.stream()
                    .filter(each -> each.code().equals(code))
                    .map(LoanList.PointChoice::id)
                    .findFirst();
        }

        public Map<Integer, Label> programmeNames() {
            return programmes.stream().collect(Collectors.toMap(Programme::id, Programme::name));
        }
    }

    /** The page; {@code whole} when its reader sees all loans of each point. */
    record ListView(LoanFilter filter, Choices choices, Found found, boolean whole) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return rows().stream()
                    .map(LoanList.Row::borrower)
                    .filter(each -> !each.restricted())
                    .map(LoanList.Borrower::id)
                    .toList();
        }

        public List<LoanList.Row> rows() {
            return found.rows().stream().limit(PAGE).toList();
        }

        /** The address of the next page, if there is one. */
        public @Nullable String next() {
            return found.rows().size() > PAGE
                    ? filter.address(found.rows().get(PAGE - 1).code())
                    : null;
        }

        /** The address of a file with these loans, without names; nothing for those found by name. */
        public @Nullable String file() {
            return whole && found.by() == By.CODE ? filter.file() : null;
        }

        public String firstPage() {
            return filter.address("");
        }
    }
}
