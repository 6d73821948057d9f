package org.dongvon.ledger.seal;

import java.util.ArrayList;
import java.util.List;

/** Reads the leaves of a day line by line and hashes each voucher as it ends. */
final class LeafReader {

    /** Version, office, day, voucher or record, line, and at least one row. */
    private static final int FEWEST_LINES = 6;

    private final List<String> leaf = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<SealedVoucher> read = new ArrayList<>();
    private String voucher = "";

    /** @throws Broken when it is no leaf of these days */
    void take(String line) {
        if (line.isEmpty()) {
            finishLeaf();
        } else {
            leaf.add(line);
        }
    }

    List<SealedVoucher> finish() {
        if (!leaf.isEmpty()) {
            finishLeaf();
        }
        finishVoucher();
        return List.copyOf(read);
    }

    private void finishLeaf() {
        if (leaf.size() < FEWEST_LINES || !(leaf.getFirst() + "\n").equals(Leaves.VERSION)) {
            throw new Broken();
        }
        var head = leaf.get(3);
        if (!head.equals(voucher)) {
            finishVoucher();
            voucher = head;
        }
        texts.add(String.join("\n", leaf) + "\n");
        leaf.clear();
    }

    private void finishVoucher() {
        if (texts.isEmpty()) {
            return;
        }
        int space = voucher.indexOf(' ');
        try {
            var kind = SealedVoucher.Kind.valueOf(voucher.substring(0, Math.max(0, space)));
            read.add(Leaves.of(kind, voucher.substring(space + 1), texts).head());
        } catch (IllegalArgumentException e) {
            throw new Broken();
        }
        texts.clear();
    }

    /** The text is no export. */
    static final class Broken extends RuntimeException {
        Broken() {
            super(null, null, false, false);
        }
    }
}
