package org.dongvon.ledger.seal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.shared.SealKeys;
import org.springframework.stereotype.Component;

/**
 * The code on a receipt, made of the line's identifier and amounts and keyed with the data folder's secret: nothing is stored
 * for it, so it stands from the moment of posting, and nobody can guess another's. Carries no personal data.
 *
 * <p>Bytes: point (8), line (16), mark of both (10), mark of the amounts (5); 52 letters in base64url.
 */
@Component
public class ReceiptCode {

    private static final int LINE_MARK = 10;
    private static final int AMOUNTS_MARK = 5;
    private static final int LINE = 8 + 16;
    private static final int ALL = LINE + LINE_MARK + AMOUNTS_MARK;
    private static final int LETTERS = ALL * 8 / 6;

    /** Digits and letters that are not mistaken for one another on paper; 32 of them, five bits each. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SealKeys keys;

    ReceiptCode(SealKeys keys) {
        this.keys = keys;
    }

    /**
     * The code of a line as printed.
     *
     * @param amounts the amounts on paper in a fixed order
     */
    public String of(Line line, String amounts) {
        var bytes = ByteBuffer.allocate(ALL)
                .put(bytes(line))
                .put(lineMark(line))
                .put(amountsMark(line, amounts))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The line that a code names, and its mark of the amounts; empty when this installation did not make it. */
    public Optional<Read> read(String code) {
        if (code.length() != LETTERS) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(code));
            var line = new Line(bytes.getLong(), new UUID(bytes.getLong(), bytes.getLong()));
            var mark = new byte[LINE_MARK];
            bytes.get(mark);
            var amounts = new byte[AMOUNTS_MARK];
            bytes.get(amounts);
            return MessageDigest.isEqual(mark, lineMark(line))
                    ? Optional.of(new Read(line, words(amounts)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The mark of the amounts as printed for people: {@code 7K3F-92QD}. */
    public String mark(Line line, String amounts) {
        return words(amountsMark(line, amounts));
    }

    private byte[] lineMark(Line line) {
        return Arrays.copyOf(keys.keyed("receipt", line.pointId() + " " + line.id()), LINE_MARK);
    }

    private byte[] amountsMark(Line line, String amounts) {
        return Arrays.copyOf(keys.keyed("amounts", line.id() + " " + amounts), AMOUNTS_MARK);
    }

    private static byte[] bytes(Line line) {
        return ByteBuffer.allocate(LINE)
                .putLong(line.pointId())
                .putLong(line.id().getMostSignificantBits())
                .putLong(line.id().getLeastSignificantBits())
                .array();
    }

    private static String words(byte[] mark) {
        long bits = 0;
        for (var each : mark) {
            bits = (bits << 8) | (each & 0xFF);
        }
        var text = new StringBuilder();
        for (int shift = AMOUNTS_MARK * 8 - 5; shift >= 0; shift -= 5) {
            text.append(ALPHABET.charAt((int) (bits >> shift) & 0x1F));
        }
        return text.insert(4, '-').toString();
    }

    /** A posted line of a point. */
    public record Line(long pointId, UUID id) {}

    /** What a code says: the line, and the mark of the amounts that were printed. */
    public record Read(Line line, String mark) {}
}
