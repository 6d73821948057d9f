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
import org.dongvon.loan.application.ApplicationFiles.Debtor;
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
    static final Set<String> OF_A_HOUSEHOLD = Set.of("ALL", "WORKER", "INDIVIDUAL");

    /** A water and a sanitation facility: "two works: 50 million". */
    private static final int MOST_WORKS = 2;

    /** Lending to households that left the list: their years are counted by {@link org.dongvon.household.Classes}. */
    private static final String NEWLY_ESCAPED = "THOATNGHEO";

    private final ApplicationFiles files;
    private final Programmes programmes;
    private final Exclusions exclusions;
    private final HouseholdFacts households;
    private final PlanRules plans;

    ApplicationRules(
            ApplicationFiles files,
            Programmes programmes,
            Exclusions exclusions,
            HouseholdFacts households,
            PlanRules plans) {
        this.households = households;
        this.plans = plans;
        this.files = files;
        this.programmes = programmes;
        this.exclusions = exclusions;
    }

    /**
     * Lets an application pass with this amount and term.
     *
     * @throws Refused {@link ApplicationRefusal#PROGRAMME_CLOSED}, {@link ApplicationRefusal#PROGRAMME_NOT_BY_GROUPS},
     *     {@link ApplicationRefusal#PROGRAMME_NOT_DIRECT}, {@link ApplicationRefusal#BORROWER_LEFT_HOUSEHOLD}, {@link
     *     ApplicationRefusal#BORROWER_NOT_AUTHORISED}, {@link ApplicationRefusal#DELEGATION_MISSING},
     *     {@link ApplicationRefusal#APPLICATION_TERM_TOO_LONG}, {@link ApplicationRefusal#HOUSEHOLD_OF_ANOTHER_CLASS}, {@link ApplicationRefusal#PROGRAMMES_EXCLUDE}, {@link
     *     ApplicationRefusal#APPLICATION_ABOVE_CAP}
     */
    void check(Application application, Dong amount, int months) {
        var code = programmes.current().programme(application.programmeId()).code();
        var programme = programmes.current().on(code, application.openDay());
        checkLends(application, programme);
        var household = households
                .ofPerson(application.who().borrowerId(), application.openDay())
                .orElseThrow(() -> new Refused(ApplicationRefusal.BORROWER_LEFT_HOUSEHOLD, application.code()));
        if (!application.isDirect()) {
            checkBorrower(application, household);
        }
        checkClass(application, programme, household.standing());
        var most = programme.terms().monthsMax();
        if (most != null && months > most) {
            throw new Refused(ApplicationRefusal.APPLICATION_TERM_TOO_LONG, months, most);
        }
        checkExclusions(application, programme);
        if (application.isDirect()) {
            plans.check(application, programme.code(), amount);
        }
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

    private static void checkLends(Application application, Programme programme) {
        if (programme.state() == ProgrammeState.CLOSED) {
            throw new Refused(ApplicationRefusal.PROGRAMME_CLOSED, programme.name());
        }
        if (programme.channel() == Channel.DIRECT && !application.isDirect()) {
            throw new Refused(ApplicationRefusal.PROGRAMME_NOT_BY_GROUPS, programme.name());
        }
        if (programme.channel() == Channel.ENTRUSTED && application.isDirect()) {
            throw new Refused(ApplicationRefusal.PROGRAMME_NOT_DIRECT, programme.name());
        }
    }

    private void checkExclusions(Application application, Programme programme) {
        var excluded = exclusions.of(programme.code(), application.openDay());
        if (excluded.isEmpty()) {
            return;
        }
        for (int held : files.programmesHeld(Debtor.beside(application))) {
            var other = programmes.current().programme(held);
            if (excluded.contains(other.code())) {
                throw new Refused(ApplicationRefusal.PROGRAMMES_EXCLUDE, programme.name(), other.name());
            }
        }
    }

    private void checkCap(Application application, Dong amount, Cap cap) {
        if (!isOf(cap, application)) {
            return;
        }
        var limit = limit(cap, application);
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

    private boolean isOf(Cap cap, Application application) {
        return application.isDirect() ? plans.counts(cap, application) : OF_A_HOUSEHOLD.contains(cap.borrowers());
    }

    /**
     * The amount of a cap that counts a household, a borrower, its works or, of a direct loan, its project; none for caps of
     * another kind, which {@link PlanRules} counts.
     */
    private static @Nullable Dong limit(Cap cap, Application application) {
        var amount = cap.limit().amount();
        if (amount == null || !cap.holdsOn(application.openDay())) {
            return null;
        }
        return switch (cap.limit().basis()) {
            case HOUSEHOLD, BORROWER -> amount;
            case WORK -> new Dong(amount.amount() * MOST_WORKS);
            case PROJECT -> application.isDirect() ? amount : null;
            case MONTH, JOB, HECTARE, NEED -> null;
        };
    }
}
