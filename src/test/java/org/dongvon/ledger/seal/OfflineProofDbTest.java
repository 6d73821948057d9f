package org.dongvon.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.seal.Breach.Kind;
import org.dongvon.ledger.seal.PublishRoots.Extent;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

/** What an auditor proves on a machine of his own from the roots that he kept and an export of the books. */
@PostgresTest
@TestInstance(Lifecycle.PER_CLASS)
class OfflineProofDbTest {

    private static final long SEED = 20_240_618;
    private static final String DAY = "2024-05-18.txt";

    @TempDir
    private static Path folder;

    private final ApplicationContext beans;
    private Path roots = Path.of("");
    private Path daysOnly = Path.of("");
    private Path export = Path.of("");

    OfflineProofDbTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @BeforeAll
    void publishAndExport() {
        var sealed = SealedVillage.in(beans, "OFF");
        roots = sealed.roots(folder, Extent.VOUCHERS);
        daysOnly = sealed.roots(folder, Extent.DAYS);
        export = sealed.export(folder);
    }

    @Test
    void provesThatNoLineWasChanged() {
        for (var file : List.of(roots, daysOnly)) {
            var proof = ExportFile.check(RootsFile.read(file), export);

            assertThat(proof.breaches()).isEmpty();
            assertThat(proof.findings().days()).isEqualTo(6);
            assertThat(proof.findings().leaves()).isGreaterThan(30);
        }
    }

    @Test
    void namesTheVoucherOfAnyLetterThatWasChanged() throws IOException {
        var text = entry(DAY);
        var lines = text.split("\n", -1);
        var missed = new TreeMap<Long, String>();
        for (long seed = SEED; seed < SEED + 200; seed++) {
            var random = new Random(seed);
            int at;
            do {
                at = random.nextInt(lines.length);
            } while (lines[at].isEmpty() || isFraming(lines[at]));
            int letter = random.nextInt(lines[at].length());
            var changed = lines.clone();
            changed[at] = lines[at].substring(0, letter)
                    + (lines[at].charAt(letter) == '7' ? '8' : '7')
                    + lines[at].substring(letter + 1);
            var voucher = voucherOf(lines, at);
            if (!names(DAY, String.join("\n", changed)).contains(voucher)) {
                missed.put(seed, lines[at] + " → " + changed[at]);
            }
        }

        assertThat(missed).isEmpty();
    }

    /** What tells one leaf from the next; its own letters are tested below. */
    private static boolean isFraming(String line) {
        return line.startsWith("dongvon-leaf") || line.startsWith("voucher ") || line.startsWith("record ");
    }

