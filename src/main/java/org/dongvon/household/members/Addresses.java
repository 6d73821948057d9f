package org.dongvon.household.members;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.household.Residences.Move;
import org.dongvon.organisation.PointPlaces;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a household, the newest first: a new one begins when the household moves and when the map changes.
 *
 * @param hamlet in which it lives now
 * @param moves the last first
 * @param places the maps of its point, the newest first
 */
record Addresses(String hamlet, List<Move> moves, List<PointPlaces.Place> places) {

    Addresses {
        moves = List.copyOf(moves);
        places = List.copyOf(places);
    }

    /** Whether there is nothing to tell but the hamlet of today. */
    public boolean isEmpty() {
        return places.isEmpty() && moves.isEmpty();
    }

    /** All of them, by the days from which and until which each was right. */
    public List<Address> all() {
        var all = new ArrayList<Address>();
        LocalDate until = null;
        var lived = hamlet;
        for (var move : moves) {
            if (until == null || move.from().isBefore(until)) {
                between(move.from(), until, lived, all);
                until = move.from();
            }
            lived = move.former();
        }
        between(LocalDate.MIN, until, lived, all);
        return all;
    }

    /** The addresses in one hamlet, one for each map of that time. */
    private void between(LocalDate from, @Nullable LocalDate until, String lived, List<Address> all) {
        if (places.isEmpty()) {
            all.add(new Address(from, until, lived));
        }
        for (var place : places) {
            var begins = place.from().isAfter(from) ? place.from() : from;
            var ends = earlier(place.until(), until);
            if (ends == null || begins.isBefore(ends)) {
                all.add(new Address(begins, ends, lived + ", " + place.names()));
            }
        }
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /**
     * An address.
     *
     * @param from the first day on which it was right; the beginning of time where nothing says
     * @param until the first day on which it was right no more; none while it is
     */
    record Address(LocalDate from, @Nullable LocalDate until, String text) {}
}
