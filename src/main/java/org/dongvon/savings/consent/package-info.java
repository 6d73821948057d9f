/** Members' written consent that what is due of their loans is taken from their deposit (01/TGTV). Start with {@code RecordConsent}. */
@NamedInterface("consent")
@NullMarked
package org.dongvon.savings.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
