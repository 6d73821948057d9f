package org.dongvon.household.cards;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dongvon.household.Born;
import org.dongvon.programme.ParameterBook;
import org.dongvon.programme.ParameterCode;
import org.jspecify.annotations.Nullable;

/**
 * At which ages a citizen's card has to be renewed, and how long before such a birthday a card may be issued that holds
 * until the next.
 *
 * <p>Example: at 14, 25, 40 and 60, 2 years: whoever was born on 05/03/1984 and has a card of 04/03/2022 renews it on
 * 05/03/2024; a card of 05/03/2022 holds until 05/03/2044.
 */
public record CardRule(List<Integer> ages, int early) {

    /** How long a birthday is remembered where the day of issue is not known. */
    static final int REMEMBERED_YEARS = 1;

    /** How many months ahead a card is named as due. */
    static final int AHEAD_MONTHS = 3;

    private static final List<ParameterCode> AGES = List.of(
            ParameterCode.CARD_AGE_FIRST,
            ParameterCode.CARD_AGE_SECOND,
            ParameterCode.CARD_AGE_THIRD,
            ParameterCode.CARD_AGE_LAST);

    public CardRule {
        ages = List.copyOf(ages);
    }

    /** The rule of a day. */
    public static CardRule of(ParameterBook rules, LocalDate day) {
        var ages = AGES.stream().map(code -> (int) rules.whole(code, day)).toList();
        return new CardRule(ages, (int) rules.whole(ParameterCode.CARD_EARLY_YEARS, day));
    }

    /** The codes of the documents that the ages of a day stand on. */
    static List<String> documents(ParameterBook rules, LocalDate day) {
        return AGES.stream()
                .flatMap(code -> rules.find(code, day).stream())
                .flatMap(row -> row.basis().documents().stream())
                .distinct()
                .toList();
    }

    /** The ages but the last, as a list for a sentence that ends in "and" and the {@link #last}. */
    public String earlier() {
        return ages.stream().limit(ages.size() - 1L).map(String::valueOf).collect(Collectors.joining(", "));
    }

    public int last() {
        return ages.getLast();
    }

    /**
     * The day on which the card has to be renewed; none after the last age. Where the day of issue is not known, birthdays
     * of more than a year ago are taken for settled.
     */
    public Optional<LocalDate> due(Born born, @Nullable LocalDate issuedOn, LocalDate today) {
        return ages.stream()
                .map(age -> born.on().plusYears(age))
                .filter(birthday -> issuedOn == null
                        ? birthday.isAfter(today.minusYears(REMEMBERED_YEARS))
                        : issuedOn.isBefore(birthday.minusYears(early)))
                .findFirst();
    }
}
