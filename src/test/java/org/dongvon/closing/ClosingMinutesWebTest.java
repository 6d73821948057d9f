package org.dongvon.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.dongvon.shared.Role;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@ServerTest
class ClosingMinutesWebTest {

    private final ApplicationContext beans;
    private final Site site;

    ClosingMinutesWebTest(ApplicationContext beans, Site site) {
        this.beans = beans;
        this.site = site;
    }

    @Test
    void bearTheSealThatThePublicBookShows() {
        var village = Village.withAccounts(beans, "CLM");
        var day = VillageDay.open(beans, village);
        day.save(day.lend(1, 2, "HONGHEO"), 0, 70_000);
        day.end();
        var director = new Visitor(site).as("clm.director");
        assertThat(director.get("/closing/minutes").statusCode()).isEqualTo(404);

        VillageDay.close(beans, village, Village.FIRST_DAY);

        var link = "/closing/minutes?unit=CLM&amp;day=2024-04-18";
        assertThat(director.get("/closing").body()).contains(link);
        var page = director.get(link.replace("&amp;", "&")).body();
        var seal = page.replaceFirst("(?s).*<p class=\"code hash\">([0-9a-f]{64})</p>.*", "$1");
        assertThat(seal).hasSize(64);
        assertThat(new Visitor(site).get("/roots/CLM").body()).contains(seal);
        assertThat(page).contains("BIÊN BẢN KHÓA SỔ NGÀY", "Ngày 18/04/2024", "100.000.000", "Ban đại diện");
        assertThat(director.get("/closing/minutes?lang=en").body()).contains("MINUTES OF THE CLOSE", seal);
        assertThat(director.get("/closing/minutes?unit=CLM&day=2024-04-17").statusCode())
                .isEqualTo(404);
        var elsewhere = new Visitor(site).as(Role.DIRECTOR).get("/closing/minutes?unit=CLM");
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(elsewhere.body()).doesNotContain(seal);
    }
}
