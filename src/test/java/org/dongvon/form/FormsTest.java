package org.dongvon.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dongvon.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every form with the shortest and with the longest data, as its reader gets it. */
class FormsTest {

    static final List<Sample> SAMPLES = Stream.of(
                    SamplePapers.shortest().stream().map(form -> new Sample("short", form)),
                    SamplePapers.longest().stream().map(form -> new Sample("long", form)),
                    SamplePapers.largest().stream().map(form -> new Sample("large", form)))
            .flatMap(each -> each)
            .toList();

    private final Forms forms = new Forms(new FormTexts(), new PaperTemplates());

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void printsOnA4WithinTheMarginsInEmbeddedLetters(Sample sample) {
        try (var paper = new PrintedPaper(forms.print(sample.form()).bytes())) {
            paper.look(sample.toString())
                    .hasAllGlyphs()
                    .keepsTheMargins()
                    .numbersItsPages()
                    .printsNothingOverAnother()
                    .breaksNoNumber();

            assertThat(paper.dense()).doesNotContain("{", "}", "${", "#{", "null");
            assertThat(paper.pdf().getPages()).allSatisfy(page -> {
                var box = page.getMediaBox();
                assertThat(Math.round(Math.min(box.getWidth(), box.getHeight())))
                        .isEqualTo(595);
                assertThat(Math.round(Math.max(box.getWidth(), box.getHeight())))
                        .isEqualTo(842);
            });
            if (sample.form().code() == FormCode.RECEIPT) {
                assertThat(paper.pages()).as("both copies on one sheet").isEqualTo(1);
            } else {
                assertThat(paper.dense())
                        .contains(PrintedPaper.dense("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
                        .contains(PrintedPaper.dense("Độc lập - Tự do - Hạnh phúc"));
            }
        }
    }

    @Test
    void hasAShortestAndALongestSampleOfEveryForm() {
        assertThat(SAMPLES.stream()
                        .filter(sample -> !sample.size().equals("large"))
                        .map(sample -> sample.form().code())
                        .toList())
                .hasSize(2 * FormCode.values().length)
                .containsAll(Arrays.asList(FormCode.values()));
    }

    @Test
    void writesEveryLetterOfVietnamese() {
        var contract = SamplePapers.longest().stream()
                .filter(form -> form.code() == FormCode.GROUP_CONTRACT)
                .findFirst()
                .orElseThrow();

        try (var paper = new PrintedPaper(forms.print(contract).bytes())) {
            assertThat(paper.dense()).contains(PrintedPaper.dense(SampleParts.ALPHABET));
        }
    }

    @Test
    void printsEveryRowOnceWithTheHeadOfItsTableOnEachPage() {
        try (var paper = new PrintedPaper(forms.print(SamplePapers.sheet(60)).bytes())) {
            assertThat(paper.pages()).isGreaterThan(1);
            assertThat(paper.dense().split("NguyễnThịHoàngOanh", -1)).hasSize(60 + 3 + 1 + 1);
            assertThat(paper.dense().split("Họvàtêntổviên", -1)).hasSize(paper.pages() + 1);
        }
    }

    @Test
    void givesTheSameBytesForTheSameData() {
        SamplePapers.longest()
                .forEach(form -> assertThat(forms.print(form).bytes())
                        .as(form.code().number())
                        .isEqualTo(forms.print(form).bytes()));
    }

    @Test
    void saysWhatItIs() {
        var printed = forms.print(SamplePapers.sheet(5));

        try (var paper = new PrintedPaper(printed.bytes())) {
            assertThat(printed.fileName()).isEqualTo("13-td_HK-T03_20261118.pdf");
            assertThat(paper.pdf().getDocumentInformation().getTitle()).isEqualTo("13/TD HK-T03");
            assertThat(paper.pdf().getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(paper.pdf().getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2026-11-17T17:00:00Z");
        }
    }

    @Test
    void printsABatchWithOneSetOfLettersEachPaperFromPageOne() {
        var sheets = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> SamplePapers.sheet(40))
                .toList();
        var one = forms.print(sheets.getFirst()).bytes();
        var all = forms.print(sheets, "LC-01");

        try (var paper = new PrintedPaper(all.bytes());
                var single = new PrintedPaper(one)) {
            assertThat(all.fileName()).isEqualTo("13-td_LC-01_20261118.pdf");
            assertThat(paper.pages()).isEqualTo(5 * single.pages());
            assertThat(paper.letters().stream()
                            .filter(letter -> letter.page() == single.pages() + 1 && letter.y() < 55))
                    .isEmpty();
            assertThat(paper.pdf().getDocumentCatalog().getDocumentOutline().children())
                    .hasSize(5);
            // The letters weigh most: five papers are far from five times as heavy.
            assertThat(all.bytes().length).isLessThan(3 * one.length);
        }
    }

    /** Method: a session of 60 groups of 48 members. Goal: nobody waits longer than for a printer. */
    @Test
    void printsAWholeSessionInBearableTime() {
        var sheets = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> SamplePapers.sheet(48))
                .toList();
        long begun = System.nanoTime();

        var all = forms.print(sheets, "LC-01").bytes();

        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        System.out.printf("a session of 60 × 48: %d ms, %d KB%n", millis, all.length / 1024);
        assertThat(millis).isLessThan(30_000);
        assertThat(all.length).isLessThan(3_000_000);
    }

    @Test
    void takesTheWordingOfItsDay() {
        assertThat(words(LocalDate.of(2026, 2, 28))).doesNotContain("597/NHCS-TDNN");
        assertThat(words(LocalDate.of(2026, 3, 1))).contains("597/NHCS-TDNN");
    }

    @Test
    void refusesADayBeforeTheFirstKnownWording() {
        var known = SamplePapers.overdueNotice(LocalDate.of(2011, 1, 1));
        var unknown = SamplePapers.overdueNotice(LocalDate.of(2010, 12, 31));

        assertThat(forms.print(known).bytes()).isNotEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> forms.print(unknown))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(FormRefusal.NO_TEXT_ON_DAY));
    }

