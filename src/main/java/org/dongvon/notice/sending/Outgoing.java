package org.dongvon.notice.sending;

import java.time.LocalDate;
import org.dongvon.household.PhoneNumber;

/**
 * A message on its way out.
 *
 * @param id our own number of it, which the provider is told
 * @param day the office's open day on which it was taken
 */
record Outgoing(long id, LocalDate day, PhoneNumber to, String text) {}
