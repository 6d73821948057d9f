/**
 * Cash that changes hands during the day: between tellers, and between a teller and the vault. Start with {@link
 * org.dongvon.session.handover.HandOverCash}.
 */
@NamedInterface("handover")
@NullMarked
package org.dongvon.session.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
