package org.dongvon.ledger.seal;

import java.util.List;
import java.util.Locale;
import org.dongvon.ledger.seal.MerkleTree.Beside;

/**
 * What proves that a line is in the sealed book: its leaf, what stands beside it on the way up, and the signed seal. Tells
 * nothing of any other line but hashes.
 *
 * @param leaf the leaf's text
 * @param inVoucher the way from the leaf to the voucher's hash
 * @param voucher the voucher as it stands in the day's tree
 * @param inDay the way from the voucher to the day's root
 * @param seal the seal of the day
 * @param key the key that signed it
 */
public record InclusionProof(
        String leaf, List<Beside> inVoucher, SealedVoucher voucher, List<Beside> inDay, Seal seal, PublicKey key) {

    /** Whether the leaf leads to the root of a seal that is signed by the key. */
    public boolean holds() {
        return MerkleTree.climb(MerkleTree.leaf(leaf), inVoucher).equals(voucher.hash())
                && MerkleTree.climb(voucher.leaf(), inDay)
                        .equals(seal.contents().root())
                && seal.isSignedBy(key.bytes());
    }

    /** The proof as a file for people and programs: {@code docs/domain/seals.md}. */
    public String text() {
        var text = new StringBuilder("dongvon-proof 1\n\n").append(leaf).append('\n');
        inVoucher.forEach(beside -> add(text, beside));
        text.append(voucher.line());
        inDay.forEach(beside -> add(text, beside));
        return text.append(seal.line())
                .append("seal " + seal.hash() + " " + seal.signature() + "\n")
                .append(key.line().strip() + " " + key.endorsement() + "\n")
                .toString();
    }

    private static void add(StringBuilder text, Beside beside) {
        text.append(beside.side().name().toLowerCase(Locale.ROOT) + " " + beside.hash() + "\n");
    }
}
