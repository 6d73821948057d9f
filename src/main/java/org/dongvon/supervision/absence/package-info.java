/** Borrowers who left the locality: notice, list, meeting, measures, return; {@code docs/domain/absence.md}. */
@NamedInterface("absence")
@NullMarked
package org.dongvon.supervision.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
