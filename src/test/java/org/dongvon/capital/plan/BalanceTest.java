package org.dongvon.capital.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.support.Golden;
import org.junit.jupiter.api.Test;

/** docs/domain/plan.md: what was asked, balanced to what there is. */
class BalanceTest {

    private static final long MILLION = 1_000_000;

    @Test
    void balancesAsComputedByHand() {
        var rows = Golden.read("plan/balance");

        var computed = rows.stream().skip(1).map(row -> {
            var target = new Dong(Long.parseLong(row.get(0)) * MILLION);
            var shares = Balance.of(target, millions(row.get(1)));
            assertThat(Dong.sum(shares).isMoreThan(target)).isFalse();
            return List.of(
                    row.get(0),
                    row.get(1),
                    shares.stream()
                            .map(each -> Long.toString(each.amount() / MILLION))
                            .collect(Collectors.joining(" ")));
        });

        assertThat(computed).containsExactlyElementsOf(rows.subList(1, rows.size()));
    }

    private static List<Dong> millions(String text) {
        return Arrays.stream(text.split(" "))
                .map(each -> new Dong(Long.parseLong(each) * MILLION))
                .toList();
    }

    @Test
    void aSplitIsNeverMoreThanThereIs() {
        assertThat(new Split("A", 5, new Dong(1_000), List.of(new Dong(600), new Dong(400))).left())
                .isEqualTo(Dong.ZERO);
        assertThatThrownBy(() -> new Split("A", 5, new Dong(1_000), List.of(new Dong(600), new Dong(401))))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(CapitalRefusal.PLAN_ABOVE_PARENT));
    }

    @Test
    void monthsAreAPeriodOfAYear() {
        assertThat(new Months(5, 12).all().count()).isEqualTo(8);
        for (var wrong : List.of(List.of(0, 12), List.of(1, 13), List.of(6, 5))) {
            assertThatThrownBy(() -> new Months(wrong.get(0), wrong.get(1)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            e -> assertThat(e.refusal()).isEqualTo(CapitalRefusal.PLAN_MONTHS_UNREADABLE));
        }
    }

    @Test
    void partsAreKeptAsOneText() {
        var text = Part.write(Map.of("X", new Dong(6), "tổ 1", new Dong(3)));

        assertThat(text).isEqualTo("X=6; tổ 1=3");
        assertThat(Part.read(text)).containsExactly(new Part("X", new Dong(6)), new Part("tổ 1", new Dong(3)));
        var found = Part.found(
                Part.read(text),
                Map.of("X", List.of(Optional.of(new Dong(5)), Optional.empty(), Optional.of(Dong.ZERO))));
        assertThat(found).isEqualTo("X=5/-/0; tổ 1=-");
        assertThat(Part.words(found, key -> "<" + key + ">", amount -> amount.amount() + " đ"))
                .isEqualTo("<X>: 5 đ / – / 0 đ; <tổ 1>: –");
        for (var wrong : List.of("", " ", "a=b", "a;b", "x".repeat(61))) {
            assertThatThrownBy(() -> Part.hamlet(wrong))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            e -> assertThat(e.refusal()).isEqualTo(CapitalRefusal.PLAN_HAMLET_UNREADABLE));
        }
    }
}
