package org.dongvon.group.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Texts;
import org.dongvon.support.Village;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The minutes 10/TD of a group that was founded here, from its page. */
@ServerTest
class FoundingPaperWebTest {

    private final ApplicationContext beans;
    private final Site site;

    FoundingPaperWebTest(ApplicationContext beans, Site site) {
        this.beans = beans;
        this.site = site;
    }

    @Test
    void printsTheFoundersTheirBoardAndWhatTheyAgreedOn() {
        var village = Village.withAccounts(beans, "BBTL");
        var requests = new GroupRequests(beans, village, "BBTL");
        var founders = new Founders(beans, village, "BBTL", requests);
        village.group(1, 5, "HONGHEO", 10_000_000, Village.FIRST_DAY);
        founders.register(6, "khu 1");
        requests.approve(requests.commune(), founders.found(6));
        var director = new Visitor(site).as("bbtl.director");

        assertThat(director.get("/groups/BBTL-T9").body()).contains("/groups/BBTL-T9/forms/10-td");
        assertThat(Texts.of(director.getBytes("/groups/BBTL-T9/forms/10-td")))
                .contains(
                        "Mẫu số 10/TD",
                        "Có mặt 6 trên 6 hộ",
                        "bầu ông (bà) Lê Thị 0 làm Tổ trưởng, ông (bà) Lê Thị 1 làm Tổ phó",
                        "ít nhất 50.000 đồng",
                        "Lê Thị 5");
        assertThat(director.get("/groups/BBTL-T1").body()).doesNotContain("forms/10-td");
        assertThat(director.get("/groups/BBTL-T1/forms/10-td").statusCode()).isEqualTo(409);
    }
}
