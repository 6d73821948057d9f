package org.dongvon.loan.application;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * What 01/GQVL asks besides 01/TD: jobs, labour, priority groups and a year's result.
 *
 * @param establishment the enterprise or facility that the borrower applies for; none for a household
 * @param place where the project is
 * @param priorities the groups that were ticked
 * @param income of a year, as the cost
 */
public record JobPlan(
        @Nullable String establishment,
        String place,
        Jobs jobs,
        Labour labour,
        List<Priority> priorities,
        Dong income,
        Dong cost) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    private static final int MOST_PEOPLE = 10_000;

    /**
     * The plan in one spelling.
     *
     * @throws Refused {@link ApplicationRefusal#PLAN_WITHOUT_JOBS}
     */
    public JobPlan {
        establishment = establishment == null || establishment.isBlank() ? null : plain(establishment);
        place = plain(place);
        priorities = priorities.stream().distinct().sorted().toList();
        boolean written = fits(place) && (establishment == null || fits(establishment));
        boolean counted = jobs.isRight() && labour.isRight();
        if (!written || !counted || income.amount() < 0 || cost.amount() < 0) {
            throw new Refused(ApplicationRefusal.PLAN_WITHOUT_JOBS);
        }
    }

    private static String plain(String typed) {
        return Spelling.of(typed);
    }

    private static boolean fits(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST;
    }

    /** The six priority groups of the form; a default, since the form's own words were not captured. */
    public enum Priority {
        DISABLED,
        MINORITY,
        EMPLOYS_DISABLED,
        EMPLOYS_MINORITY,
        EMPLOYS_BOTH,
        KIN_OF_MERITORIOUS
    }

    /**
     * Jobs by kind.
     *
     * @param women among all of them
     */
    public record Jobs(int created, int kept, int expanded, int women) {

        public int all() {
            return created + kept + expanded;
        }

        private boolean isRight() {
            boolean none = created < 0 || kept < 0 || expanded < 0 || women < 0;
            return !none
                    && created <= MOST_PEOPLE
                    && kept <= MOST_PEOPLE
                    && expanded <= MOST_PEOPLE
                    && women <= all()
                    && all() > 0;
        }
    }

    /**
     * Who works.
     *
     * @param ofTheClass how many of them are people whom the programme is for, such as ex-prisoners
     */
    public record Labour(int family, int hired, int ofTheClass) {

        public int all() {
            return family + hired;
        }

        private boolean isRight() {
            boolean none = family < 0 || hired < 0 || ofTheClass < 0;
            return !none && family <= MOST_PEOPLE && hired <= MOST_PEOPLE && ofTheClass <= all();
        }
    }
}
