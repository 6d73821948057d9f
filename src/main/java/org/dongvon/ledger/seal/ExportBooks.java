package org.dongvon.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.seal.BookReader.Office;
import org.dongvon.ledger.seal.Seal.Period;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Service;

/**
 * Writes the closed days of an office for an auditor: every leaf, without personal data, a text a seal in a zip file. A few
 * vouchers at a time, so it needs no more memory for ten years than for one day.
 */
@Service
public class ExportBooks {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final SealBook book;
    private final BookReader reader;
    private final Transactions transactions;

    ExportBooks(SealBook book, BookReader reader, Transactions transactions) {
        this.book = book;
        this.reader = reader;
        this.transactions = transactions;
    }

    /**
     * Writes the seals of an office whose last day lies within these days.
     *
     * @throws Refused {@link LedgerRefusal#UNKNOWN_OFFICE}, {@link LedgerRefusal#NOTHING_SEALED}
     */
    public Exported write(Period period, OutputStream to) {
        return transactions.read(Actor.SYSTEM, () -> {
            var office = book.offices().stream()
                    .filter(each -> each.code().equals(period.office()))
                    .findFirst()
                    .orElseThrow(() -> new Refused(LedgerRefusal.UNKNOWN_OFFICE, period.office()));
            var seals = book.between(office.id(), period.from(), period.to());
            if (seals.isEmpty()) {
                throw new Refused(LedgerRefusal.NOTHING_SEALED, period.office());
            }
            try (var zip = new ZipOutputStream(to, UTF_8)) {
                add(zip, ExportFile.MANIFEST, ExportFile.manifest(period));
                int leaves = 0;
                for (var seal : seals) {
                    leaves += write(zip, office, seal.period());
                }
                return new Exported(seals.size(), leaves);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private int write(ZipOutputStream zip, Office office, Period days) throws IOException {
        zip.putNextEntry(entry(ExportFile.name(days.to())));
        var leaves = new int[1];
        reader.read(office, days.from(), days.to(), voucher -> {
            for (var text : voucher.texts()) {
                write(zip, leaves[0]++ == 0 ? text : "\n" + text);
            }
        });
        zip.closeEntry();
        return leaves[0];
    }

    private static void write(ZipOutputStream zip, String text) {
        try {
            zip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /** How many seals and leaves a file holds. */
    public record Exported(int days, int leaves) {}
}
