package org.dongvon.engine.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.support.Seeded;
import org.junit.jupiter.api.Test;

class AllocationPropertyTest {

    private static final int CASES = 500;

    private static Claims claims(Random random, int size) {
        var claims = Claims.NONE;
        for (var claim : Claim.values()) {
            claims = claims.with(claim, Dong.of(random.nextInt(size * 1_000)));
        }
        return claims;
    }

    private static CollectionOrder order(Random random) {
        var claims = new ArrayList<>(List.of(Claim.values()));
        Collections.shuffle(claims, random);
        return new CollectionOrder(claims);
    }

    @Test
    void thePartsAndTheExcessAddUpToTheAmount() {
        Seeded.check(CASES, (random, size) -> {
            var amount = Dong.of(random.nextInt(size * 8_000));
            var owed = claims(random, size);

            var allocation = Allocation.ofUndivided(amount, owed, order(random));

            assertThat(Dong.sum(allocation.toMap().values()).plus(allocation.excess()))
                    .isEqualTo(amount);
            assertThat(allocation.interest().plus(allocation.principal()).plus(allocation.excess()))
                    .isEqualTo(amount);
            var byPart = new ArrayList<Dong>();
            for (var part : Part.values()) {
                byPart.add(allocation.interest(part));
                byPart.add(allocation.principal(part));
            }
            assertThat(Dong.sum(byPart).plus(allocation.excess())).isEqualTo(amount);
            assertThat(allocation.excess()).isEqualTo(amount.minus(owed.total()).max(Dong.ZERO));
        });
    }

    @Test
    void noClaimGetsMoreThanIsOwedAndNoneBeforeThoseInFrontAreFull() {
        Seeded.check(CASES, (random, size) -> {
            var order = order(random);
            var owed = claims(random, size);

            var allocation = Allocation.ofUndivided(Dong.of(random.nextInt(size * 8_000)), owed, order);

            boolean full = true;
            for (var claim : order.claims()) {
                var taken = allocation.of(claim);
                assertThat(taken).isBetween(Dong.ZERO, full ? owed.of(claim) : Dong.ZERO);
                full = full && taken.equals(owed.of(claim));
            }
            assertThat(full || allocation.excess().isZero()).isTrue();
        });
    }

    @Test
    void payingInTwoGoesIsPayingAtOnce() {
        Seeded.check(CASES, (random, size) -> {
            var order = order(random);
            var owed = claims(random, size);
            var first = Dong.of(random.nextInt(size * 4_000));
            var second = Dong.of(random.nextInt(size * 4_000));

            var one = Allocation.ofUndivided(first, owed, order);
            var left = owed;
            for (var claim : Claim.values()) {
                left = left.with(claim, owed.of(claim).minus(one.of(claim)));
            }
            var two = Allocation.ofUndivided(second.plus(one.excess()), left, order);
            var whole = Allocation.ofUndivided(first.plus(second), owed, order);

            for (var claim : Claim.values()) {
                assertThat(one.of(claim).plus(two.of(claim))).isEqualTo(whole.of(claim));
            }
            assertThat(two.excess()).isEqualTo(whole.excess());
        });
    }
}
