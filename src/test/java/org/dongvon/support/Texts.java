package org.dongvon.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader finds written in an answer, be it a page or a PDF. */
public final class Texts {

    private Texts() {}

    /** The text of an answer; that of a PDF with single blanks between its words. */
    public static String of(HttpResponse<byte[]> answer) {
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/pdf")) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (var pdf = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
