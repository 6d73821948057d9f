package org.dongvon.ledger.seal;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.shared.SealKeys;

/**
 * The seal of an office's closed day, or of several closed in one go.
 *
 * @param period whose it is and for which days
 * @param previous the hash of the office's seal before; {@link Hash#ZERO} for the first
 * @param contents what it holds
 * @param key the number of the key that signed it
 * @param signature the Ed25519 signature of {@link #line()}, in base64
 */
public record Seal(Period period, Hash previous, Contents contents, int key, String signature) {

    /** The text that is hashed and signed: {@code day LECHAN 2024-05-18 2024-05-18 <before> <root> 4 2 1}. */
    public String line() {
        return "day %s %s %s %s %s %d %d %d\n"
                .formatted(
                        period.office(),
                        period.from(),
                        period.to(),
                        previous,
                        contents.root(),
                        contents.leaves(),
                        contents.vouchers(),
                        key);
    }

    /** The hash that the next seal stands on. */
    public Hash hash() {
        return Hash.of(line());
    }

    Seal signed(String by) {
        return new Seal(period, previous, contents, key, by);
    }

    boolean isSignedBy(byte[] publicKey) {
        return SealKeys.verifies(
                publicKey, line(), java.util.Base64.getDecoder().decode(signature));
    }

    /** An office and days of it. */
    public record Period(String office, LocalDate from, LocalDate to) {}

    /** The root over vouchers and records, and how many there are. */
    public record Contents(Hash root, int leaves, int vouchers) {

        static Contents of(List<SealedVoucher> sealed) {
            return new Contents(
                    MerkleTree.root(sealed.stream().map(SealedVoucher::leaf).toList()),
                    sealed.stream().mapToInt(SealedVoucher::leaves).sum(),
                    sealed.size());
        }
    }
}
