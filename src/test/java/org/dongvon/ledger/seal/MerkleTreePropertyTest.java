package org.dongvon.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dongvon.ledger.seal.MerkleTree.Beside;
import org.dongvon.ledger.seal.MerkleTree.Side;
import org.dongvon.support.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MerkleTreePropertyTest {

    private static final int LARGEST = 70;

    @ParameterizedTest
    @MethodSource("sizes")
    void everyLeafLeadsToTheRootInNoMoreStepsThanTheTreeIsHigh(int size) {
        var leaves = leaves(size, "");
        var root = MerkleTree.root(leaves);

        for (int i = 0; i < size; i++) {
            var path = MerkleTree.path(leaves, i);

            assertThat(MerkleTree.climb(leaves.get(i), path)).isEqualTo(root);
            assertThat(1 << path.size()).isLessThanOrEqualTo(Math.max(1, 2 * size));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theRootIsThatOfTheDefinition(int size) {
        var leaves = leaves(size, "");

        assertThat(MerkleTree.root(leaves)).isEqualTo(byLevels(leaves));
    }

    @Test
    void aLeafThatLooksLikeANodeIsNone() {
        var leaves = leaves(2, "");

        assertThat(MerkleTree.root(leaves))
                .isNotEqualTo(MerkleTree.leaf(leaves.get(0).toString() + leaves.get(1)));
    }

    @Test
    void anyOtherLeafOrderSizeOrPathLeadsElsewhere() {
        Seeded.check(400, (random, size) -> {
            var leaves = leaves(size + 1, "");
            var root = MerkleTree.root(leaves);
            int at = random.nextInt(leaves.size());
            int other = (at + 1 + random.nextInt(Math.max(1, leaves.size() - 1))) % leaves.size();

            var changed = new ArrayList<>(leaves);
            changed.set(at, MerkleTree.leaf("forged"));
            var shorter = new ArrayList<>(leaves);
            shorter.remove(at);
            var longer = new ArrayList<>(leaves);
            longer.add(at, leaves.get(at));
            var swapped = new ArrayList<>(leaves);
            swapped.set(at, leaves.get(other));
            swapped.set(other, leaves.get(at));

            assertThat(List.of(changed, shorter, longer, swapped))
                    .allSatisfy(list -> assertThat(MerkleTree.root(list)).isNotEqualTo(root));
            var path = new ArrayList<>(MerkleTree.path(leaves, at));
            var step = path.get(random.nextInt(path.size()));
            path.set(path.indexOf(step), turned(step));
            assertThat(MerkleTree.climb(leaves.get(at), path)).isNotEqualTo(root);
        });
    }

    private static Beside turned(Beside step) {
        return new Beside(step.side() == Side.LEFT ? Side.RIGHT : Side.LEFT, step.hash());
    }

    /** RFC 6962 said another way: pair up level by level; a last one without a partner goes up as it is. */
    private static Hash byLevels(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.of("");
        }
        var level = leaves;
        while (level.size() > 1) {
            var above = new ArrayList<Hash>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(i + 1 < level.size() ? MerkleTree.node(level.get(i), level.get(i + 1)) : level.get(i));
            }
            level = above;
        }
        return level.getFirst();
    }

    private static List<Hash> leaves(int size, String salt) {
        return IntStream.range(0, size)
                .mapToObj(i -> MerkleTree.leaf("leaf " + i + salt))
                .toList();
    }

    static IntStream sizes() {
        return IntStream.rangeClosed(0, LARGEST);
    }
}
