package org.dongvon.report;

import java.util.Optional;

/**
 * What a published figure says: a measure itself, or something claimed about it. Example: {@code
 * growth_percent.outstanding} is by how many percent outstanding grew since the figure's base.
 */
public record Indicator(Claimed claimed, Measure measure) {

    public static final Indicator OUTSTANDING = of(Measure.OUTSTANDING);
    public static final Indicator OUTSTANDING_CHANGE = new Indicator(Claimed.CHANGE, Measure.OUTSTANDING);
    public static final Indicator LOCAL_CAPITAL = of(Measure.CAPITAL_LOCAL);
    public static final Indicator TOTAL_CAPITAL = of(Measure.CAPITAL_TOTAL);
    public static final Indicator LOCAL_SHARE = new Indicator(Claimed.SHARE, Measure.CAPITAL_LOCAL);

    /** A measure itself. */
    public static Indicator of(Measure measure) {
        return new Indicator(Claimed.VALUE, measure);
    }

    /** The indicator of a code such as {@code outstanding} or {@code share_percent.capital.local}. */
    public static Optional<Indicator> parse(String code) {
        for (var claimed : Claimed.values()) {
            if (code.startsWith(claimed.prefix())) {
                var found = Measure.of(code.substring(claimed.prefix().length()))
                        .filter(measure -> claimed.suits(measure))
                        .map(measure -> new Indicator(claimed, measure));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** As files and programs write it. */
    public String code() {
        return claimed.prefix() + measure.code();
    }

    /** What is said about a measure. Its name for people is the message {@code claimed.<CONSTANT>}. */
    public enum Claimed {
        /** The measure itself. */
        VALUE(""),
        /** How much more it is than at the base. */
        CHANGE("change."),
        /** By how many percent of the base it grew. */
        GROWTH("growth_percent."),
        /** How many times the base it is. */
        TIMES("times."),
        /** How many percent of its whole it is. */
        SHARE("share_percent."),
        /** How many percent of the outstanding it is. */
        RATIO("ratio_percent.");

        private final String prefix;

        Claimed(String prefix) {
            this.prefix = prefix;
        }

        /** What stands before the measure in an indicator's code, such as {@code change.}. */
        public String prefix() {
            return prefix;
        }

        /** Whether it compares with a base day. */
        public boolean hasBase() {
            return this == CHANGE || this == GROWTH || this == TIMES;
        }

        /** Whether its values are percent. */
        public boolean isPercent() {
            return this == GROWTH || this == SHARE || this == RATIO;
        }

        private boolean suits(Measure measure) {
            return this != RATIO || measure.nature() == Measure.Nature.MONEY;
        }
    }
}
