package org.dongvon.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dongvon.shared.text.SpreadsheetText;
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
            out.write(SpreadsheetText.BYTE_ORDER_MARK);
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
            printer.printRecord(Arrays.stream(cells).map(SpreadsheetText::harmless));
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
}
