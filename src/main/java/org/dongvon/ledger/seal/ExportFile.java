package org.dongvon.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.seal.Breach.Kind;
import org.dongvon.ledger.seal.Seal.Period;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Holds an auditor's export against the roots that he keeps. Needs neither a database nor a data folder, and reads a day at
 * a time.
 */
public final class ExportFile {

    static final String MANIFEST = "export.txt";

    private static final String VERSION = "dongvon-export 1";

    /** Longer than any row of a leaf; a line that goes on and on is no export. */
    private static final int LONGEST_LINE = 10_000;

    private ExportFile() {}

    static String manifest(Period period) {
        return VERSION + "\noffice " + period.office() + "\nfrom " + period.from() + "\nto " + period.to() + "\n";
    }

    static String name(LocalDate to) {
        return to + ".txt";
    }

    /**
     * Recomputes every leaf of an export and compares with the roots of its days.
     *
     * @throws Refused {@link LedgerRefusal#FILE_NOT_READABLE}, {@link LedgerRefusal#EXPORT_FILE_BROKEN}, {@link
     *     LedgerRefusal#NOTHING_SEALED} when the roots know no day of it
     */
    public static Proof check(RootsFile roots, Path file) {
        try (var zip = new ZipFile(file.toFile(), UTF_8)) {
            var period = period(zip, file);
            var proof = new Proof(period, new SealCheck.Findings());
            var published = roots.of(period.office()).stream()
                    .filter(each -> !each.seal().period().to().isBefore(period.from())
                            && !each.seal().period().to().isAfter(period.to()))
                    .toList();
            if (published.isEmpty()) {
                throw new Refused(LedgerRefusal.NOTHING_SEALED, period.office());
            }
            for (var each : published) {
                check(zip, file, each, proof.findings());
            }
            return proof;
        } catch (IOException | UncheckedIOException e) {
            throw new Refused(LedgerRefusal.FILE_NOT_READABLE, file.toString());
        }
    }

    private static void check(ZipFile zip, Path file, Published published, SealCheck.Findings findings)
            throws IOException {
        var name = name(published.seal().period().to());
        if (zip.getEntry(name) == null) {
            findings.add(Breach.of(Kind.NOT_EXPORTED, published.seal().period()));
            return;
        }
        findings.count(published.seal());
        var actual = new ArrayList<SealedVoucher>();
        try (var lines = open(zip, name)) {
            var reader = new LeafReader();
            for (var line = line(lines, file, name); line != null; line = line(lines, file, name)) {
                reader.take(line);
            }
            actual.addAll(reader.finish());
        } catch (LeafReader.Broken e) {
            throw new Refused(LedgerRefusal.EXPORT_FILE_BROKEN, file.toString(), name);
        }
        Comparison.of(published.seal(), published.contents(), actual).forEach(findings::add);
    }

    private static Period period(ZipFile zip, Path file) throws IOException {
        if (zip.getEntry(MANIFEST) == null) {
            throw new Refused(LedgerRefusal.EXPORT_FILE_BROKEN, file.toString(), MANIFEST);
        }
        try (var lines = open(zip, MANIFEST)) {
            var version = line(lines, file, MANIFEST);
            var period = new Period(
                    field(lines, file, "office "),
                    LocalDate.parse(field(lines, file, "from ")),
                    LocalDate.parse(field(lines, file, "to ")));
            if (!VERSION.equals(version)) {
                throw new Refused(LedgerRefusal.EXPORT_FILE_BROKEN, file.toString(), MANIFEST);
            }
            return period;
        } catch (DateTimeException e) {
            throw new Refused(LedgerRefusal.EXPORT_FILE_BROKEN, file.toString(), MANIFEST);
        }
    }

    private static String field(BufferedReader lines, Path file, String key) throws IOException {
        return Optional.ofNullable(line(lines, file, MANIFEST))
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .orElseThrow(() -> new Refused(LedgerRefusal.EXPORT_FILE_BROKEN, file.toString(), MANIFEST));
    }

    private static BufferedReader open(ZipFile zip, String name) throws IOException {
        return new BufferedReader(new InputStreamReader(zip.getInputStream(zip.getEntry(name)), UTF_8));
    }

    /** The next line without its line feed; null at the end. */
    private static @Nullable String line(BufferedReader lines, Path file, String name) throws IOException {
        var text = new StringBuilder();
        for (int c = lines.read(); c != '\n'; c = lines.read()) {
            if (c < 0) {
                return text.isEmpty() ? null : text.toString();
            }
            if (text.length() == LONGEST_LINE) {
                throw new Refused(LedgerRefusal.EXPORT_FILE_BROKEN, file.toString(), name);
            }
            text.append((char) c);
        }
        return text.toString();
    }

    /**
     * What an export proves.
     *
     * @param period the office and the days it is for
     * @param findings what was compared, and where it differs
     */
    public record Proof(Period period, SealCheck.Findings findings) {

        public List<Breach> breaches() {
            return findings.breaches();
        }
    }
}
