package org.dongvon.notice.page;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.notice.MessageState;
import org.dongvon.notice.NoticeRefusal;
import org.dongvon.notice.page.MessageLists.Day;
import org.dongvon.notice.page.MessageLists.Row;
import org.dongvon.notice.page.MessageLists.Step;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the pages of messages together. */
@Service
class MessagePages {

    private static final int DAYS = 14;
    private static final int PAGE = 50;

    private final MessageLists lists;
    private final Transactions transactions;

    MessagePages(MessageLists lists, Transactions transactions) {
        this.lists = lists;
        this.transactions = transactions;
    }

    /** The newest days, and the messages of one of them. */
    Listed ofDay(Actor actor, @Nullable LocalDate asked, String state, long after) {
        return transactions.read(actor, () -> {
            var days = lists.days(DAYS);
            var day = asked != null
                    ? asked
                    : days.isEmpty() ? null : days.getFirst().day();
            return new Listed(days, day, state, day == null ? List.of() : lists.ofDay(day, state, after, PAGE + 1));
        });
    }

    /**
     * The messages to a person.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_PERSON}
     */
    OfPerson ofPerson(Actor actor, long person, long before) {
        return transactions.read(
                actor,
                () -> new OfPerson(
                        person,
                        lists.name(person).orElseThrow(() -> new Refused(HouseholdRefusal.UNKNOWN_PERSON)),
                        lists.ofPerson(person, before == 0 ? Long.MAX_VALUE : before, PAGE + 1)));
    }

    /**
     * One message.
     *
     * @throws Refused {@link NoticeRefusal#UNKNOWN_MESSAGE}
     */
    One one(Actor actor, long id) {
        return transactions.read(
                actor,
                () -> new One(
                        lists.find(id).orElseThrow(() -> new Refused(NoticeRefusal.UNKNOWN_MESSAGE)), lists.steps(id)));
    }

    private static List<Long> people(List<Row> rows) {
        return rows.stream()
                .filter(row -> !row.who().restricted())
                .map(row -> row.who().personId())
                .distinct()
                .toList();
    }

    /** A day's messages. */
    record Listed(List<Day> days, @Nullable LocalDate day, String state, List<Row> found) implements ShowsPeople {

        public List<Row> rows() {
            return found.stream().limit(PAGE).toList();
        }

        /** The message after which the next page begins; 0 when this is the last. */
        public long next() {
            return found.size() > PAGE ? found.get(PAGE - 1).id() : 0;
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return MessagePages.people(rows());
        }
    }

    /** A person's messages. */
    record OfPerson(long person, String name, List<Row> found) implements ShowsPeople {

        public List<Row> rows() {
            return found.stream().limit(PAGE).toList();
        }

        /** The message before which the next page begins; 0 when this is the last. */
        public long next() {
            return found.size() > PAGE ? found.get(PAGE - 1).id() : 0;
        }

        @Override
        public Purpose purpose() {
            return Purpose.PERSON_FILE;
        }

        @Override
        public List<Long> people() {
            return List.of(person);
        }
    }

    /** One message with its history. */
    record One(Row row, List<Step> steps) implements ShowsPeople {

        /** What may be decided, in the order of the constants. */
        public List<MessageState.Decision> decisions() {
            return row.state().decisions().stream().sorted().toList();
        }

        @Override
        public Purpose purpose() {
            return Purpose.PERSON_FILE;
        }

        @Override
        public List<Long> people() {
            return MessagePages.people(List.of(row));
        }
    }
}
