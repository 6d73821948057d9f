package org.dongvon.household.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.PersonRecords;
import org.dongvon.programme.ParameterBook;
import org.dongvon.programme.ParameterCode;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * How long what is held about a person must be kept: while a contract runs, and so many years after the last one ended.
 *
 * <p>Example: the last loan was paid off on 15/03/2020 and the rule says 10 years: until 15/03/2030.
 *
 * @param running the code of a contract that still runs
 * @param ended the day the last contract ended, when none runs
 * @param until the first day on which the file need no longer be kept
 */
record Retention(
        @Nullable String running,
        @Nullable LocalDate ended,
        @Nullable LocalDate until,
        long years) {

    static Retention of(List<Section> sections, ParameterBook rules, LocalDate today) {
        long years = rules.whole(ParameterCode.PERSON_RETENTION_YEARS, today);
        var contracts = sections.stream()
                .filter(each -> each.kind().isContract())
                .flatMap(each -> each.entries().stream())
                .toList();
        var running = contracts.stream()
                .filter(each -> each.until() == null)
                .map(PersonRecords.Entry::code)
                .findFirst();
        if (running.isPresent()) {
            return new Retention(running.get(), null, null, years);
        }
        var ended = contracts.stream()
                .flatMap(each -> Optional.ofNullable(each.until()).stream())
                .max(LocalDate::compareTo)
                .orElse(null);
        return new Retention(null, ended, ended == null ? null : ended.plusYears(years), years);
    }

    /**
     * Why the file cannot be deleted. There is always a reason: the program itself destroys no file.
     *
     * @return {@link HouseholdRefusal#PERSON_HAS_LOAN}, {@link HouseholdRefusal#RETENTION_RUNS} or {@link
     *     HouseholdRefusal#DESTRUCTION_NEEDS_MINUTES}
     */
    Refused refusal(LocalDate today) {
        if (running != null) {
            return new Refused(HouseholdRefusal.PERSON_HAS_LOAN, running);
        }
        if (ended != null && until != null && today.isBefore(until)) {
            return new Refused(HouseholdRefusal.RETENTION_RUNS, years, ended, until);
        }
        return new Refused(HouseholdRefusal.DESTRUCTION_NEEDS_MINUTES);
    }

    /** What one module holds. */
    record Section(PersonRecords.Kind kind, List<PersonRecords.Entry> entries) {}
}
