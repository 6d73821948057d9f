package org.dongvon.document.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.dongvon.document.Documents;
import org.dongvon.shared.Role;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServerTest
class DocumentWebTest {

    private final Site site;
    private final Documents documents;

    DocumentWebTest(Site site, Documents documents) {
        this.site = site;
        this.documents = documents;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void listsTheRegister(String language) {
        var page = new Visitor(site)
                .as(Role.AUDITOR)
                .get("/documents?lang=" + language)
                .body();

        assertThat(documents.list())
                .hasSizeGreaterThanOrEqualTo(100)
                .allSatisfy(document -> assertThat(page).contains(document.number()));
        assertThat(page).doesNotContain("??");
    }

    @Test
    void leavesADayThatWasNotEstablishedEmpty() {
        assertThat(new Visitor(site)
                        .as(Role.TELLER)
                        .get("/documents/QD-15-2013")
                        .body())
                .contains("Quyết định 15/2013/QĐ-TTg", "chưa xác định");
    }

    @Test
    void walksFromADirectiveToThePlansThatImplementIt() {
        var visitor = new Visitor(site).as(Role.TELLER);

        assertThat(visitor.get("/documents/CT-40-2014").body())
                .contains("Chỉ thị 40-CT/TW", "22/11/2014", "Được thực hiện bởi", "href=\"/documents/QD-401-2016\"");
        assertThat(visitor.get("/documents/QD-401-2016?lang=en").body())
                .contains("Implements", "href=\"/documents/CT-40-2014\"");
    }

    @Test
    void saysThatADocumentDoesNotExist() {
        var answer = new Visitor(site).as(Role.TELLER).get("/documents/QD-0");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Không có văn bản “QD-0”");
    }
}
