package org.dongvon.shared.web;

import java.time.LocalDate;

/**
 * A section of the minutes of closed days, offered as a bean by the module that owns its data; it is read on the snapshot of the
 * minutes, in the reader's scope. The template holds {@code <section th:fragment="part(data)">}.
 */
public interface DayMinutesPart {

    /** Where it stands: small numbers come first. */
    int place();

    /** The template, such as {@code supervision/meeting/day}. */
    String template();

    /** What the template shows of an office's days, from the first to the last of the close. */
    Object load(long officeId, LocalDate from, LocalDate to);
}
