/** What devices recorded in the field comes into the books exactly once. Start with {@code ReceiveBatch}; the rules are in {@code docs/domain/field-day.md}. */
@NamedInterface("sync")
@NullMarked
package org.dongvon.session.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
