package org.dongvon.programme.change;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dongvon.engine.allocation.Claim;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.ParameterUnit;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.CountInput;
import org.dongvon.shared.text.MoneyInput;

/**
 * How the value of one rule is typed and what it may be. A rule that is a name takes only the names that the program
 * carries out.
 *
 * @param code the rule
 * @param unit how its value is read
 */
record RuleValue(ParameterCode code, ParameterUnit unit) {

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}([.,]\\d{1,6})?");
    private static final Pattern KEPT_DECIMAL = Pattern.compile("\\d{1,6}([.]\\d{1,6})?");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,14}");
    private static final Pattern FRACTION = Pattern.compile("([1-9]\\d?)/([1-9]\\d?)");
    private static final Pattern STEPS = Pattern.compile("\\d{1,3}:\\d{1,3}(;\\d{1,3}:\\d{1,3}){0,9}");

    static RuleValue of(ParameterCode code, ParameterUnit unit) {
        return new RuleValue(code, unit);
    }

    /** The names that a rule may be; empty when it is a number. */
    List<String> names() {
        return switch (code) {
            case DAY_COUNT -> List.of("ACTUAL_365");
            case INTEREST_ROUNDING -> List.of("HALF_UP");
            case OVERDUE_RATE_FROM -> List.of("DUE_DATE");
            case DUE_DATE_RULE -> List.of("ON_OR_BEFORE", "STRICTLY_BEFORE");
            case UNPAID_INSTALMENT -> List.of("CARRIED", "OVERDUE");
            case STUDENT_INTEREST_SPREAD -> List.of("WITH_FIRST_INSTALMENTS");
            case COLLECTION_ORDER_IN_TERM, COLLECTION_ORDER_OVERDUE ->
                Arrays.stream(Claim.values()).map(Enum::name).toList();
            case RISK_CAUSES, RISK_CAUSES_OF_PERSON, RISK_CAUSES_WRITTEN_OFF_AT_ONCE ->
                List.of("DISASTER", "POLICY", "ILLNESS", "DEATH", "OVERSEAS_WORK", "BANKRUPTCY");
            case RISK_FREEZE_END -> List.of("BY_SCHEDULE", "OVERDUE");
            case RISK_DECIDER_STATE, RISK_DECIDER_LOCAL, RISK_DECIDER_ABOVE_FUND ->
                List.of("BANK_BOARD", "PEOPLES_COMMITTEE", "PRIME_MINISTER");
            case RISK_BORNE_BY_CAPITAL -> List.of("CENTRAL", "PROVINCE", "DISTRICT", "COMMUNE", "MOBILISED");
            case MEMBER_WITHDRAWAL -> List.of("NOTHING_DUE", "ALL_REPAID", "FREE");
            case MESSAGE_LETTERS -> List.of("PLAIN", "FULL");
            case RISK_RECOVERY_ACCOUNT -> List.of("RECOVERED_DEBT", "RISK_FUND");
            case DEBT_ABILITIES, DEBT_UNRECOVERABLE -> List.of("FULLY", "PARTLY", "NOT_AT_ALL");
            case DEBT_CAUSES ->
                List.of(
                        "DISASTER",
                        "POLICY",
                        "ILLNESS",
                        "DEATH",
                        "OVERSEAS_WORK",
                        "BANKRUPTCY",
                        "ABSCONDED",
                        "MISAPPROPRIATED",
                        "MISUSED",
                        "BUSINESS_LOSS",
                        "UNWILLING",
                        "OTHER_CAUSE");
            default -> List.of();
        };
    }

    /**
     * The value as it is kept.
     *
     * @throws Refused {@link ProgrammeRefusal#RULE_VALUE_UNREADABLE}, or what the reading of money and counts refuses
     */
    String parse(String typed) {
        var text = typed.strip();
        var value = switch (unit) {
            case DONG -> Long.toString(MoneyInput.parse(text).amount());
            case DAYS, WORKING_DAYS, MINUTES, HOURS, MONTHS, YEARS, PERSONS, TIMES ->
                Integer.toString(CountInput.parse(text));
            case FACTOR, PERCENT, PERCENT_A_YEAR, PERCENT_A_MONTH -> decimal(text);
            case CODE, LIST, SET, FRACTION, FRACTION_PRESENT, STEPS -> text.replace(" ", "");
        };
        require(value);
        return value;
    }

    /** Refuses a value that the program could not carry out. */
    void require(String value) {
        boolean right = switch (unit) {
            case CODE -> names().contains(value);
            case LIST -> isEveryNameOnce(List.of(value.split(";")));
            case SET -> isSomeNamesOnce(List.of(value.split(";")));
            case FRACTION, FRACTION_PRESENT -> isFraction(value);
            case STEPS -> STEPS.matcher(value).matches() && rises(value);
            case DONG, DAYS, WORKING_DAYS, MINUTES, HOURS, MONTHS, YEARS, PERSONS, TIMES ->
                COUNT.matcher(value).matches();
            case FACTOR, PERCENT, PERCENT_A_YEAR, PERCENT_A_MONTH ->
                KEPT_DECIMAL.matcher(value).matches() && new BigDecimal(value).compareTo(most()) <= 0;
        };
        if (!right) {
            throw unreadable(value);
        }
    }

    /** A rate may be more than the poor-household rate; nothing else is more than the whole. */
    private BigDecimal most() {
        return switch (code) {
            case NEAR_POOR_OF_POOR_RATE, NEWLY_ESCAPED_OF_POOR_RATE, JOBS_OF_POOR_RATE, PRIORITY_OF_POOR_RATE ->
                BigDecimal.valueOf(300);
            default -> BigDecimal.valueOf(100);
        };
    }

    private String decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw unreadable(text);
        }
        return text.replace(',', '.');
    }

    private boolean isEveryNameOnce(List<String> values) {
        return values.size() == names().size() && Set.copyOf(values).equals(Set.copyOf(names()));
    }

    private boolean isSomeNamesOnce(List<String> values) {
        return names().containsAll(values) && values.stream().distinct().count() == values.size();
    }

    private static boolean isFraction(String value) {
        var parts = FRACTION.matcher(value);
        return parts.matches() && Integer.parseInt(parts.group(1)) <= Integer.parseInt(parts.group(2));
    }

    private static boolean rises(String value) {
        var bounds = Arrays.stream(value.split(";"))
                .map(step -> Integer.parseInt(step.substring(0, step.indexOf(':'))))
                .toList();
        return bounds.equals(bounds.stream().sorted().distinct().toList());
    }

    private Refused unreadable(String value) {
        return new Refused(
                ProgrammeRefusal.RULE_VALUE_UNREADABLE,
                value.length() > 40 ? value.substring(0, 40) + "…" : value,
                code);
    }
}
