package org.dongvon.notice.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dongvon.household.Contacts;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Service;

/**
 * Sends what waits, a few at a time: taken in a transaction that says so, handed to the provider, and what became of it noted
 * in another. Killed in between, a message is in doubt and waits for a person; it never goes out twice by itself.
 */
@Service
public class SendMessages {

    private final Outbox outbox;
    private final Contacts contacts;
    private final Programmes programmes;
    private final BusinessDays days;
    private final Transactions transactions;

    SendMessages(
            Outbox outbox, Contacts contacts, Programmes programmes, BusinessDays days, Transactions transactions) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.programmes = programmes;
        this.days = days;
        this.transactions = transactions;
    }

    /**
     * Sends at most so many.
     *
     * @return how many went each way
     */
    public Sent run(Actor actor, MessageProvider provider, int most) {
        actor.requireRole(Role.SYSTEM, Role.DIRECTOR);
        var rules = rules();
        var sent = transactions.write(
                actor,
                () -> new Sent(0, 0, 0, outbox.leftBehind(), outbox.withdrawn(), outbox.forget(rules.keptDays())));
        int left = most;
        while (left > 0) {
            int batch = Math.min(left, provider.batch());
            var results = send(actor, provider, batch);
            if (results.isEmpty()) {
                return sent;
            }
            transactions.write(actor, () -> {
                outbox.note(results, rules.triesMost(), rules.pauseMinutes());
                return results.size();
            });
            sent = sent.plus(results);
            left -= results.size();
        }
        return sent;
    }

    private List<Outbox.Result> send(Actor actor, MessageProvider provider, int most) {
        var outgoing = transactions.write(actor, () -> {
            var taken = outbox.take(provider.name(), most);
            var numbers =
                    contacts.numbers(taken.stream().map(Outbox.Taken::contact).toList());
            return taken.stream()
                    .map(each -> new Outgoing(
                            each.id(),
                            each.day(),
                            Objects.requireNonNull(numbers.get(each.contact().person())),
                            each.text()))
                    .toList();
        });
        if (outgoing.isEmpty()) {
            return List.of();
        }
        var outcomes = provider.send(outgoing);
        var results = new ArrayList<Outbox.Result>();
        for (int i = 0; i < outgoing.size(); i++) {
            results.add(new Outbox.Result(outgoing.get(i).id(), outcomes.get(i)));
        }
        return results;
    }

    private Rules rules() {
        var day = days.latest().orElseThrow(() -> new IllegalStateException("no office has a business day"));
        var book = programmes.current().parameters();
        return new Rules(
                book.whole(ParameterCode.MESSAGE_TRIES_MAX, day),
                book.whole(ParameterCode.MESSAGE_RETRY_MINUTES, day),
                book.whole(ParameterCode.MESSAGE_TEXT_DAYS, day));
    }

    private record Rules(long triesMost, long pauseMinutes, long keptDays) {}

    /**
     * What a run came to.
     *
     * @param failed those that are tried again or were given up
     * @param unsure those of which the provider did not say what became of them
     * @param leftBehind those that an earlier sender left in doubt
     * @param withdrawn those stopped since consent ended
     * @param forgotten those whose text was emptied
     */
    public record Sent(int sent, int failed, int unsure, int leftBehind, int withdrawn, int forgotten) {

        Sent plus(List<Outbox.Result> results) {
            int out = 0;
            int doubt = 0;
            for (var result : results) {
                out += result.outcome() instanceof Outcome.Sent ? 1 : 0;
                doubt += result.outcome() instanceof Outcome.Unsure ? 1 : 0;
            }
            return new Sent(
                    sent + out,
                    failed + results.size() - out - doubt,
                    unsure + doubt,
                    leftBehind,
                    withdrawn,
                    forgotten);
        }
    }
}
