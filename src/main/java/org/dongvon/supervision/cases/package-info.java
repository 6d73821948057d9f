/**
 * Cases of money lost (chiếm dụng, xâm tiêu, thu không nộp, vay ké): opened and closed by two persons, with what was recovered and
 * the report of a period. docs/domain/cases.md. Posts nothing: money that comes back is posted at the counter.
 */
@NullMarked
package org.dongvon.supervision.cases;

import org.jspecify.annotations.NullMarked;
