package org.dongvon.programme.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.ReferenceBook;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.stereotype.Component;

/**
 * The relations that the law draws between rates, as checks of a new one and never as formulas: 120 % of the poor rate
 * for near-poor households, 125 % for newly escaped, 127 % for jobs and work abroad since 2026, 130 % of the rate in
 * term when overdue. Each percentage is a dated rule with its document.
 *
 * <p>Example: 7.5 % for near-poor households while poor ones pay 6.24 % is no 6.24 % × 120 % = 7.488 %.
 */
@Component
class RateRelations {

    private static final String POOR = "HONGHEO";
    private static final Map<String, ParameterCode> OF_POOR = ofPoor();

    private final Programmes programmes;
    private final Messages messages;

    RateRelations(Programmes programmes, Messages messages) {
        this.programmes = programmes;
        this.messages = messages;
    }

    private static Map<String, ParameterCode> ofPoor() {
        Map<String, ParameterCode> result = new LinkedHashMap<>();
        result.put("CANNGHEO", ParameterCode.NEAR_POOR_OF_POOR_RATE);
        result.put("THOATNGHEO", ParameterCode.NEWLY_ESCAPED_OF_POOR_RATE);
        result.put("GQVL-2026", ParameterCode.JOBS_OF_POOR_RATE);
        result.put("XKLD-2026", ParameterCode.JOBS_OF_POOR_RATE);
        result.put("GQVL-UUTIEN-2026", ParameterCode.PRIORITY_OF_POOR_RATE);
        result.put("XKLD-UUTIEN-2026", ParameterCode.PRIORITY_OF_POOR_RATE);
        return result;
    }

    /** The relations that a series breaks with these rates from that day, a sentence with its arithmetic each. */
    List<String> broken(Language language, String series, Rates wanted) {
        var book = programmes.current();
        var result = new ArrayList<String>();
        OF_POOR.forEach((each, rule) -> {
            if (each.equals(series)) {
                rate(book, POOR, wanted.from())
                        .flatMap(poor -> compare(book, new Claim(rule, poor, wanted.inTerm(), wanted.from())))
                        .map(broken -> broken.words(language, messages, "rate.relation.own", series))
                        .ifPresent(result::add);
            } else if (series.equals(POOR)) {
                rate(book, each, wanted.from())
                        .flatMap(other -> compare(book, new Claim(rule, wanted.inTerm(), other, wanted.from())))
                        .map(broken -> broken.words(language, messages, "rate.relation.other", each))
                        .ifPresent(result::add);
            }
        });
        compare(book, new Claim(ParameterCode.OVERDUE_MULTIPLIER, wanted.inTerm(), wanted.overdue(), wanted.from()))
                .map(broken -> broken.words(language, messages, "rate.relation.overdue", series))
                .ifPresent(result::add);
        return result;
    }

    /** That a rate counts from a day that offices have closed. */
    String retroactive(Language language, LocalDate from, LocalDate open) {
        return messages.text(language, "rate.retroactive.caution", from, open);
    }

    private static Optional<AnnualRate> rate(ReferenceBook book, String series, LocalDate day) {
        return book.rates().rateOn(series, day).map(row -> row.change().inTerm());
    }

    /** What the rule makes of the base, when the rate is not that. */
    private static Optional<Broken> compare(ReferenceBook book, Claim claim) {
        return book.parameters()
                .find(claim.rule(), claim.day())
                .map(row -> claim.rule() == ParameterCode.OVERDUE_MULTIPLIER
                        ? new BigDecimal(row.value()).movePointRight(2)
                        : new BigDecimal(row.value()))
                .map(percent -> new Broken(
                        claim,
                        percent.stripTrailingZeros(),
                        percent(claim.base()).multiply(percent).movePointLeft(2).stripTrailingZeros()))
                .filter(each -> each.expected().compareTo(percent(claim.rate())) != 0);
    }

    private static BigDecimal percent(AnnualRate rate) {
        return BigDecimal.valueOf(rate.units(), 6);
    }

    /** Rates of a series from a day on. */
    record Rates(LocalDate from, AnnualRate inTerm, AnnualRate overdue) {}

    /** That a rate is the rule's percentage of the base. */
    private record Claim(ParameterCode rule, AnnualRate base, AnnualRate rate, LocalDate day) {}

    private record Broken(Claim claim, BigDecimal percent, BigDecimal expected) {

        String words(Language language, Messages messages, String key, String series) {
            var formats = Formats.in(language);
            return messages.text(
                    language,
                    key,
                    series,
                    formats.rate(claim.base()),
                    plain(formats, percent),
                    rate(formats),
                    formats.rate(claim.rate()));
        }

        /** As rates are written; one that no rate can be, with all its digits. */
        private String rate(Formats formats) {
            var units = expected.movePointRight(6).stripTrailingZeros();
            return units.scale() <= 0
                    ? formats.rate(new AnnualRate(units.longValueExact()))
                    : plain(formats, expected) + " %";
        }

        private static String plain(Formats formats, BigDecimal number) {
            var whole = number.scale() < 0 ? number.setScale(0) : number;
            return formats.decimal(whole.unscaledValue(), whole.scale());
        }
    }
}
