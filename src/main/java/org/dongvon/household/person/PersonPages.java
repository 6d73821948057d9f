package org.dongvon.household.person;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dongvon.household.AskedPurpose;
import org.dongvon.household.Contacts;
import org.dongvon.household.PersonRecords;
import org.dongvon.household.PhoneNumber;
import org.dongvon.household.RevealIdentity;
import org.dongvon.household.SeenLog;
import org.dongvon.household.SeenLog.Kind;
import org.dongvon.household.SeenLog.Seen;
import org.dongvon.household.cards.Cards;
import org.dongvon.household.person.PersonFile.Restriction;
import org.dongvon.household.person.PersonFile.Sight;
import org.dongvon.household.person.Retention.Section;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.timeline.HasTimeline;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together what is held about one person, for the page and for a copy. */
@Service
class PersonPages {

    /** Rows of the log shown at a time. */
    static final int SIGHTS = 10;

    /** The most rows of the log in a copy. */
    private static final int ALL_SIGHTS = 10_000;

    private static final Set<Role> WATCHING = Set.of(Role.DIRECTOR, Role.MANAGER, Role.AUDITOR, Role.LOG_AUDITOR);

    private final PersonFiles files;
    private final Cards cards;
    private final List<PersonRecords> records;
    private final Programmes programmes;
    private final RevealIdentity identities;
    private final Contacts contacts;
    private final SeenLog log;
    private final Transactions transactions;

    PersonPages(
            PersonFiles files,
            Cards cards,
            List<PersonRecords> records,
            Programmes programmes,
            RevealIdentity identities,
            Contacts contacts,
            SeenLog log,
            Transactions transactions) {
        this.files = files;
        this.cards = cards;
        this.records = records.stream()
                .sorted(Comparator.comparing(PersonRecords::kind))
                .toList();
        this.programmes = programmes;
        this.identities = identities;
        this.contacts = contacts;
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * The person's page; who saw it is for those who answer for it.
     *
     * @param before the row of the log before which its section begins
     * @throws Refused {@link org.dongvon.household.HouseholdRefusal#UNKNOWN_PERSON}
     */
    PersonView view(Actor actor, long id, long before) {
        return transactions.read(
                actor, () -> view(id, mayWatch(actor) ? files.seen(id, before, SIGHTS + 1) : List.of()));
    }

    /** The cover alone, for the page that asks for a purpose. */
    Cover cover(Actor actor, long id) {
        return transactions.read(actor, () -> new Cover(files.get(id)));
    }

    /** The ethnic group, when a reveal of this person has just been logged. */
    Optional<String> ethnicGroup(Actor actor, long id) {
        return transactions.read(actor, () -> files.ethnicGroup(id));
    }

    /** Everything that is held, the whole identity number too, logged as an export before it is read. */
    Copy copy(Actor actor, long id, AskedPurpose asked) {
        return transactions.write(actor, () -> {
            files.get(id);
            log.write(actor, new Seen(Kind.EXPORT, "/people/{id}/export", asked.purpose(), asked.note(), List.of(id)));
            return new Copy(
                    view(id, files.seen(id, Long.MAX_VALUE, ALL_SIGHTS)),
                    identities.forCopy(id),
                    files.ethnicGroup(id).orElse(null),
                    contacts.number(id).map(PhoneNumber::shown).orElse(null),
                    contacts.history(id));
        });
    }

    /** Why this person cannot be deleted. */
    Refused refusalToDelete(Actor actor, long id) {
        var view = view(actor, id, Long.MAX_VALUE);
        return view.retention().refusal(view.file().home().openDay());
    }

    private PersonView view(long id, List<Sight> seen) {
        var file = files.get(id);
        var sections = records.stream()
                .map(each -> new Section(each.kind(), each.of(id)))
                .toList();
        var retention = Retention.of(
                sections, programmes.current().parameters(), file.home().openDay());
        return new PersonView(file, cards.of(id), sections, retention, files.restrictions(id), seen);
    }

    static boolean mayWatch(Actor actor) {
        return WATCHING.contains(actor.role());
    }

    /** The page of a person. */
    record PersonView(
            PersonFile file,
            Cards.Card card,
            List<Section> sections,
            Retention retention,
            List<Restriction> restrictions,
            List<Sight> seen)
            implements ShowsPeople, HasTimeline {

        @Override
        public Purpose purpose() {
            return Purpose.PERSON_FILE;
        }

        @Override
        public List<Long> people() {
            return List.of(file.id());
        }

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.PERSON, file.id());
        }

        public List<Sight> sights() {
            return seen.stream().limit(SIGHTS).toList();
        }

        /** The row of the log before which the next page begins, 0 when this is the last. */
        public long earlier() {
            return seen.size() > SIGHTS ? seen.get(SIGHTS - 1).id() : 0;
        }
    }

    /** Name and masked number. */
    record Cover(PersonFile file) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.PERSON_FILE;
        }

        @Override
        public List<Long> people() {
            return List.of(file.id());
        }
    }

    /** A copy of all that is held. */
    record Copy(
            PersonView view,
            String identity,
            @Nullable String ethnicGroup,
            @Nullable String phone,
            List<Contacts.Said> consents) {}
}
