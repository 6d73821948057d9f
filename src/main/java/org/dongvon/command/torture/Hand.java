package org.dongvon.command.torture;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;

/** What all events take hold with: a loan to happen to, and the request of two persons. */
record Hand(TortureOffice office) {

    private static final String DOCUMENT = "QD-131-2002";

    /** A loan of a kind, if there is one; the newer ones twice as often, since the older are mostly settled. */
    Optional<OracleLoan> loan(Random random, Predicate<OracleLoan> wanted) {
        var all = office.oracle.loans().values().stream().filter(wanted).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int from = random.nextBoolean() ? all.size() / 2 : 0;
        return Optional.of(all.get(from + random.nextInt(all.size() - from)));
    }

    TortureOffice.Member member(OracleLoan loan) {
        return Objects.requireNonNull(office.members.get(loan.id()));
    }

    long session(int point) {
        return Objects.requireNonNull(office.sessions.get(point)).session();
    }

    /** Asked for by one and approved by another; sent back when it may not be. */
    void change(Actor checker, UUID key, Asked asked) {
        long id = office.get(RequestChange.class)
                .run(
                        asked.maker(),
                        new RequestChange.Proposal(
                                key,
                                asked.kind(),
                                asked.subject(),
                                asked.wanted(),
                                new Basis("Thử ngẫu nhiên", DOCUMENT, null)));
        try {
            office.get(DecideChange.class).approve(checker, named(key, "yes"), id);
        } catch (Refused refused) {
            office.get(DecideChange.class).sendBack(checker, named(key, "no"), id, "Không duyệt được");
            throw refused;
        }
    }

    /** A key that follows from another. */
    static UUID named(UUID key, String name) {
        return UUID.nameUUIDFromBytes((key + " " + name).getBytes(StandardCharsets.US_ASCII));
    }

    /** One of a list. */
    static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** What one person asks for. */
    record Asked(Actor maker, String kind, String subject, Facts wanted) {}
}
