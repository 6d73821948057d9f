/**
 * What changes of a running loan without moving money: an instalment put off (08/TD), the loan extended (09/TD),
 * the instalments of a student dated by the end of the course.
 * docs/domain/servicing.md.
 */
@NullMarked
package org.dongvon.loan.servicing;

import org.jspecify.annotations.NullMarked;
