/**
 * An application for a loan, from the group to the commune's answer. The map of its steps is {@link
 * org.dongvon.loan.application.Move}; docs/domain/application.md shows it.
 */
@NullMarked
package org.dongvon.loan.application;

import org.jspecify.annotations.NullMarked;
