package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.programme.Cap;
import org.dongvon.programme.CapBasis;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.Security;
import org.dongvon.programme.Term;
import org.dongvon.programme.TermCode;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * What a programme asks of an application's plan on a day: jobs where one of its forms is 01/GQVL, need and own capital where
 * a cap or a rule counts from them; and how far the plan lets the bank lend.
 */
@Component
public class PlanRules {

    private static final String JOB_FORM = "01/GQVL";

    private static final String EVERYBODY = "ALL";

    /** The classes that are an establishment, not a household: an organisation needs security where the rule says so. */
    private static final Set<String> ESTABLISHMENTS = Set.of("ENTERPRISE", "ORGANISATION");

    /** A share of the value that may be lent where the programme does not say. */
    private static final int WHOLE = 100;

    private final PlanFiles plans;
    private final Programmes programmes;

    PlanRules(PlanFiles plans, Programmes programmes) {
        this.plans = plans;
        this.programmes = programmes;
    }

    /**
     * What the page of a new application asks under a programme.
     *
     * @param classes the classes of its caps, of which the applicant names one; empty where there is only one
     */
    public record Asks(boolean jobs, boolean need, List<String> classes) {}

    /** What a programme asks on a day, of whichever class. */
    public Asks asks(String programme, LocalDate day) {
        var caps = caps(programme, day);
        var classes = caps.stream()
                .map(Cap::borrowers)
                .filter(each -> !each.equals(EVERYBODY))
                .distinct()
                .toList();
        boolean facilities = percent(programme, TermCode.LABOUR_SHARE_MIN, day).isPresent();
        return new Asks(facilities || asksJobs(programme, day, caps), asksNeed(programme, day, caps), classes);
    }

    private boolean asksJobs(String programme, LocalDate day, List<Cap> caps) {
        return find(programme, TermCode.FORMS, day).contains(JOB_FORM)
                || caps.stream().anyMatch(cap -> cap.limit().basis() == CapBasis.JOB);
    }

    private boolean asksNeed(String programme, LocalDate day, List<Cap> caps) {
        return percent(programme, TermCode.OWN_CAPITAL_MIN, day).isPresent()
                || caps.stream().anyMatch(cap -> cap.limit().basis() == CapBasis.NEED);
    }

    /**
     * Lets a direct application pass with an amount.
     *
     * @throws Refused {@link ApplicationRefusal#PLAN_OF_NO_CLASS}, {@link ApplicationRefusal#PLAN_WITHOUT_NEED}, {@link
     *     ApplicationRefusal#PLAN_WITHOUT_JOBS}, {@link ApplicationRefusal#OWN_CAPITAL_TOO_LOW}, {@link
     *     ApplicationRefusal#LABOUR_SHARE_TOO_LOW}, {@link ApplicationRefusal#APPLICATION_ABOVE_CAP}
     */
    void check(Application application, String programme, Dong amount) {
        var day = application.openDay();
        var plan = plans.of(application.code());
        requireComplete(programme, day, plan);
        var need = plan.need();
        if (need != null) {
            checkOwn(programme, day, need);
            atMost(amount, need.rest());
        }
        checkLabour(programme, day, plan);
        for (var cap : caps(programme, day)) {
            if (isOf(cap, plan)) {
                limit(cap, plan).forEach(limit -> atMost(amount, limit));
            }
        }
    }

    private void requireComplete(String programme, LocalDate day, Plan plan) {
        var classes = asks(programme, day).classes();
        if (!classes.isEmpty() && !classes.contains(String.valueOf(plan.capClass()))) {
            throw new Refused(ApplicationRefusal.PLAN_OF_NO_CLASS);
        }
        var own = caps(programme, day).stream().filter(cap -> isOf(cap, plan)).toList();
        if (plan.need() == null && asksNeed(programme, day, own)) {
            throw new Refused(ApplicationRefusal.PLAN_WITHOUT_NEED);
        }
        if (plan.jobs() == null && asksJobs(programme, day, own)) {
            throw new Refused(ApplicationRefusal.PLAN_WITHOUT_JOBS);
        }
    }