    @Test
    void refusesAnExportWhoseFramingIsBroken() throws IOException {
        var text = entry(DAY);

        for (var framing : List.of("dongvon-leaf", "\nvoucher ", "\nrecord ")) {
            assertThat(text).contains(framing);
            var changed = text.replaceFirst(framing, framing.substring(0, 4) + "7" + framing.substring(5));
            assertThatThrownBy(() -> names(DAY, changed))
                    .as(framing)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(LedgerRefusal.EXPORT_FILE_BROKEN));
        }
    }

    @Test
    void namesVouchersThatAreLeftOutPutInOrExchanged() throws IOException {
        var leaves = new ArrayList<>(List.of(entry(DAY).split("\n\n")));
        int at = IntStream.range(1, leaves.size() - 1)
                .filter(i -> voucher(leaves.get(i)).equals(voucher(leaves.get(i + 1))))
                .findFirst()
                .orElseThrow();
        var voucher = voucher(leaves.get(at));

        var without = new ArrayList<>(leaves);
        without.remove(at);
        assertThat(names(DAY, String.join("\n\n", without))).contains(voucher);
        var twice = new ArrayList<>(leaves);
        twice.add(at, leaves.get(at));
        assertThat(names(DAY, String.join("\n\n", twice))).contains(voucher);
        var turned = new ArrayList<>(leaves);
        turned.set(at, leaves.get(at + 1));
        turned.set(at + 1, leaves.get(at));
        assertThat(names(DAY, String.join("\n\n", turned))).contains(voucher);
        assertThat(names(DAY, "")).hasSizeGreaterThan(5);
    }

    @Test
    void tellsTheDayWhenTheRootsHaveNoVouchers() throws IOException {
        var text = entry(DAY).replaceFirst("REPAYMENT", "REPAYMENS");
        var changed = with(files -> {
            files.put(DAY, text);
            return files;
        });

        assertThat(ExportFile.check(RootsFile.read(daysOnly), changed).breaches())
                .singleElement()
                .satisfies(breach -> {
                    assertThat(breach.kind()).isEqualTo(Kind.DAY_CHANGED);
                    assertThat(breach.to()).isEqualTo(SealedVillage.SECOND);
                });
    }

    @Test
    void seesThatADayIsLeftOut() throws IOException {
        var changed = with(files -> {
            files.remove(DAY);
            return files;
        });

        assertThat(ExportFile.check(RootsFile.read(roots), changed).breaches())
                .singleElement()
                .satisfies(breach -> assertThat(breach.kind()).isEqualTo(Kind.NOT_EXPORTED));
    }

    @Test
    void refusesRootsOfWhichAnyLineWasChangedOrCutOff() throws IOException {
        var lines = Files.readAllLines(roots);
        for (int i = 0; i < lines.size(); i++) {
            var changed = new ArrayList<>(lines);
            var line = lines.get(i);
            int at = line.length() - 3;
            changed.set(i, line.substring(0, at) + (line.charAt(at) == '7' ? '8' : '7') + line.substring(at + 1));
            assertBroken(changed);
            assertBroken(lines.subList(0, i));
            var without = new ArrayList<>(lines);
            without.remove(i);
            assertBroken(without);
        }
        assertBroken(List.of("x".repeat(100)));
    }

    @Test
    void refusesWhatIsNoExport() throws IOException {
        var published = RootsFile.read(roots);
        var noZip = Files.writeString(folder.resolve("no.zip"), "PK");
        var noManifest = with(files -> {
            files.remove("export.txt");
            return files;
        });
        var elsewhere = with(files -> {
            files.put("export.txt", entry("export.txt").replace("OFF", "ELSEWHERE"));
            return files;
        });
        var endless = with(files -> {
            files.put(DAY, "x".repeat(20_000));
            return files;
        });

        assertRefused(() -> ExportFile.check(published, noZip), LedgerRefusal.FILE_NOT_READABLE);
        assertRefused(() -> ExportFile.check(published, folder.resolve("none")), LedgerRefusal.FILE_NOT_READABLE);
        assertRefused(() -> ExportFile.check(published, noManifest), LedgerRefusal.EXPORT_FILE_BROKEN);
        assertRefused(() -> ExportFile.check(published, endless), LedgerRefusal.EXPORT_FILE_BROKEN);
        assertRefused(() -> ExportFile.check(published, elsewhere), LedgerRefusal.NOTHING_SEALED);
        assertRefused(() -> RootsFile.read(folder.resolve("none")), LedgerRefusal.FILE_NOT_READABLE);
    }

    private void assertBroken(List<String> lines) throws IOException {
        var file = Files.write(folder.resolve("broken.txt"), lines);
        assertRefused(() -> RootsFile.read(file), LedgerRefusal.ROOTS_FILE_BROKEN);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, Refusal refusal) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    private List<String> names(String entry, String text) throws IOException {
        var file = with(files -> {
            files.put(entry, text);
            return files;
        });
        return ExportFile.check(RootsFile.read(roots), file).breaches().stream()
                .map(Breach::name)
                .toList();
    }

    private static String voucher(String leaf) {
        return voucherOf(leaf.split("\n", -1), 0);
    }

    private static String voucherOf(String[] lines, int at) {
        for (int i = at; i >= 0; i--) {
            if (lines[i].startsWith("dongvon-leaf")) {
                return lines[i + 3].split(" ", -1)[1];
            }
        }
        throw new IllegalArgumentException("no leaf before line " + at);
    }

    private String entry(String name) {
        try {
            return Objects.requireNonNull(entries().get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> entries() throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipFile(export.toFile())) {
            for (var entry : zip.stream().toList()) {
                files.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    private Path with(UnaryOperator<Map<String, String>> change) throws IOException {
        var file = Files.createTempFile(folder, "changed", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : change.apply(entries()).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
