package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.programme.Cap;
import org.dongvon.programme.CapBasis;
import org.dongvon.programme.Channel;
import org.dongvon.programme.Exclusions;
import org.dongvon.programme.Programme;
import org.dongvon.programme.ProgrammeState;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the handbook's rules V06 to V08 ask of an application; looked at when it is submitted and when the bank decides. */
@Component
class ApplicationRules {

    /** The classes of caps that a household's own loan through its group falls under. */
    private static final Set<String> OF_A_HOUSEHOLD = Set.of("ALL", "WORKER", "INDIVIDUAL");

    /** A water and a sanitation facility: "two works: 50 million". */
    private static final int MOST_WORKS = 2;

    private final ApplicationFiles files;
    private final Programmes programmes;
    private final Exclusions exclusions;

    ApplicationRules(ApplicationFiles files, Programmes programmes, Exclusions exclusions) {
        this.files = files;
        this.programmes = programmes;
        this.exclusions = exclusions;
    }

    /**
     * Lets an application pass with this amount and term.
     *
     * @throws Refused {@link ApplicationRefusal#PROGRAMME_CLOSED}, {@link ApplicationRefusal#PROGRAMME_NOT_BY_GROUPS},
     *     {@link ApplicationRefusal#APPLICATION_TERM_TOO_LONG}, {@link ApplicationRefusal#PROGRAMMES_EXCLUDE}, {@link
     *     ApplicationRefusal#APPLICATION_ABOVE_CAP}
     */
    void check(Application application, Dong amount, int months) {
        var programme = programmes.current().programme(application.programmeId());
        checkLends(programme);
        var most = programme.terms().monthsMax();
        if (most != null && months > most) {
            throw new Refused(ApplicationRefusal.APPLICATION_TERM_TOO_LONG, months, most);
        }
        checkExclusions(application, programme);
        for (var cap : programmes.current().capsOf(programme.code())) {
            checkCap(application, amount, cap);
        }
    }

    private static void checkLends(Programme programme) {
        if (programme.state() == ProgrammeState.CLOSED) {
            throw new Refused(ApplicationRefusal.PROGRAMME_CLOSED, programme.name());
        }
        if (programme.channel() == Channel.DIRECT) {
            throw new Refused(ApplicationRefusal.PROGRAMME_NOT_BY_GROUPS, programme.name());
        }
    }

    private void checkExclusions(Application application, Programme programme) {
        var excluded = exclusions.of(programme.code(), application.openDay());
        if (excluded.isEmpty()) {
            return;
        }
        for (int held : files.programmesHeld(application)) {
            var other = programmes.current().programme(held);
            if (excluded.contains(other.code())) {
                throw new Refused(ApplicationRefusal.PROGRAMMES_EXCLUDE, programme.name(), other.name());
            }
        }
    }

    private void checkCap(Application application, Dong amount, Cap cap) {
        var limit = limit(cap, application.openDay());
        if (limit == null) {
            return;
        }
        var committed = files.committed(application, cap.limit().basis() == CapBasis.BORROWER);
        if (committed.amount() + amount.amount() > limit.amount()) {
            throw new Refused(
                    ApplicationRefusal.APPLICATION_ABOVE_CAP,
                    amount,
                    new Dong(Math.max(0, limit.amount() - committed.amount())),
                    limit);
        }
    }

    /** The amount of a cap that counts a household, a borrower or its works; none for caps of another kind. */
    private static @Nullable Dong limit(Cap cap, LocalDate day) {
        var amount = cap.limit().amount();
        if (amount == null || !OF_A_HOUSEHOLD.contains(cap.borrowers()) || !cap.holdsOn(day)) {
            return null;
        }
        return switch (cap.limit().basis()) {
            case HOUSEHOLD, BORROWER -> amount;
            case WORK -> new Dong(amount.amount() * MOST_WORKS);
            case MONTH, JOB, PROJECT, HECTARE, NEED -> null;
        };
    }
}
