package org.dongvon.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dongvon.ledger.seal.Seal.Contents;
import org.dongvon.ledger.seal.Seal.Period;
import org.dongvon.shared.SealKeys;
import org.jspecify.annotations.Nullable;

/** Reads a roots file line by line and refuses the first that does not fit to those before. */
final class RootsParser {

    private static final int DAY_FIELDS = 9;

    private final MessageDigest digest = Hash.sha256();
    private final List<PublicKey> keys = new ArrayList<>();
    private final Map<String, List<Published>> offices = new LinkedHashMap<>();
    private final List<SealedVoucher> contents = new ArrayList<>();
    private @Nullable PublicKey key;
    private @Nullable Seal unsigned;
    private @Nullable Seal seal;
    private boolean ended;
    private int line;

    /** The number of the line read last. */
    int line() {
        return line;
    }

    /** @throws Broken when it does not fit */
    void take(String text) {
        line++;
        require(!ended);
        var fields = text.split(" ", -1);
        try {
            switch (fields[0]) {
                case "dongvon-roots" -> require(line == 1 && text.equals(RootsFile.VERSION));
                case "key" -> key(fields);
                case "renewed" -> key = renewedKey(text);
                case "carried" -> key = carriedByKey(text);
                case "day" -> day(text, fields);
                case "seal" -> seal(fields);
                case "voucher", "record" -> voucher(text, fields);
                case "end" -> end(fields);
                default -> throw new Broken();
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Broken();
        }
        require(line > 1 || fields[0].equals("dongvon-roots"));
        digest.update((text + "\n").getBytes(UTF_8));
    }

    RootsFile finish() {
        require(ended);
        return new RootsFile(List.copyOf(keys), offices);
    }

    private void key(String[] fields) {
        finishKey();
        require(fields.length == 4 && offices.isEmpty() && unsigned == null && seal == null);
        requirePlain(fields[2]);
        requirePlain(fields[3]);
        key = PublicKey.following(Integer.parseInt(fields[1]), fields[2], fields[3]);
    }

    private PublicKey renewedKey(String text) {
        require(key != null && key.renewal() == null);
        return taken(key).renewedBy(Renewal.parse(text));
    }

    private PublicKey carriedByKey(String text) {
        var renewed = taken(key);
        return renewed.renewedBy(taken(renewed.renewal()).and(Renewal.Carried.parse(text)));
    }

    /** A key is whole when the record of how it was made anew is, which it signs too. */
    private void finishKey() {
        if (key != null) {
            keys.add(key);
            require(PublicKey.areChained(keys));
            key = null;
        }
    }

    private void day(String text, String[] fields) {
        finishKey();
        finishDay();
        require(fields.length == DAY_FIELDS);
        var read = new Seal(
                new Period(fields[1], LocalDate.parse(fields[2]), LocalDate.parse(fields[3])),
                Hash.parse(fields[4]),
                new Contents(Hash.parse(fields[5]), Integer.parseInt(fields[6]), Integer.parseInt(fields[7])),
                Integer.parseInt(fields[8]),
                "");
        require(read.line().equals(text + "\n"));
        requireFollows(read);
        unsigned = read;
    }

    /** A seal that begins on the day after the one before in the file must stand on it. */
    private void requireFollows(Seal read) {
        var before = offices.getOrDefault(read.period().office(), List.of());
        if (!before.isEmpty()) {
            var last = before.getLast().seal();
            require(read.period().from().isAfter(last.period().to()));
            require(!read.period().from().equals(last.period().to().plusDays(1))
                    || read.previous().equals(last.hash()));
        }
    }

    private void seal(String[] fields) {
        require(fields.length == 3);
        requirePlain(fields[2]);
        var signed = taken(unsigned).signed(fields[2]);
        unsigned = null;
        require(signed.hash().toString().equals(fields[1]));
        require(signed.key() >= 1 && signed.key() <= keys.size());
        require(signed.isSignedBy(keys.get(signed.key() - 1).bytes()));
        require(PublicKey.allow(keys, signed));
        seal = signed;
    }

    private void voucher(String text, String[] fields) {
        require(fields.length == 4 && seal != null);
        var read = new SealedVoucher(
                SealedVoucher.Kind.valueOf(fields[0]), fields[1], Integer.parseInt(fields[2]), Hash.parse(fields[3]));
        require(read.line().equals(text + "\n"));
        contents.add(read);
    }

    private void finishDay() {
        require(unsigned == null);
        if (seal != null) {
            var sealed = seal;
            require(contents.isEmpty() || Contents.of(contents).equals(sealed.contents()));
            var known = contents.isEmpty() && sealed.contents().vouchers() > 0
                    ? Optional.<List<SealedVoucher>>empty()
                    : Optional.of(List.copyOf(contents));
            offices.computeIfAbsent(sealed.period().office(), any -> new ArrayList<>())
                    .add(new Published(sealed, known));
        }
        contents.clear();
        seal = null;
    }

    private void end(String[] fields) {
        finishKey();
        finishDay();
        require(fields.length == 4);
        requirePlain(fields[3]);
        require(fields[1].equals(HexFormat.of().formatHex(digest.digest())));
        int key = Integer.parseInt(fields[2]);
        require(key >= 1 && key <= keys.size());
        require(SealKeys.verifies(
                keys.get(key - 1).bytes(),
                endLine(fields[1], key),
                Base64.getDecoder().decode(fields[3])));
        ended = true;
    }

    /** The text that the file's last line signs: {@code end <SHA-256 of all lines above> <key>}. */
    static String endLine(String hash, int key) {
        return "end " + hash + " " + key + "\n";
    }

    /** The same bytes can be written in several ways in base64; only one of them is in a roots file. */
    private static void requirePlain(String base64) {
        require(Base64.getEncoder()
                .encodeToString(Base64.getDecoder().decode(base64))
                .equals(base64));
    }

    private static <T> T taken(@Nullable T read) {
        if (read == null) {
            throw new Broken();
        }
        return read;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new Broken();
        }
    }

    /** The line does not fit. */
    static final class Broken extends RuntimeException {
        Broken() {
            super(null, null, false, false);
        }
    }
}
