package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.household.HouseholdClass;
import org.dongvon.household.HouseholdFacts;
import org.dongvon.household.HouseholdFacts.HouseholdOnDay;
import org.dongvon.household.Standing;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.programme.Cap;
import org.dongvon.programme.CapBasis;
import org.dongvon.programme.Channel;
import org.dongvon.programme.Exclusions;
import org.dongvon.programme.Programme;
import org.dongvon.programme.ProgrammeState;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.Term;
import org.dongvon.programme.TermCode;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.MessageKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the handbook's rules V05 to V08 ask of an application; looked at when it is submitted and when the bank decides. */
@Component
class ApplicationRules {

    /** The classes of caps that a household's own loan through its group falls under. */
    private static final Set<String> OF_A_HOUSEHOLD = Set.of("ALL", "WORKER", "INDIVIDUAL");

    /** A water and a sanitation facility: "two works: 50 million". */
    private static final int MOST_WORKS = 2;

    /** Lending to households that left the list: their years are counted by {@link org.dongvon.household.Classes}. */
    private static final String NEWLY_ESCAPED = "THOATNGHEO";

    private final ApplicationFiles files;
    private final Programmes programmes;
    private final Exclusions exclusions;
    private final HouseholdFacts households;

    ApplicationRules(ApplicationFiles files, Programmes programmes, Exclusions exclusions, HouseholdFacts households) {
        this.households = households;
        this.files = files;
        this.programmes = programmes;
        this.exclusions = exclusions;
    }

    /**
     * Lets an application pass with this amount and term.
     *
     * @throws Refused {@link ApplicationRefusal#PROGRAMME_CLOSED}, {@link ApplicationRefusal#PROGRAMME_NOT_BY_GROUPS},
     *     {@link ApplicationRefusal#BORROWER_LEFT_HOUSEHOLD}, {@link ApplicationRefusal#BORROWER_NOT_AUTHORISED}, {@link
     *     ApplicationRefusal#DELEGATION_MISSING},
     *     {@link ApplicationRefusal#APPLICATION_TERM_TOO_LONG}, {@link ApplicationRefusal#HOUSEHOLD_OF_ANOTHER_CLASS}, {@link ApplicationRefusal#PROGRAMMES_EXCLUDE}, {@link
     *     ApplicationRefusal#APPLICATION_ABOVE_CAP}
     */
    void check(Application application, Dong amount, int months) {
        var code = programmes.current().programme(application.programmeId()).code();
        var programme = programmes.current().on(code, application.openDay());
        checkLends(programme);
        var household = households
                .ofPerson(application.who().borrowerId(), application.openDay())
                .orElseThrow(() -> new Refused(ApplicationRefusal.BORROWER_LEFT_HOUSEHOLD, application.code()));
        checkBorrower(application, household);
        checkClass(application, programme, household.standing());
        var most = programme.terms().monthsMax();
        if (most != null && months > most) {
            throw new Refused(ApplicationRefusal.APPLICATION_TERM_TOO_LONG, months, most);
        }
        checkExclusions(application, programme);
        for (var cap : programmes.current().capsOf(programme.code())) {
            checkCap(application, amount, cap);
        }
    }

    /** A household of several adults borrows by the one whom its 01/UQ names. */
    private static void checkBorrower(Application application, HouseholdOnDay household) {
        var authorised = household.borrower();
        if (authorised == null && household.members().adults() > 1) {
            throw new Refused(
                    ApplicationRefusal.DELEGATION_MISSING,
                    household.code(),
                    household.members().adults());
        }
        if (authorised != null && authorised.personId() != application.who().borrowerId()) {
            throw new Refused(ApplicationRefusal.BORROWER_NOT_AUTHORISED, household.code(), authorised.agreedOn());
        }
    }

    /** V05: what the commune's decisions say of the household, where one has named it; else the commune's answer decides. */
    private void checkClass(Application application, Programme programme, @Nullable Standing standing) {
        var needed = neededClass(programme.code(), application.openDay());
        if (needed == null || standing == null || needed == standing.householdClass()) {
            return;
        }
        var by = standing.by();
        throw new Refused(
                ApplicationRefusal.HOUSEHOLD_OF_ANOTHER_CLASS,
                programme.name(),
                new MessageKey("class." + needed),
                by.number(),
                by.decidedOn());
    }

    private @Nullable HouseholdClass neededClass(String programme, LocalDate day) {
        var terms = programmes.current().terms();
        var evidence =
                terms.find(programme, TermCode.EVIDENCE, day).map(Term::parts).orElse(List.of());
        if (evidence.contains("POOR_LIST")) {
            return HouseholdClass.POOR;
        }
        if (evidence.contains("NEAR_POOR_LIST")) {
            return HouseholdClass.NEAR_POOR;
        }
        return programme.equals(NEWLY_ESCAPED) ? HouseholdClass.NEWLY_ESCAPED : null;
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
