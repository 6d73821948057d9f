package org.dongvon.ledger.seal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dongvon.ledger.seal.BookReader.Office;
import org.dongvon.ledger.seal.Breach.Kind;
import org.dongvon.ledger.seal.Seal.Contents;
import org.dongvon.ledger.seal.Seal.Period;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Recomputes every leaf of the closed days from the books as they are, and holds them against seals: those of a roots
 * file, which nobody with the database can have changed, and the stored ones.
 */
@Service
public class SealCheck {

    private static final String OUTSIDE = """
            select concat(u.code, '-', to_char(j.business_date, 'YY'), '-',
                          lpad(j.voucher::text, greatest(6, length(j.voucher::text)), '0')) as name, j.business_date as day
              from ledger.journal j
              join organisation.unit u on u.id = j.point_id
             where j.office_id = :office and j.business_date < :open
               and not j.business_date <@ cast(:sealed as datemultirange)
             order by name
            """;

    private static final String OPEN_DAY = """
            select coalesce((select d.day from organisation.business_day d where d.office_id = :office), '9999-12-31') as day
            """;

    private final BookReader reader;
    private final SealBook book;
    private final Transactions transactions;
    private final JdbcClient db;

    SealCheck(BookReader reader, SealBook book, Transactions transactions, JdbcClient db) {
        this.reader = reader;
        this.book = book;
        this.transactions = transactions;
        this.db = db;
    }

    /** Holds the books against the stored seals: finds what a careless hand changed. */
    public Findings ofStored() {
        return check(Optional.empty());
    }

    /** Holds the books and the stored seals against published roots: finds what anybody changed. */
    public Findings against(RootsFile file) {
        return check(Optional.of(file));
    }

    private Findings check(Optional<RootsFile> file) {
        return transactions.read(Actor.SYSTEM, () -> {
            var findings = new Findings();
            var keys = book.keys();
            checkKeys(keys, file, findings);
            findings.signedWith(keys);
            var offices = book.offices();
            var codes = offices.stream().map(Office::code).collect(Collectors.toSet());
            file.ifPresent(roots -> roots.offices().forEach((code, published) -> {
                if (!codes.contains(code)) {
                    findings.add(Breach.of(
                            Kind.OFFICE_MISSING, published.getLast().seal().period()));
                }
            }));
            for (var office : offices) {
                checkOffice(
                        office, keys, file.map(roots -> roots.of(office.code())).orElse(List.of()), findings);
            }
            return findings;
        });
    }

    private static void checkKeys(List<PublicKey> keys, Optional<RootsFile> file, Findings findings) {
        var published = file.map(RootsFile::keys).orElse(List.of());
        if (!PublicKey.areChained(keys)
                || keys.size() < published.size()
                || !keys.subList(0, published.size()).equals(published)) {
            var day = LocalDate.EPOCH;
            findings.add(new Breach(Kind.KEYS_CHANGED, "key " + keys.size(), "", day, day));
        }
    }

    private void checkOffice(Office office, List<PublicKey> keys, List<Published> published, Findings findings) {
        var stored = book.between(office.id(), PublishRoots.FIRST, PublishRoots.LAST);
        checkChain(office, stored, keys, findings);
        var trusted = trusted(office, stored, published, findings);
        for (var each : trusted.values()) {
            var period = each.seal().period();
            var actual = reader.heads(office, period.from(), period.to());
            findings.count(each.seal());
            Comparison.of(each.seal(), each.contents(), actual).forEach(findings::add);
        }
        checkDays(office, trusted, keys, findings);
    }

    private void checkChain(Office office, List<Seal> stored, List<PublicKey> keys, Findings findings) {
        var hashes = book.hashes(office.id());
        for (int i = 0; i < stored.size(); i++) {
            var seal = stored.get(i);
            var period = seal.period();
            if (i == 0
                    ? !seal.previous().equals(Hash.ZERO)
                    : !seal.previous().equals(stored.get(i - 1).hash())
                            || !period.from()
                                    .equals(stored.get(i - 1).period().to().plusDays(1))) {
                findings.add(Breach.of(Kind.CHAIN_BROKEN, period));
            }
            if (!seal.hash().toString().equals(hashes.get(i))) {
                findings.add(Breach.of(Kind.SEAL_CHANGED, period));
            }
            if (seal.key() > keys.size()
                    || !seal.isSignedBy(keys.get(seal.key() - 1).bytes())) {
                findings.add(Breach.of(Kind.SIGNATURE_WRONG, period));
            }
            if (!PublicKey.allow(keys, seal)) {
                findings.add(Breach.of(Kind.RENEWAL_BROKEN, period));
            }
        }
        requireCarried(office, stored, keys, findings);
    }

