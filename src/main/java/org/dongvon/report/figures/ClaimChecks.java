package org.dongvon.report.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dongvon.report.Indicator;
import org.dongvon.report.Measure;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigure.Cut;
import org.dongvon.report.PublishedFigure.Place;
import org.dongvon.report.Ratios;
import org.jspecify.annotations.Nullable;

/**
 * Whether a claimed change, growth, multiple, share or ratio, or a closing balance, follows from the figures that it is
 * made of. A quotient holds when some numbers that round to what was printed of its inputs have a quotient that rounds to
 * what is claimed. A claim one of whose inputs was not published is not checked.
 */
final class ClaimChecks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 2;
    private static final int TIMES_DECIMALS = 3;

    private final FigureIndex index;

    ClaimChecks(FigureIndex index) {
        this.index = index;
    }

    /** The check of a claim; none for a measure itself, and where an input is missing. */
    Optional<Check> of(PublishedFigure claim) {
        return switch (claim.indicator().claimed()) {
            case VALUE -> claim.indicator().measure() == Measure.LENDING ? flow(claim) : Optional.empty();
            case CHANGE -> change(claim);
            case GROWTH -> overTime(claim, Identity.GROWTH);
            case TIMES -> overTime(claim, Identity.TIMES);
            case SHARE -> share(claim);
            case RATIO -> ratio(claim);
        };
    }

    private Optional<Check> change(PublishedFigure claim) {
        return now(claim)
                .flatMap(now -> base(claim).map(base -> {
                    var computed = now.amount().value().subtract(base.amount().value());
                    var low = now.amount().low().subtract(base.amount().high());
                    var high = now.amount().high().subtract(base.amount().low());
                    return numbers(claim, Identity.CHANGE, computed, List.of(now, base), meets(claim, low, high));
                }));
    }

    private Optional<Check> overTime(PublishedFigure claim, Identity identity) {
        return now(claim)
                .flatMap(now -> base(claim)
                        .filter(base -> base.amount().low().signum() > 0)
                        .map(base -> identity == Identity.TIMES
                                ? times(claim, now, base)
                                : quotient(claim, identity, List.of(now, base), HUNDRED)));
    }

    private Check times(PublishedFigure claim, PublishedFigure now, PublishedFigure base) {
        var decimals = Math.max(TIMES_DECIMALS, claim.amount().value().scale() + 1);
        var computed = now.amount().value().divide(base.amount().value(), decimals, RoundingMode.HALF_UP);
        boolean holds = isQuotient(claim.amount().low(), claim.amount().high(), now, base);
        return numbers(claim, Identity.TIMES, computed, List.of(now, base), holds);
    }

    /** A part in percent of a whole, less so many percent: 100 for a growth, 0 for a share. */
    private static Check quotient(
            PublishedFigure claim, Identity identity, List<PublishedFigure> partAndWhole, BigDecimal less) {
        var part = partAndWhole.getFirst();
        var whole = partAndWhole.getLast();
        var decimals = Math.max(PERCENT_DECIMALS, claim.amount().value().scale() + 1);
        var computed = part.amount()
                .value()
                .subtract(less.signum() == 0 ? BigDecimal.ZERO : whole.amount().value())
                .multiply(HUNDRED)
                .divide(whole.amount().value(), decimals, RoundingMode.HALF_UP);
        boolean holds = isQuotient(
                claim.amount().low().add(less).movePointLeft(2),
                claim.amount().high().add(less).movePointLeft(2),
                part,
                whole);
        return numbers(claim, identity, computed, partAndWhole, holds);
    }

    /** Whether some quotient of the two lies between low and high; exact, without a division. The whole is positive. */
    private static boolean isQuotient(BigDecimal low, BigDecimal high, PublishedFigure part, PublishedFigure whole) {
        var least = part.amount().low().max(BigDecimal.ZERO);
        boolean notAbove = atMost(least, high, whole);
        boolean notBelow = part.amount().high().compareTo(smallest(low, whole)) >= 0;
        return notAbove && notBelow;
    }

    private static boolean atMost(BigDecimal least, BigDecimal high, PublishedFigure whole) {
        var edge = high.signum() >= 0 ? whole.amount().high() : whole.amount().low();
        return least.compareTo(high.multiply(edge)) <= 0;
    }

    private static BigDecimal smallest(BigDecimal low, PublishedFigure whole) {
        return low.multiply(
                low.signum() >= 0 ? whole.amount().low() : whole.amount().high());
    }

    private Optional<Check> share(PublishedFigure claim) {
        return part(claim)
                .flatMap(part -> whole(part)
                        .filter(whole -> whole.amount().low().signum() > 0)
                        .map(whole -> quotient(claim, Identity.SHARE, List.of(part, whole), BigDecimal.ZERO)));
    }

    private Optional<Check> ratio(PublishedFigure claim) {
        var place = claim.place();
        var measure = claim.indicator().measure();
        var cut = measure == Measure.OUTSTANDING ? Cut.NONE : place.cut();
        return part(claim)
                .flatMap(part -> index.find(place, Measure.OUTSTANDING, cut)
                        .filter(whole ->
                                !whole.equals(part) && whole.amount().low().signum() > 0)
                        .map(whole -> quotient(claim, Identity.RATIO, List.of(part, whole), BigDecimal.ZERO)));
    }

    /** What a part is a part of: by its own definition, else the same measure of all, if it is cut one way only. */
    private Optional<PublishedFigure> whole(PublishedFigure part) {
        var place = part.place();
        var cut = place.cut();
        var defined = part.indicator().measure().whole();
        if (defined.isPresent()) {
            return index.find(place, defined.get(), cut);
        }
        if (cuts(cut) == 1) {
            var entrusted = part.indicator().measure() == Measure.OUTSTANDING
                            && !cut.association().isEmpty()
                    ? index.find(place, Measure.OUTSTANDING_ENTRUSTED, Cut.NONE)
                    : Optional.<PublishedFigure>empty();
            return entrusted.or(() -> index.find(place, part.indicator().measure(), Cut.NONE));
        }
        return Optional.empty();
    }

    /** Opening + lending − collection − written off = closing: found from the lending, shown as the closing's. */
    private Optional<Check> flow(PublishedFigure lending) {
        var place = lending.place();
        var since = place.base();
        if (since == null) {
            return Optional.empty();
        }
        var opening = index.at(place, Measure.OUTSTANDING, since, null);
        var closing = index.at(place, Measure.OUTSTANDING, place.on(), null);
        var collection = index.at(place, Measure.COLLECTION, place.on(), since);
        var writtenOff = index.at(place, Measure.WRITTEN_OFF, place.on(), since);
        if (opening.isEmpty() || closing.isEmpty() || collection.isEmpty() || writtenOff.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                flow(closing.get(), since, List.of(opening.get(), lending, collection.get(), writtenOff.get())));
    }

    private static Check flow(PublishedFigure closing, LocalDate since, List<PublishedFigure> inputs) {
        var computed = BigDecimal.ZERO;
        var low = BigDecimal.ZERO;
        var high = BigDecimal.ZERO;
        for (int i = 0; i < inputs.size(); i++) {
            var amount = inputs.get(i).amount();
            boolean isAdded = i < 2;
            computed = isAdded ? computed.add(amount.value()) : computed.subtract(amount.value());
            low = isAdded ? low.add(amount.low()) : low.subtract(amount.high());
            high = isAdded ? high.add(amount.high()) : high.subtract(amount.low());
        }
        var sides = new Check.Numbers(closing.amount().value(), Ratios.trimmed(computed), false);
        return new Check(closing, Identity.FLOW, since, sides, inputs, meets(closing, low, high));
    }

    private Optional<PublishedFigure> now(PublishedFigure claim) {
        return index.at(claim.place(), claim.indicator().measure(), claim.on(), null);
    }

    private Optional<PublishedFigure> base(PublishedFigure claim) {
        var base = Objects.requireNonNull(claim.place().base());
        return index.at(claim.place(), claim.indicator().measure(), base, null);
    }

    private Optional<PublishedFigure> part(PublishedFigure claim) {
        var place = claim.place();
        return index.find(new Place(
                place.unit(), place.on(), null, Indicator.of(claim.indicator().measure()), place.cut()));
    }

    private static boolean meets(PublishedFigure claim, BigDecimal low, BigDecimal high) {
        return low.compareTo(claim.amount().high()) <= 0
                && high.compareTo(claim.amount().low()) >= 0;
    }

    private static Check numbers(
            PublishedFigure claim,
            Identity identity,
            BigDecimal computed,
            List<PublishedFigure> inputs,
            boolean holds) {
        @Nullable LocalDate base = claim.place().base();
        var sides = new Check.Numbers(claim.amount().value(), Ratios.trimmed(computed), false);
        return new Check(claim, identity, base, sides, inputs, holds);
    }

    private static long cuts(Cut cut) {
        return Stream.of(cut.programme(), cut.association(), cut.source())
                .filter(code -> !code.isEmpty())
                .count();
    }
}
