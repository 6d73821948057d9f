package org.dongvon.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.shared.Refused;

/**
 * A file of published roots, read and found whole: its keys vouch for one another, each seal is signed and stands on the
 * one before it where both are in the file, and the file's last line signs all others.
 *
 * @param keys the public keys, the newest last
 * @param offices the seals of each office, by its code, in their order
 */
public record RootsFile(List<PublicKey> keys, Map<String, List<Published>> offices) {

    /** The first line of the file. */
    static final String VERSION = "dongvon-roots 1";

    /**
     * Reads a file.
     *
     * @throws Refused {@link LedgerRefusal#FILE_NOT_READABLE}; {@link LedgerRefusal#ROOTS_FILE_BROKEN} with the line that
     *     somebody changed or cut off
     */
    public static RootsFile read(Path file) {
        var parser = new RootsParser();
        try (var lines = Files.newBufferedReader(file, UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                parser.take(line);
            }
            return parser.finish();
        } catch (RootsParser.Broken e) {
            throw new Refused(LedgerRefusal.ROOTS_FILE_BROKEN, file.toString(), parser.line());
        } catch (UncheckedIOException | IOException e) {
            throw new Refused(LedgerRefusal.FILE_NOT_READABLE, file.toString());
        }
    }

    /** The seals of an office; none when it is not in the file. */
    public List<Published> of(String office) {
        return offices.getOrDefault(office, List.of());
    }

    /** How many seals it holds. */
    public int days() {
        return offices.values().stream().mapToInt(List::size).sum();
    }
}
