/**
 * A person's telephone number and the written consent to get messages there: two persons enter it, one ends it at once.
 * docs/domain/messages.md. Start with {@code ContactChange}.
 */
@NullMarked
package org.dongvon.household.contact;

import org.jspecify.annotations.NullMarked;
