package org.dongvon.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table written to the reader row by row as a .csv file: UTF-8 with the mark that spreadsheets look for, and no cell that
 * a spreadsheet would take for a formula.
 *
 * <p>Example: the cell {@code =1+1} is written {@code '=1+1}.
 */
public final class CsvDownload implements AutoCloseable {

    /** What begins a formula, also in full width, and what hides it from sight. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*");

    private final CSVPrinter printer;

    private CsvDownload(CSVPrinter printer) {
        this.printer = printer;
    }

    /** Begins the answer; from here on nothing else may be written to it. */
    public static CsvDownload to(HttpServletResponse response, String name, String... header) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try {
            var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            out.write('\uFEFF');
            var download = new CsvDownload(new CSVPrinter(out, CSVFormat.RFC4180));
            download.row((Object[]) header);
            return download;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more row. */
    public void row(@Nullable Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(CsvDownload::harmless));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            printer.close(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable Object harmless(@Nullable Object cell) {
        return cell instanceof String text && FORMULA.matcher(text).matches() ? "'" + text : cell;
    }
}
