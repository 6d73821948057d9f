package org.dongvon.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The registry of lists. */
@Service
public class Listings {

    private final List<Listing> listings;

    Listings(List<Listing> listings) {
        this.listings =
                listings.stream().sorted(Comparator.comparing(Listing::name)).toList();
    }

    /** All lists by name. */
    public List<Listing> list() {
        return listings;
    }

    /** The list of a name, if that is one. */
    public Optional<Listing> find(String name) {
        return listings.stream().filter(listing -> listing.name().equals(name)).findFirst();
    }
}
