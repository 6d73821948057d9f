package org.dongvon.supervision.classification;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.supervision.classification.Debts.Debt;
import org.dongvon.supervision.classification.Debts.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Classifies the newest debt of a loan with its evidence, and, once its round is closed, notes what was done about it. */
@Service
public class ClassifyDebt {

    static final Set<Role> CLASSIFYING = Set.of(Role.CREDIT_OFFICER, Role.ASSOCIATION_STAFF);
    static final Set<Role> FOLLOWING =
            Set.of(Role.CREDIT_OFFICER, Role.ASSOCIATION_STAFF, Role.GROUP_HEAD, Role.COMMUNE_OFFICIAL);

    private final Debts debts;
    private final Signatures signatures;
    private final ClassRules rules;
    private final Submissions submissions;

    ClassifyDebt(Debts debts, Signatures signatures, ClassRules rules, Submissions submissions) {
        this.debts = debts;
        this.signatures = signatures;
        this.rules = rules;
        this.submissions = submissions;
    }

    /**
     * Classifies a debt, or classifies it again.
     *
     * @throws Refused {@link DebtRefusal}
     */
    public void classify(Actor actor, UUID key, String loan, Judged judged) {
        var proof = DebtText.spelled(judged.evidence(), DebtText.LONGEST_NOTE);
        run(actor, key, CLASSIFYING, loan, new Wanted(judged.ability(), judged.cause(), null, proof, null));
    }

    /**
     * Notes what was done about a debt of a closed round.
     *
     * @throws Refused {@link DebtRefusal}
     */
    public void follow(Actor actor, UUID key, String loan, Noted noted) {
        var note = DebtText.spelled(noted.note(), DebtText.LONGEST_NOTE);
        run(actor, key, FOLLOWING, loan, new Wanted(null, null, noted.measure(), note, noted.day()));
    }

    private void run(Actor actor, UUID key, Set<Role> roles, String loan, Wanted wanted) {
        var submission = new Submission(key, "supervision.ClassifyDebt", loan + "\n" + wanted);
        submissions.once(actor, submission, Written.class, () -> {
            if (!roles.contains(actor.role())) {
                throw new Refused(SharedRefusal.ROLE_MAY_NOT, actor.role());
            }
            signatures.lock(debts.newest(loan).round().id());
            var debt = debts.newest(loan);
            var step = wanted.measure() == null ? classified(debt, wanted) : followed(debt, wanted);
            debts.add(actor, key, debt, step);
            return new Submissions.Done<>(
                    debt.round().pointId(),
                    debt.round().openDay(),
                    new Written(debt.round().year()));
        });
    }

    private Step classified(Debt debt, Wanted wanted) {
        if (debt.signed()) {
            throw new Refused(DebtRefusal.DEBT_SIGNED, debt.loan().code());
        }
        var known = rules.on(debt.round().takenOn());
        if (wanted.ability() == null || !known.abilities().contains(wanted.ability())) {
            throw new Refused(DebtRefusal.DEBT_CLASS_UNKNOWN);
        }
        if (wanted.cause() == null || !known.causes().contains(wanted.cause())) {
            throw new Refused(DebtRefusal.DEBT_CAUSE_UNKNOWN);
        }
        return new Step(
                wanted.ability(),
                wanted.cause(),
                null,
                wanted.note(),
                debt.round().openDay());
    }

    private static Step followed(Debt debt, Wanted wanted) {
        var round = debt.round();
        if (round.closedOn() == null) {
            throw new Refused(DebtRefusal.DEBT_NOT_CLOSED, debt.loan().code());
        }
        if (Arrays.stream(DebtMeasure.values()).noneMatch(each -> each.name().equals(wanted.measure()))) {
            throw new Refused(DebtRefusal.DEBT_MEASURE_UNKNOWN);
        }
        var day = wanted.day() == null ? round.openDay() : wanted.day();
        if (day.isAfter(round.openDay())) {
            throw new Refused(DebtRefusal.DEBT_DAY_AHEAD, day, round.openDay());
        }
        if (day.isBefore(round.takenOn())) {
            throw new Refused(DebtRefusal.DEBT_DAY_BEFORE_ROUND, day, round.takenOn());
        }
        return new Step(null, null, wanted.measure(), wanted.note(), day);
    }

    /**
     * How a debt is judged.
     *
     * @param ability one of the rule {@code DEBT_ABILITIES} of the day of the round
     * @param cause one of the rule {@code DEBT_CAUSES}
     * @param evidence what shows it: numbers of papers
     */
    public record Judged(String ability, String cause, String evidence) {}

    /** What was done: the name of a {@link DebtMeasure}, the day, and a note. */
    public record Noted(String measure, LocalDate day, String note) {}

    private record Wanted(
            @Nullable String ability,
            @Nullable String cause,
            @Nullable String measure,
            String note,
            @Nullable LocalDate day) {}

    record Written(int year) {}
}
