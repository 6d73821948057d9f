package org.dongvon.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.seal.BookReader.Office;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Service;

/** Writes roots files: what boards and auditors keep. Everything in them is public. */
@Service
public class PublishRoots {

    static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final SealBook book;
    private final Signing signing;
    private final Transactions transactions;

    PublishRoots(SealBook book, Signing signing, Transactions transactions) {
        this.book = book;
        this.signing = signing;
        this.transactions = transactions;
    }

    /** How much a file holds. */
    public enum Extent {
        /** The last seal of each office, which stands on all before it. */
        HEADS,
        /** Every seal. */
        DAYS,
        /** Every seal with its vouchers, so that a breach is always named. */
        VOUCHERS
    }

    /**
     * Writes the roots of one office, or of all when its code is empty.
     *
     * @return how many seals
     * @throws Refused {@link LedgerRefusal#UNKNOWN_OFFICE}, {@link LedgerRefusal#NOTHING_SEALED}, {@link
     *     LedgerRefusal#SEAL_KEY_MISSING}
     */
    public int write(String code, Extent extent, OutputStream to) {
        return transactions.readPublic(() -> {
            var offices = offices(code);
            if (offices.stream().allMatch(office -> book.last(office.id()).isEmpty())) {
                throw new Refused(LedgerRefusal.NOTHING_SEALED, code.isEmpty() ? "VN" : code);
            }
            var key = signing.current();
            var out = new Signed(to);
            out.line(RootsFile.VERSION + "\n");
            book.keys().forEach(each -> out.line(keyLines(each)));
            int days = offices.stream()
                    .mapToInt(office -> writeOffice(office, extent, out))
                    .sum();
            var end = RootsParser.endLine(out.hash(), key.number());
            out.line(end.strip() + " " + signing.sign(key, end) + "\n");
            return days;
        });
    }

    private static String keyLines(PublicKey key) {
        var renewal = key.renewal();
        return key.line().strip() + " " + key.endorsement() + "\n" + (renewal == null ? "" : renewal.text());
    }

    private List<Office> offices(String code) {
        var offices = book.offices().stream()
                .filter(office -> code.isEmpty() || office.code().equals(code))
                .toList();
        if (offices.isEmpty()) {
            throw new Refused(LedgerRefusal.UNKNOWN_OFFICE, code);
        }
        return offices;
    }

    private int writeOffice(Office office, Extent extent, Signed out) {
        var seals = extent == Extent.HEADS
                ? book.last(office.id()).stream().toList()
                : book.between(office.id(), FIRST, LAST);
        for (var seal : seals) {
            out.line(seal.line());
            out.line("seal " + seal.hash() + " " + seal.signature() + "\n");
            if (extent == Extent.VOUCHERS) {
                book.contents(office.id(), seal.period().to()).forEach(each -> out.line(each.line()));
            }
        }
        return seals.size();
    }

    /** The seal that an office's last closed day has; none before the first. */
    public Optional<Seal> last(String code) {
        return transactions.readPublic(() -> book.last(offices(code).getFirst().id()));
    }

    /** Lines on their way out, hashed as they go. */
    private static final class Signed {

        private final OutputStream to;
        private final MessageDigest digest = Hash.sha256();

        Signed(OutputStream to) {
            this.to = to;
        }

        void line(String text) {
            var bytes = text.getBytes(UTF_8);
            digest.update(bytes);
            try {
                to.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The hash of all lines so far. */
        String hash() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