    private void checkOwn(String programme, LocalDate day, Plan.Need need) {
        var least = percent(programme, TermCode.OWN_CAPITAL_MIN, day);
        if (least.isPresent() && !need.hasOwn(least.getAsInt())) {
            throw new Refused(ApplicationRefusal.OWN_CAPITAL_TOO_LOW, need.own(), need.whole(), least.getAsInt());
        }
    }

    /** Facilities that employ the people whom a programme is for; a household that is one of them is not asked. */
    private void checkLabour(String programme, LocalDate day, Plan plan) {
        var least = percent(programme, TermCode.LABOUR_SHARE_MIN, day);
        var jobs = plan.jobs();
        if (least.isEmpty() || jobs == null || jobs.establishment() == null) {
            return;
        }
        var labour = jobs.labour();
        if (labour.all() == 0 || (long) labour.ofTheClass() * WHOLE < (long) labour.all() * least.getAsInt()) {
            throw new Refused(
                    ApplicationRefusal.LABOUR_SHARE_TOO_LOW, labour.ofTheClass(), labour.all(), least.getAsInt());
        }
    }

    /** Whether a cap counts for a plan: it is for everybody, or for the class that the plan names. */
    private static boolean isOf(Cap cap, Plan plan) {
        return cap.borrowers().equals(EVERYBODY) || cap.borrowers().equals(plan.capClass());
    }

    /** Whether a cap counts for a direct application. */
    boolean counts(Cap cap, Application application) {
        return isOf(cap, plans.of(application.code()));
    }

    private static Stream<Dong> limit(Cap cap, Plan plan) {
        var amount = cap.limit().amount();
        var percent = cap.limit().percent();
        var need = plan.need();
        var jobs = plan.jobs();
        if (percent != null) {
            return need == null ? Stream.empty() : Stream.of(need.share(percent));
        }
        return amount != null && cap.limit().basis() == CapBasis.JOB && jobs != null
                ? Stream.of(amount.times(jobs.jobs().all()))
                : Stream.empty();
    }

    private static void atMost(Dong amount, Dong limit) {
        if (amount.compareTo(limit) > 0) {
            throw new Refused(ApplicationRefusal.APPLICATION_ABOVE_CAP, amount, limit, limit);
        }
    }

    /**
     * Whether a loan needs security. A threshold that was not established asks for none by itself: the bank's decision does.
     */
    boolean needsSecurity(Application application, Dong amount) {
        var programme =
                programmes.current().programme(application.programmeId()).code();
        var terms = programmes.current().on(programme, application.openDay()).terms();
        var above = terms.securityAbove();
        if (terms.security() == Security.ORGANISATION) {
            return ESTABLISHMENTS.contains(
                    String.valueOf(plans.of(application.code()).capClass()));
        }
        return above != null && amount.compareTo(above) > 0;
    }

    /** How much of what secures a loan may be lent, in per cent. */
    int securityRatio(Application application) {
        var programme =
                programmes.current().programme(application.programmeId()).code();
        return percent(programme, TermCode.SECURITY_RATIO_MAX, application.openDay())
                .orElse(WHOLE);
    }

    private List<Cap> caps(String programme, LocalDate day) {
        return programmes.current().capsOf(programme).stream()
                .filter(cap -> cap.holdsOn(day))
                .toList();
    }

    private OptionalInt percent(String programme, TermCode code, LocalDate day) {
        return programmes.current().terms().find(programme, code, day).stream()
                .mapToInt(row -> Integer.parseInt(row.value()))
                .findFirst();
    }

    private List<String> find(String programme, TermCode code, LocalDate day) {
        return programmes
                .current()
                .terms()
                .find(programme, code, day)
                .map(Term::parts)
                .orElse(List.of());
    }
}
