/**
 * The debt of a borrower who died or left goes on in another name: docs/domain/succession.md. Start with
 * {@code PassLoanOn}.
 */
@NullMarked
package org.dongvon.loan.succession;

import org.jspecify.annotations.NullMarked;
