package org.dongvon.loan.application;

import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What an application says beyond its amount and term; which of it is asked for is a dated rule of the programme.
 *
 * @param capClass which of the programme's caps it falls under; none where there is one class
 * @param need what the whole costs, and what of it the applicant pays; none where it is not asked
 * @param jobs what 01/GQVL asks; none where it is not asked
 */
public record Plan(
        @Nullable String capClass,
        @Nullable Need need,
        @Nullable JobPlan jobs) {

    public static final Plan NONE = new Plan(null, null, null);

    /**
     * Price or cost and own capital. Example: a flat of 700 000 000 đ of which 230 000 000 were paid leaves 470 000 000.
     *
     * @param whole more than nothing
     * @param own what the applicant pays of it, or has paid
     */
    public record Need(Dong whole, Dong own) {

        private static final int WHOLE = 100;

        /**
         * The need.
         *
         * @throws Refused {@link ApplicationRefusal#PLAN_WITHOUT_NEED}
         */
        public Need {
            if (!whole.isPositive() || own.amount() < 0 || own.compareTo(whole) >= 0) {
                throw new Refused(ApplicationRefusal.PLAN_WITHOUT_NEED);
            }
        }

        /** What is left to borrow. */
        public Dong rest() {
            return whole.minus(own);
        }

        /** A share of the whole, rounded down to whole đồng. */
        public Dong share(int percent) {
            return new Dong(Math.multiplyExact(whole.amount(), percent) / WHOLE);
        }

        /** Whether a share of the whole is the applicant's own. Example: 140 of 700 million are 20 %, 139 999 999 đ are not. */
        public boolean hasOwn(int percent) {
            return Math.multiplyExact(own.amount(), WHOLE) >= Math.multiplyExact(whole.amount(), percent);
        }
    }
}
