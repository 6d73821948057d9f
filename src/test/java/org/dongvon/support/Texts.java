package org.dongvon.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.web.util.HtmlUtils;

/** What a reader finds written in an answer, be it a page or a PDF. */
public final class Texts {

    private Texts() {}

    /** The text of an answer; that of a PDF with single blanks between its words, that of a workbook without its marks. */
    public static String of(HttpResponse<byte[]> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.contains("spreadsheetml")) {
            return workbook(answer.body());
        }
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/pdf")) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (var pdf = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String workbook(byte[] file) {
        try {
            var copy = Files.createTempFile("workbook", ".xlsx");
            try (var parts = new ZipFile(Files.write(copy, file).toFile())) {
                var text = new StringBuilder();
                for (var part : Collections.list(parts.entries())) {
                    var words = new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                    text.append(HtmlUtils.htmlUnescape(words.replaceAll("<[^>]*>", " ")));
                }
                return text.toString();
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
