package org.dongvon.ledger.seal;

import java.util.List;

/**
 * A voucher or record with the texts of its leaves, in their order.
 *
 * @param head what it is; its texts' own beginning says the same
 */
record Leaves(SealedVoucher head, List<String> texts) {

    /** The first line of every leaf. */
    static final String VERSION = "dongvon-leaf 1\n";

    /** Version, office, day, and voucher or record. */
    private static final int LINES_BEFORE = 4;

    Leaves {
        texts = List.copyOf(texts);
    }

    static Leaves of(SealedVoucher.Kind kind, String name, List<String> texts) {
        var root = MerkleTree.root(texts.stream().map(MerkleTree::leaf).toList());
        return new Leaves(new SealedVoucher(kind, name, texts.size(), root), texts);
    }

    /** Which line of the voucher a leaf is: {@code line 3 0d9f8e7c-…}. */
    static String line(String text) {
        return text.lines().skip(LINES_BEFORE).findFirst().orElse("");
    }

    List<Hash> hashes() {
        return texts.stream().map(MerkleTree::leaf).toList();
    }
}