    /** The seals that a key made anew stands on are still there. */
    private static void requireCarried(Office office, List<Seal> stored, List<PublicKey> keys, Findings findings) {
        var days = stored.stream().map(seal -> seal.period().to()).collect(Collectors.toSet());
        keys.stream()
                .map(PublicKey::renewal)
                .filter(Objects::nonNull)
                .flatMap(renewal -> renewal.of(office.code()).stream())
                .filter(carried -> !days.contains(carried.day()))
                .forEach(carried -> findings.add(
                        Breach.of(Kind.RENEWAL_BROKEN, new Period(office.code(), carried.day(), carried.day()))));
    }

    /** The seals that count, by their last day: the published ones, and the stored ones of all other days. */
    private NavigableMap<LocalDate, Published> trusted(
            Office office, List<Seal> stored, List<Published> published, Findings findings) {
        var trusted = new TreeMap<LocalDate, Published>();
        for (var seal : stored) {
            var contents = book.contents(office.id(), seal.period().to());
            if (!Contents.of(contents).equals(seal.contents())) {
                findings.add(Breach.of(Kind.SEAL_CHANGED, seal.period()));
            }
            trusted.put(seal.period().to(), new Published(seal, Optional.of(contents)));
        }
        for (var each : published) {
            var period = each.seal().period();
            var kept = trusted.get(period.to());
            if (kept == null) {
                findings.add(Breach.of(Kind.SEAL_MISSING, period));
            } else if (!kept.seal().equals(each.seal())) {
                findings.add(Breach.of(Kind.SEAL_CHANGED, period));
            }
            trusted.values().removeIf(other -> overlaps(other.seal().period(), period));
            var contents = each.contents().or(() -> Optional.ofNullable(kept).flatMap(Published::contents));
            trusted.put(period.to(), new Published(each.seal(), contents));
        }
        return trusted;
    }

    private static boolean overlaps(Period one, Period other) {
        return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }

    /** Every closed day is under a seal, and every voucher of a closed day. */
    private void checkDays(
            Office office, NavigableMap<LocalDate, Published> trusted, List<PublicKey> keys, Findings findings) {
        var open = db.sql(OPEN_DAY)
                .param("office", office.id())
                .query((row, n) -> row.getObject("day", LocalDate.class))
                .single();
        if (trusted.isEmpty()) {
            // Books of which no day was sealed yet, by a program that knew no seals.
            if (!keys.isEmpty()) {
                outside(office, open, "{}").forEach(findings::add);
            }
            return;
        }
        var last = trusted.lastEntry().getValue().seal().period();
        if (!open.isAfter(last.to())) {
            findings.add(Breach.of(Kind.REOPENED, last));
        }
        if (open.isAfter(last.to().plusDays(1))) {
            findings.add(Breach.of(
                    Kind.DAYS_UNSEALED, new Period(office.code(), last.to().plusDays(1), open.minusDays(1))));
        }
        var sealed = trusted.values().stream()
                .map(each -> each.seal().period())
                .map(period -> "[" + period.from() + "," + period.to() + "]")
                .collect(Collectors.joining(",", "{", "}"));
        outside(office, open, sealed).forEach(findings::add);
    }

    private List<Breach> outside(Office office, LocalDate open, String sealed) {
        return db.sql(OUTSIDE)
                .param("office", office.id())
                .param("open", open)
                .param("sealed", sealed)
                .query((row, n) -> {
                    var day = row.getObject("day", LocalDate.class);
                    return new Breach(Kind.UNSEALED, row.getString("name"), office.code(), day, day);
                })
                .list();
    }

    /** What a check found, while it goes on and after. */
    public static final class Findings {

        private final Set<Breach> breaches = new LinkedHashSet<>();
        private final Map<Integer, LocalDate> signedFrom = new TreeMap<>();
        private List<PublicKey> keys = List.of();
        private int days;
        private long vouchers;
        private long leaves;

        void add(Breach breach) {
            breaches.add(breach);
        }

        void signedWith(List<PublicKey> published) {
            keys = List.copyOf(published);
        }

        void count(Seal seal) {
            var contents = seal.contents();
            signedFrom.merge(seal.key(), seal.period().from(), (one, other) -> one.isBefore(other) ? one : other);
            days++;
            vouchers += contents.vouchers();
            leaves += contents.leaves();
        }

        /** The breaches; those that name a voucher first. */
        public List<Breach> breaches() {
            return breaches.stream().sorted(Comparator.comparing(Breach::kind)).toList();
        }

        /** The keys that are published in the books now; none when only an export was read. */
        public List<PublicKey> keys() {
            return keys;
        }

        /** The first of the days that were checked whose seal a key has signed; none when it signed none of them. */
        public Optional<LocalDate> signedFrom(int key) {
            return Optional.ofNullable(signedFrom.get(key));
        }

        /** How many seals were held against the books. */
        public int days() {
            return days;
        }

        public long vouchers() {
            return vouchers;
        }

        /** How many leaves, which are lines and heads. */
        public long leaves() {
            return leaves;
        }
    }
}
