package org.dongvon.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Papers whose pages are tested elsewhere and whose printing is not: each comes as a PDF that says what it is, in both languages. */
@ServerTest
class PrintRoutesWebTest {

    private final Site site;
    private final PeopleVillage home;

    PrintRoutesWebTest(Site site, ApplicationContext beans) {
        this.site = site;
        this.home = PeopleVillage.of(beans, "PRNT");
    }

    @Test
    void everyPaperIsAPdfThatNamesItsSubject() throws IOException {
        home.debtYear();
        var director = new Visitor(site).as("prnt.director");
        var papers = Map.of(
                "/capital/sources.pdf",
                "Nguồn vốn theo loại",
                "/capital/TW-PRNT/interest.pdf",
                "TW-PRNT",
                "/debts.pdf",
                "PRNT");

        for (var paper : papers.entrySet()) {
            var answer = director.getBytes(paper.getKey());
            assertThat(answer.statusCode()).as(paper.getKey()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(paper.getKey())
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/pdf"));
            try (var pdf = Loader.loadPDF(answer.body())) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .as(paper.getKey())
                        .contains(paper.getValue());
            }
        }
    }
}
