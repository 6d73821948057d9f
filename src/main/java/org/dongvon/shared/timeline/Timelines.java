package org.dongvon.shared.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the history of a record together from all modules, newest first, a page at a time. */
@Service
public class Timelines {

    static final int PAGE = 12;

    /** Later than anything recorded, and PostgreSQL can still say it. */
    static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");

    private final List<TimelineSource> sources;
    private final Transactions transactions;

    Timelines(List<TimelineSource> sources, Transactions transactions) {
        this.sources = List.copyOf(sources);
        this.transactions = transactions;
    }

    /** The newest events before an instant, or of all when it is none; events of one instant are never parted. */
    public Timeline page(Actor reader, Subject subject, @Nullable Instant before) {
        var found = transactions.read(
                reader,
                () -> sources.stream()
                        .filter(each -> each.tellsOf(subject.kind()))
                        .flatMap(each -> each.of(subject, before == null ? NOW : before, PAGE + 1).stream())
                        .sorted(Comparator.comparing(Timelines::at).reversed())
                        .toList());
        if (found.size() <= PAGE) {
            return new Timeline(found, null, before != null);
        }
        var last = at(found.get(PAGE - 1));
        var shown = found.stream().filter(each -> !at(each).isBefore(last)).toList();
        return new Timeline(shown, shown.size() < found.size() ? last : null, before != null);
    }

    private static Instant at(Event event) {
        return event.when().at();
    }

    /**
     * A page of a history.
     *
     * @param older the instant before which the next page begins; none when this is the last
     * @param later whether newer events stand on pages before this one
     */
    public record Timeline(List<Event> events, @Nullable Instant older, boolean later) {}
}
