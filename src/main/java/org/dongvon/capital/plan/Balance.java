package org.dongvon.capital.plan;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dongvon.engine.money.Dong;

/**
 * What each asked, when the target holds it; else in proportion, in whole millions, the millions that are left to the largest
 * remainders.
 *
 * <p>Example: of 100 million, 60, 50 and 40 asked become 40, 33 and 27.
 */
final class Balance {

    private static final long MILLION = 1_000_000;

    private Balance() {}

    static List<Dong> of(Dong target, List<Dong> asked) {
        var sum = Dong.sum(asked);
        if (!sum.isMoreThan(target)) {
            return List.copyOf(asked);
        }
        var whole = BigInteger.valueOf(sum.amount());
        var millions = BigInteger.valueOf(target.amount() / MILLION);
        var shares = asked.stream()
                .map(each ->
                        millions.multiply(BigInteger.valueOf(each.amount())).divideAndRemainder(whole))
                .toList();
        long given =
                shares.stream().mapToLong(share -> share[0].longValueExact()).sum();
        long left = millions.longValueExact() - given;
        var largest = IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1]).reversed())
                .limit(left)
                .toList();
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new Dong((shares.get(i)[0].longValueExact() + (largest.contains(i) ? 1 : 0)) * MILLION))
                .toList();
    }
}
