package org.dongvon.identity.password;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.WebOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Passwords known from breaches, in a file that the operator names: SHA-1 hashes in their order, {@code HASH:COUNT} a line,
 * as <a href="https://haveibeenpwned.com/Passwords">Pwned Passwords</a> hands them out. Searched in place by halving.
 * Without a file none is refused here.
 */
@Component
@WebOnly
class BreachedPasswords {

    private static final int HASH = 40;

    private final @Nullable Path list;

    /** A server whose list is named but not there does not start. */
    BreachedPasswords(@Value("${dongvon.passwords.breached:}") String list) {
        this.list = list.isEmpty() ? null : Path.of(list);
        if (this.list != null && !Files.isReadable(this.list)) {
            throw new IllegalStateException("the list of breached passwords cannot be read: " + list);
        }
    }

    /**
     * Lets a password pass that the list does not hold.
     *
     * @throws Refused {@link IdentityRefusal#PASSWORD_BREACHED}
     */
    void refuse(String password) {
        if (list != null && holds(list, hash(PasswordRules.normal(password)))) {
            throw new Refused(IdentityRefusal.PASSWORD_BREACHED);
        }
    }

    private static boolean holds(Path list, String hash) {
        try (var file = new RandomAccessFile(list.toFile(), "r")) {
            long low = 0;
            long high = file.length();
            while (low < high) {
                long middle = (low + high) >>> 1;
                var line = lineAt(file, middle);
                int order = line.hash().compareToIgnoreCase(hash);
                if (order == 0) {
                    return true;
                }
                if (order < 0) {
                    low = line.end();
                } else {
                    high = line.start();
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line in which a place of the file lies. */
    private static Line lineAt(RandomAccessFile file, long place) throws IOException {
        long start = place;
        while (start > 0) {
            file.seek(start - 1);
            if (file.read() == '\n') {
                break;
            }
            start--;
        }
        file.seek(start);
        var text = file.readLine();
        var hash = text == null ? "" : text.substring(0, Math.min(HASH, text.length()));
        return new Line(start, file.getFilePointer(), hash);
    }

    /** The lists are made with it; nothing of ours rests on it. */
    private static String hash(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Line(long start, long end, String hash) {}
}
