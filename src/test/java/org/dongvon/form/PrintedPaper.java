package org.dongvon.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A PDF as a reader gets it: what it says of itself, its letters one by one, and its pages as pictures. */
final class PrintedPaper implements AutoCloseable {

    private static final double MM = 72 / 25.4;

    /** Half a millimetre: a letter may lean over its box by so much. */
    private static final double LEAN = 0.5;

    private static final int DPI = 72;

    private final PDDocument pdf;
    private final List<Letter> letters = new ArrayList<>();
    private final String text;

    PrintedPaper(byte[] bytes) {
        try {
            pdf = Loader.loadPDF(bytes);
            var reader = new Letters();
            reader.setSortByPosition(true);
            text = reader.getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pages() {
        return pdf.getNumberOfPages();
    }

    PDDocument pdf() {
        return pdf;
    }

    List<Letter> letters() {
        return letters;
    }

    /** All letters in the order of reading, without blanks. */
    String dense() {
        return dense(text);
    }

    static String dense(String text) {
        return text.replaceAll("[\\s\\u00a0\\u00ad]+", "");
    }

    /** Each letter comes from an embedded subset of Tinos, whose glyph is not the empty box. */
    PrintedPaper hasAllGlyphs() {
        assertThat(letters).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.fontName()).matches("[A-Z]{6}\\+Tinos.*");
            assertThat(letter.embedded()).as(letter.toString()).isTrue();
            assertThat(letter.glyph()).as(letter.toString()).isNotZero();
            assertThat(letter.unicode()).as(letter.toString()).isNotEmpty();
        });
        return this;
    }

    /** The margins of Decree 30: top and bottom at least 20 mm, left 30, right 15; only the number stands in the top one. */
    PrintedPaper keepsTheMargins() {
        for (int page = 0; page < pages(); page++) {
            var picture = picture(page, DPI);
            var ink = Ink.of(picture, page == 0 ? 0 : (int) Math.floor(19.5 * MM));
            assertThat(ink.left()).as("left of page %d", page + 1).isGreaterThanOrEqualTo((int)
                    Math.floor((30 - LEAN) * MM));
            assertThat(ink.right())
                    .as("right of page %d", page + 1)
                    .isLessThanOrEqualTo(picture.getWidth() - (int) Math.floor((15 - LEAN) * MM));
            assertThat(ink.top()).as("top of page %d", page + 1).isGreaterThanOrEqualTo((int)
                    Math.floor((20 - LEAN) * MM));
            assertThat(ink.bottom())
                    .as("bottom of page %d", page + 1)
                    .isLessThanOrEqualTo(picture.getHeight() - (int) Math.floor((20 - LEAN) * MM));
        }
        return this;
    }

    /** From the second page on the number stands in the middle of the top margin; the first has none. */
    PrintedPaper numbersItsPages() {
        for (int page = 1; page <= pages(); page++) {
            int number = page;
            var above = letters.stream()
                    .filter(letter -> letter.page() == number && letter.y() < 19.5 * MM)
                    .toList();
            if (page == 1) {
                assertThat(above).isEmpty();
            } else {
                assertThat(above.stream().map(Letter::unicode).reduce("", String::concat))
                        .isEqualTo(Integer.toString(page));
                var box = pdf.getPage(page - 1).getMediaBox();
                double middle = (above.getFirst().x() + above.getLast().end()) / 2;
                double wanted = 30 * MM + (box.getWidth() - 45 * MM) / 2;
                assertThat(middle).isBetween(wanted - 3, wanted + 3);
            }
        }
        return this;
    }

    /** No letter is printed over another: nothing runs out of its cell. */
    PrintedPaper printsNothingOverAnother() {
        Map<String, List<Letter>> lines = new TreeMap<>();
        for (var letter : letters) {
            lines.computeIfAbsent(letter.page() + "/" + Math.round(letter.y()), line -> new ArrayList<>())
                    .add(letter);
        }
        var over = new TreeSet<String>();
        lines.forEach((where, line) -> {
            line.sort(Comparator.comparingDouble(Letter::x));
            for (int i = 1; i < line.size(); i++) {
                var before = line.get(i - 1);
                if (before.end() - line.get(i).x() > 1.2) {
                    over.add(where + " " + before.unicode() + line.get(i).unicode());
                }
            }
        });
        assertThat(over).isEmpty();
        return this;
    }

    /** No amount and no date goes on in another line. */
    PrintedPaper breaksNoNumber() {
        assertThat(words())
                .noneMatch(word -> word.matches("\\d{1,3}(\\.\\d{3})*(\\.\\d{1,2}|,\\d)") || word.matches("/\\d{4}"));
        return this;
    }

    /** Letters that stand side by side on one line. */
    private List<String> words() {
        var inOrder = letters.stream()
                .filter(letter -> !letter.unicode().isBlank())
                .sorted(Comparator.comparingInt(Letter::page)
                        .thenComparingLong(letter -> Math.round(letter.y() * 10))
                        .thenComparingDouble(Letter::x))
                .toList();
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i < inOrder.size(); i++) {
            word.append(inOrder.get(i).unicode());
            if (i == inOrder.size() - 1 || !inOrder.get(i).isBefore(inOrder.get(i + 1))) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** Leaves the pages as pictures for people to look at: {@code target/papers/<name>-<page>.png}. */
    PrintedPaper look(String name) {
        try {
            var folder = Files.createDirectories(Path.of("target/papers"));
            for (int page = 0; page < pages(); page++) {
                ImageIO.write(
                        picture(page, 80),
                        "png",
                        folder.resolve("%s-%d.png".formatted(name.toLowerCase(Locale.ROOT), page + 1))
                                .toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private BufferedImage picture(int page, int dpi) {
        try {
            return new PDFRenderer(pdf).renderImageWithDPI(page, dpi);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** One letter on a page, in points from the upper left corner. */
    record Letter(
            int page, String unicode, int glyph, String fontName, boolean embedded, double x, double end, double y) {

        /** Whether the next letter goes on with the same word. */
        boolean isBefore(Letter next) {
            return page == next.page() && Math.abs(y - next.y()) < 0.1 && Math.abs(next.x() - end) < 1;
        }
    }

    private record Ink(int left, int right, int top, int bottom) {

        /** The smallest box around everything that is not white, from a line on. */
        static Ink of(BufferedImage picture, int from) {
            int left = picture.getWidth();
            int right = 0;
            int top = picture.getHeight();
            int bottom = 0;
            for (int y = from; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    if ((picture.getRGB(x, y) & 0xff) < 160) {
                        left = Math.min(left, x);
                        right = Math.max(right, x + 1);
                        top = Math.min(top, y);
                        bottom = Math.max(bottom, y + 1);
                    }
                }
            }
            return new Ink(left, right, top, bottom);
        }
    }

    private final class Letters extends PDFTextStripper {

        @Override
        protected void processTextPosition(TextPosition position) {
            var font = (PDType0Font) position.getFont();
            int code = position.getCharacterCodes()[0];
            try {
                letters.add(new Letter(
                        getCurrentPageNo(),
                        position.getUnicode(),
                        font.codeToGID(code),
                        font.getName(),
                        font.isEmbedded(),
                        position.getXDirAdj(),
                        position.getXDirAdj() + position.getWidthDirAdj(),
                        position.getYDirAdj()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            super.processTextPosition(position);
        }
    }
}
