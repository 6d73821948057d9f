package org.dongvon.engine.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.LoanInterest;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.PartInterest;
import org.dongvon.engine.money.Dong;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final Claims OWED = Claims.NONE
            .with(Claim.INTEREST_ARREARS, Dong.of(100))
            .with(Claim.INTEREST_MONTH, Dong.of(50))
            .with(Claim.INTEREST_OVERDUE, Dong.of(30))
            .with(Claim.PRINCIPAL_OVERDUE, Dong.of(1_000))
            .with(Claim.PRINCIPAL_AHEAD, Dong.of(5_000));

    @Test
    void tellsWhatGoesToWhichLine() {
        var all = Allocation.ofUndivided(Dong.of(2_000), OWED, CollectionOrder.INTEREST_FIRST);

        assertThat(all.interest(Part.IN_TERM)).isEqualTo(Dong.of(150));
        assertThat(all.interest(Part.OVERDUE)).isEqualTo(Dong.of(30));
        assertThat(all.interest(Part.FROZEN)).isEqualTo(Dong.ZERO);
        assertThat(all.principal(Part.OVERDUE)).isEqualTo(Dong.of(1_000));
        assertThat(all.principal(Part.IN_TERM)).isEqualTo(Dong.of(820));
        assertThat(all.interest()).isEqualTo(Dong.of(180));
        assertThat(all.principal()).isEqualTo(Dong.of(1_820));
        assertThat(all.of(Claim.PRINCIPAL_AHEAD)).isEqualTo(Dong.of(820));
        assertThat(all.excess()).isEqualTo(Dong.ZERO);
    }

    @Test
    void keepsInterestAndPrincipalApart() {
        var interest = Allocation.ofInterest(Dong.of(500), OWED, CollectionOrder.INTEREST_FIRST);
        var principal = Allocation.ofPrincipal(Dong.of(9_000), OWED, CollectionOrder.INTEREST_FIRST);

        assertThat(interest.principal()).isEqualTo(Dong.ZERO);
        assertThat(interest.excess()).isEqualTo(Dong.of(320));
        assertThat(interest.of(Claim.PRINCIPAL_OVERDUE)).isEqualTo(Dong.ZERO);
        assertThat(principal.interest()).isEqualTo(Dong.ZERO);
        assertThat(principal.excess()).isEqualTo(Dong.of(3_000));
    }

    @Test
    void refusesNegativeAmounts() {
        var order = CollectionOrder.INTEREST_FIRST;

        assertThatThrownBy(() -> Allocation.ofInterest(Dong.of(-1), OWED, order))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OWED.with(Claim.INTEREST_MONTH, Dong.of(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesClaimsFromTheLoansInterest() {
        var interest = LoanInterest.of(List.of(
                new PartInterest(Part.IN_TERM, InterestLine.units(256)),
                new PartInterest(Part.OVERDUE, InterestLine.units(80)),
                new PartInterest(Part.FROZEN, InterestLine.units(7)),
                new PartInterest(Part.WRITTEN_OFF, InterestLine.units(9))));

        var claims = OWED.withInterest(interest, Dong.of(100));

        assertThat(claims.of(Claim.INTEREST_ARREARS)).isEqualTo(Dong.of(100));
        assertThat(claims.of(Claim.INTEREST_MONTH)).isEqualTo(Dong.of(156));
        assertThat(claims.of(Claim.INTEREST_OVERDUE)).isEqualTo(Dong.of(80));
        assertThat(claims.of(Claim.INTEREST_FROZEN)).isEqualTo(Dong.of(7));
        assertThat(claims.of(Claim.PRINCIPAL_OVERDUE)).isEqualTo(Dong.of(1_000));
        assertThat(claims.total()).isEqualTo(Dong.of(6_343));
        assertThatThrownBy(() -> OWED.withInterest(interest, Dong.of(257)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OWED.withInterest(interest, Dong.of(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsClaims() {
        assertThat(OWED.toMap())
                .hasSize(5)
                .containsEntry(Claim.INTEREST_MONTH, Dong.of(50))
                .containsEntry(Claim.PRINCIPAL_AHEAD, Dong.of(5_000));
    }

    @Test
    void handsOutCopies() {
        var allocation = Allocation.ofInterest(Dong.of(10), OWED, CollectionOrder.INTEREST_FIRST);

        allocation.toMap().clear();
        OWED.toMap().clear();

        assertThat(allocation.interest()).isEqualTo(Dong.of(10));
        assertThat(OWED.of(Claim.INTEREST_ARREARS)).isEqualTo(Dong.of(100));
        assertThat(Claims.NONE.total()).isEqualTo(Dong.ZERO);
    }

    @Test
    void namesEveryClaimOnce() {
        var missing = CollectionOrder.INTEREST_FIRST.claims().subList(1, Claim.values().length);
        var twice = new ArrayList<>(missing);
        twice.add(missing.getFirst());
        var turned = new ArrayList<>(CollectionOrder.INTEREST_FIRST.claims());
        Collections.reverse(turned);

        assertThatThrownBy(() -> new CollectionOrder(missing)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CollectionOrder(twice)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CollectionOrder(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(new CollectionOrder(turned).claims()).isEqualTo(turned);
    }
}
