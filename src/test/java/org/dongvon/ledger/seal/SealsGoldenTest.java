package org.dongvon.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dongvon.support.Golden;
import org.dongvon.support.Golden.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked example of docs/domain/seals.md, whose hashes a person can recompute with printf and sha256sum. */
class SealsGoldenTest {

    @ParameterizedTest
    @MethodSource("rows")
    void hashesAsThePageSays(Row row) {
        var input = row.text("input").split(" ", 2);
        var text = input.length == 1 ? "" : input[1].replace("\\n", "\n");

        var hash = switch (input[0]) {
            case "leaf" -> MerkleTree.leaf(text);
            case "node" -> {
                var sides = text.split(" ", 2);
                yield MerkleTree.node(Hash.parse(sides[0]), Hash.parse(sides[1]));
            }
            default -> Hash.of(text);
        };

        assertThat(hash).hasToString(row.text("SHA-256"));
    }

    static List<Row> rows() {
        return Golden.rows("seals/hashes");
    }
}
