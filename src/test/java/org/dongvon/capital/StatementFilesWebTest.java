package org.dongvon.capital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Statements of capital to take along: numbers in a workbook, words on paper. */
@ServerTest
class StatementFilesWebTest {

    private final Site site;
    private final ApplicationContext beans;

    StatementFilesWebTest(Site site, ApplicationContext beans) {
        this.site = site;
        this.beans = beans;
    }

    @Test
    void areWorkbooksAndPapersOfTheSameFigures() throws Exception {
        Village.withAccounts(beans, "SFW");
        var director = new Visitor(site).as("sfw.director");
        var contract = "TW-SFW";
        long received = 900_000_000_000L;
        for (var path : List.of(
                "/capital/sources", "/capital/" + contract + "/statement", "/capital/" + contract + "/interest")) {
            var workbook = director.getBytes(path + ".xlsx?lang=en").body();
            assertThat(workbook).as(path).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
                assertThat(book.getFirstSheet().read()).as(path).hasSizeGreaterThan(2);
            }
            var pdf = director.getBytes(path + ".pdf?lang=en").body();
            try (var paper = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(paper)).as(path).contains("Unit: đồng");
            }
        }
        var figure = String.format(Locale.US, "%,d", received);
        try (var paper = Loader.loadPDF(director.getBytes("/capital/" + contract + "/statement.pdf?lang=en")
                .body())) {
            assertThat(new PDFTextStripper().getText(paper)).contains("Received from the owner", figure);
        }
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(director.getBytes("/capital/" + contract + "/statement.xlsx?lang=en")
                        .body()))) {
            assertThat(book.getFirstSheet().read().stream()
                            .filter(row -> row.getCellText(0).equals("Received from the owner"))
                            .map(row -> row.getCellAsNumber(1).orElseThrow().longValueExact()))
                    .containsExactly(received);
        }
    }
}
