package org.dongvon.ledger.seal;

/**
 * A voucher, or a record that is no voucher, under the seal of a day: a leaf of the day's tree.
 *
 * @param kind which of both
 * @param name the voucher's number, or the record's name: unique within the office
 * @param leaves how many leaves it has
 * @param hash the root over them
 */
public record SealedVoucher(Kind kind, String name, int leaves, Hash hash) {

    /** What is sealed. */
    public enum Kind {
        /** A journal. */
        voucher,
        /** What belongs to the day and is no journal, such as a session with its count of cash. */
        record
    }

    /** Its line in the roots file, whose text is the leaf: {@code voucher LECHAN-01-24-000007 3 <hash>}. */
    public String line() {
        return kind + " " + name + " " + leaves + " " + hash + "\n";
    }

    Hash leaf() {
        return MerkleTree.leaf(line());
    }
}