    /** The checks themselves: a paper with margins of 10 mm, a broken amount, and letters over one another. */
    @Test
    void seesWhatIsWrongWithAPaper() {
        try (var narrow = drawn("@page { margin: 10mm }", "<p>Hộ nghèo</p>");
                var broken = drawn("@page { margin: 30mm }", "<p>9.999.99<br/>9</p>");
                var over = drawn("@page { margin: 30mm }", "<p style='letter-spacing: -5pt'>Hộ nghèo</p>")) {
            assertThatExceptionOfType(AssertionError.class).isThrownBy(narrow::keepsTheMargins);
            assertThatExceptionOfType(AssertionError.class).isThrownBy(broken::breaksNoNumber);
            assertThatExceptionOfType(AssertionError.class).isThrownBy(over::printsNothingOverAnother);
        }
    }

    private static PrintedPaper drawn(String style, String body) {
        try (var pdf = new PdfPaper("x", SamplePapers.DAY)) {
            pdf.add(
                    "<html><head><style>body { font-family: Tinos } " + style + "</style></head><body>" + body
                            + "</body></html>",
                    "x");
            return new PrintedPaper(pdf.bytes());
        }
    }

    @Test
    void refusesToPrintNothing() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> forms.print(List.of(), "LC-T03"))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(FormRefusal.NOTHING_TO_PRINT));
    }

    @Test
    void everyFormHasAWordingAndEveryWordingATemplate() {
        var texts = new FormTexts().all();

        assertThat(texts.stream().map(FormText::form)).contains(FormCode.values());
        assertThat(texts)
                .allSatisfy(
                        text -> assertThat(getClass().getResource("/templates/form/paper/" + text.template() + ".html"))
                                .as(text.template())
                                .isNotNull());
    }

    private String words(LocalDate day) {
        try (var paper =
                new PrintedPaper(forms.print(SamplePapers.overdueNotice(day)).bytes())) {
            return paper.dense();
        }
    }

    record Sample(String size, FormDocument form) {

        @Override
        public String toString() {
            return form.code().slug() + "-" + size;
        }
    }
}
