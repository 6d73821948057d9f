package org.dongvon.form;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.zip.CRC32;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * One PDF that papers are added to. Each is laid out by itself, so page numbers begin anew and only one is in memory as boxes; the
 * four faces of Tinos, whose letters are as wide as Times New Roman's, are embedded once for all, only with the letters used.
 *
 * <p>The same papers give the same bytes: what a PDF says of its making comes from the paper's day and its own content.
 */
final class PdfPaper implements AutoCloseable {

    private static final String FAMILY = "Tinos";

    static {
        // The library tells of every document it lays out.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final PDDocument pdf = new PDDocument();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final Map<Face, PDFontSupplier> fonts = new EnumMap<>(Face.class);
    private final CRC32 content = new CRC32();
    private final String title;
    private final LocalDate day;
    private int papers;

    PdfPaper(String title, LocalDate day) {
        this.title = title;
        this.day = day;
        for (var face : Face.values()) {
            fonts.put(face, new PDFontSupplier(face.load(pdf)));
        }
    }

    /** Lays one paper out behind the others. */
    void add(String html, String name) {
        int before = pdf.getNumberOfPages();
        papers++;
        content.update(html.getBytes(StandardCharsets.UTF_8));
        var builder = new PdfRendererBuilder();
        builder.usePDDocument(pdf);
        builder.withHtmlContent(html, null);
        // Nothing outside of the paper itself is read, whatever a text on it says.
        builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;base64,") ? uri : null);
        builder.useUnicodeLineBreaker(new WordBreaker());
        fonts.forEach((face, font) -> builder.useFont(font, FAMILY, face.weight, face.style, true));
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var item = new PDOutlineItem();
        item.setTitle(name);
        var top = new PDPageFitDestination();
        top.setPage(pdf.getPage(before));
        item.setDestination(top);
        outline.addLast(item);
    }

    /** The whole file. */
    byte[] bytes() {
        describe();
        pdf.setDocumentId(content.getValue());
        var out = new ByteArrayOutputStream();
        try {
            pdf.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void describe() {
        var about = new PDDocumentInformation();
        about.setTitle(title);
        about.setProducer("Đồng Vốn");
        about.getCOSObject()
                .setString(
                        COSName.CREATION_DATE, "D:" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "000000+07'00'");
        pdf.setDocumentInformation(about);
        var catalogue = pdf.getDocumentCatalog();
        catalogue.setLanguage("vi");
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalogue.setViewerPreferences(preferences);
        if (papers > 1) {
            catalogue.setDocumentOutline(outline);
            catalogue.setPageMode(PageMode.USE_OUTLINES);
        }
    }

    @Override
    public void close() {
        try {
            pdf.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The faces of the font. */
    private enum Face {
        REGULAR(400, FontStyle.NORMAL, "Tinos-Regular"),
        ITALIC(400, FontStyle.ITALIC, "Tinos-Italic"),
        BOLD(700, FontStyle.NORMAL, "Tinos-Bold"),
        BOLD_ITALIC(700, FontStyle.ITALIC, "Tinos-BoldItalic");

        private final int weight;
        private final FontStyle style;
        private final String file;

        Face(int weight, FontStyle style, String file) {
            this.weight = weight;
            this.style = style;
            this.file = file;
        }

        PDType0Font load(PDDocument into) {
            var path = "/form/fonts/" + file + ".ttf";
            try (var in = Objects.requireNonNull(PdfPaper.class.getResourceAsStream(path), path)) {
                var font = new TTFParser().parse(new RandomAccessReadBuffer(in));
                into.registerTrueTypeFontForClosing(font);
                // Vietnamese letters are glyphs of their own; looking for ligatures took four fifths of the time.
                font.setEnableGsub(false);
                return PDType0Font.load(into, font, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
