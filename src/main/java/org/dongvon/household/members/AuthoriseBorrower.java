package org.dongvon.household.members;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.members.AddMember.NewMember;
import org.dongvon.household.members.HouseholdFile.Authorisation;
import org.dongvon.household.members.HouseholdFile.Ground;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Records a 01/UQ: the adults of a household agree who borrows for it, answer for the debt together, and the head of the
 * hamlet witnesses it. A household has one borrower: the newest 01/UQ takes the place of those before.
 */
@Service
class AuthoriseBorrower {

    private static final String ADD = """
            insert into household.authorisation (household_id, person_id, point_id, agreed_on, ground, witness, liable, submission)
            values (:household, :person, :point, :day, :ground, :witness, true, :key)
            returning id
            """;

    private static final String SIGN = """
            insert into household.signer (authorisation_id, person_id, point_id)
            select :authorisation, s.id, :point from unnest(cast(:signers as bigint[])) as s (id)
            """;

    private final HouseholdFiles files;
    private final Adults adults;
    private final Submissions submissions;
    private final JdbcClient db;

    AuthoriseBorrower(HouseholdFiles files, Adults adults, Submissions submissions, JdbcClient db) {
        this.files = files;
        this.adults = adults;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Records it; why it was made follows from what was before.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_HOUSEHOLD}, {@link HouseholdRefusal#DAY_NOT_COME}, {@link
     *     HouseholdRefusal#AUTHORISATION_NOT_LATER}, {@link HouseholdRefusal#NOT_A_MEMBER}, {@link
     *     HouseholdRefusal#NOT_ADULT}, {@link HouseholdRefusal#SIGNATURES_MISSING}
     */
    void run(Actor actor, UUID key, Agreement agreement) {
        var submission = new Submission(key, "household.AuthoriseBorrower", agreement.words());
        submissions.once(actor, submission, Agreed.class, () -> {
            Makers.require(actor);
            var today = files.lock(agreement.household());
            if (agreement.on().isAfter(today.place().openDay())) {
                throw new Refused(
                        HouseholdRefusal.DAY_NOT_COME,
                        agreement.on(),
                        today.place().openDay());
            }
            var file = files.on(today, agreement.on());
            var before = files.authorisations(file);
            requireLater(agreement, before);
            adults.require(file.member(agreement.borrower()), agreement.on());
            requireAllSigned(file, agreement);
            long id = add(file, agreement, ground(file, before), key);
            return new Submissions.Done<>(file.place().pointId(), file.place().openDay(), new Agreed(id));
        });
    }

    private static void requireLater(Agreement agreement, List<Authorisation> before) {
        if (!before.isEmpty() && !agreement.on().isAfter(before.getFirst().agreedOn())) {
            throw new Refused(
                    HouseholdRefusal.AUTHORISATION_NOT_LATER, before.getFirst().agreedOn());
        }
    }

    private void requireAllSigned(HouseholdFile file, Agreement agreement) {
        var missing = new ArrayList<String>();
        for (var adult : adults.among(file.members(), agreement.on())) {
            if (!agreement.signers().contains(adult.id())) {
                missing.add(adult.who().name());
            }
        }
        if (!missing.isEmpty()) {
            throw new Refused(HouseholdRefusal.SIGNATURES_MISSING, missing.size(), String.join(", ", missing));
        }
        for (long signer : agreement.signers()) {
            adults.require(file.member(signer), agreement.on());
        }
    }

    private static Ground ground(HouseholdFile file, List<Authorisation> before) {
        if (before.isEmpty()) {
            return Ground.FIRST;
        }
        return HouseholdFiles.inForce(file, before).isPresent() ? Ground.REPLACED : Ground.HEIR;
    }

    private long add(HouseholdFile file, Agreement agreement, Ground ground, UUID key) {
        long id = db.sql(ADD)
                .param("household", file.id())
                .param("person", agreement.borrower())
                .param("point", file.place().pointId())
                .param("day", agreement.on())
                .param("ground", ground.name())
                .param("witness", agreement.witness())
                .param("key", key)
                .query(Long.class)
                .single();
        db.sql(SIGN)
                .param("authorisation", id)
                .param("point", file.place().pointId())
                .param("signers", agreement.signers().toArray(Long[]::new))
                .update();
        return id;
    }

    /**
     * What was agreed.
     *
     * @param witness the full name of the head of the hamlet
     * @param liability whether those who signed answer for the debt together
     */
    record Agreement(
            String household, long borrower, LocalDate on, String witness, Set<Long> signers, Liability liability) {

        /**
         * An agreement that the form allows at all.
         *
         * @throws Refused {@link HouseholdRefusal#WITNESS_NOT_GIVEN}, {@link HouseholdRefusal#NOT_LIABLE}
         */
        Agreement {
            if (witness.isBlank()) {
                throw new Refused(HouseholdRefusal.WITNESS_NOT_GIVEN);
            }
            witness = NewMember.name(witness);
            signers = Set.copyOf(signers);
            if (liability == Liability.NONE) {
                throw new Refused(HouseholdRefusal.NOT_LIABLE);
            }
        }

        String words() {
            return household + " " + borrower + " " + on + " " + new TreeSet<>(signers) + "\n" + witness;
        }
    }

    /** Whether the members answer for the debt. */
    enum Liability {
        TOGETHER,
        NONE
    }

    record Agreed(long id) {}
}
