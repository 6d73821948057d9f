package org.dongvon.household.members;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.household.Classes;
import org.dongvon.household.Residences;
import org.dongvon.household.Standing;
import org.dongvon.household.Standing.Listing;
import org.dongvon.household.members.HouseholdFile.Authorisation;
import org.dongvon.household.members.HouseholdFile.Departed;
import org.dongvon.household.members.HouseholdFile.Member;
import org.dongvon.household.members.HouseholdFile.Who;
import org.dongvon.organisation.PointPlaces;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.timeline.HasTimeline;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together what the pages of a household show. */
@Service
class HouseholdPages {

    private final HouseholdFiles files;
    private final Classes classes;
    private final PointPlaces places;
    private final Residences residences;
    private final Adults adults;
    private final Transactions transactions;

    HouseholdPages(
            HouseholdFiles files,
            Classes classes,
            PointPlaces places,
            Residences residences,
            Adults adults,
            Transactions transactions) {
        this.places = places;
        this.residences = residences;
        this.classes = classes;
        this.files = files;
        this.adults = adults;
        this.transactions = transactions;
    }

    /** The page of a household. */
    HouseholdView view(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var file = files.get(code);
            var authorisations = files.authorisations(file);
            var listings = classes.listings(file.id());
            return new HouseholdView(
                    file,
                    adultsOf(file),
                    HouseholdFiles.inForce(file, authorisations).orElse(null),
                    authorisations,
                    files.departed(file),
                    listings,
                    classes.on(listings, file.place().openDay()).orElse(null),
                    new Addresses(
                            file.hamlet(),
                            residences.moves(file.id()),
                            places.of(file.place().pointId())));
        });
    }

    /** Household and members, for the forms. */
    FormView form(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var file = files.get(code);
            return new FormView(file, adultsOf(file));
        });
    }

    private Set<Long> adultsOf(HouseholdFile file) {
        return adults.among(file.members(), file.place().openDay()).stream()
                .map(Member::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The page of a household. */
    record HouseholdView(
            HouseholdFile file,
            Set<Long> adults,
            @Nullable Authorisation borrower,
            List<Authorisation> authorisations,
            List<Departed> departed,
            List<Listing> listings,
            @Nullable Standing standing,
            Addresses addresses)
            implements ShowsPeople, HasTimeline {

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.HOUSEHOLD, file.id(), file.code());
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return named(Stream.of(
                            file.members().stream().map(Member::who),
                            authorisations.stream().map(Authorisation::who),
                            departed.stream().map(Departed::who))
                    .flatMap(each -> each));
        }

        /** Whether a 01/UQ names somebody who has left since. */
        public boolean isBorrowerGone() {
            return borrower == null && !authorisations.isEmpty();
        }
    }

    /** A form of a household. */
    record FormView(HouseholdFile file, Set<Long> adults) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return named(file.members().stream().map(Member::who));
        }

        /** The members who are of age. */
        public List<Member> ofAge() {
            return file.members().stream()
                    .filter(each -> adults.contains(each.id()))
                    .toList();
        }
    }

    private static List<Long> named(Stream<Who> people) {
        return people.filter(each -> !each.restricted())
                .map(Who::personId)
                .distinct()
                .toList();
    }
}
