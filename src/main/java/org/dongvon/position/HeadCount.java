package org.dongvon.position;

/**
 * Who stands behind a total, each counted once. Adds over places, never over programmes: a household with loans of two
 * programmes is one household in each, and one in all.
 *
 * @param households households with principal outstanding
 * @param borrowers persons with principal outstanding
 * @param loans loans with principal outstanding, in whatever parts
 * @param jobs jobs that those loans undertook to create or keep
 */
public record HeadCount(long households, long borrowers, long loans, long jobs) {

    /** Nobody. */
    public static final HeadCount NONE = new HeadCount(0, 0, 0, 0);

    HeadCount plus(HeadCount other) {
        return new HeadCount(
                households + other.households, borrowers + other.borrowers, loans + other.loans, jobs + other.jobs);
    }
}
