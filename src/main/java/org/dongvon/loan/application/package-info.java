/**
 * An application for a loan, from the group's meeting to the loan that is paid out. The map of its steps is {@link
 * org.dongvon.loan.application.Transition}; docs/domain/application.md shows it.
 */
@NamedInterface("application")
@NullMarked
package org.dongvon.loan.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
