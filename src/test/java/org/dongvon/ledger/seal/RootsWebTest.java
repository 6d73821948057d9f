package org.dongvon.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

/** The published seals, which anybody reads and keeps without a log-in. */
@ServerTest
class RootsWebTest {

    @TempDir
    private Path folder;

    private final ApplicationContext beans;
    private final Site site;

    RootsWebTest(ApplicationContext beans, Site site) {
        this.beans = beans;
        this.site = site;
    }

    @Test
    void listsTheSealsOfEveryOfficeAndHandsThemOut() throws IOException {
        var sealed = SealedVillage.in(beans, "RW");
        var visitor = new Visitor(site);
        var last = sealed.seals().getLast().hash().toString();

        assertThat(visitor.get("/roots").body()).contains("PGD RW", "30/06/2024", last, "Khóa số 1");
        assertThat(visitor.get("/roots/RW").body())
                .contains(last, "18/05/2024", "19/05/2024 – 17/06/2024", "/roots/RW/roots.txt");
        assertThat(visitor.get("/roots/RW?year=2024&lang=en").body()).contains("Sealed book of PGD RW");
        var office = visitor.get("/roots/RW/roots.txt");
        assertThat(office.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"dongvon-roots-RW.txt\"");
        var roots = RootsFile.read(Files.writeString(folder.resolve("office.txt"), office.body()));
        assertThat(roots.of("RW"))
                .hasSize(6)
                .allSatisfy(each -> assertThat(each.contents()).isPresent());
        var heads = RootsFile.read(Files.writeString(
                folder.resolve("heads.txt"), visitor.get("/roots/roots.txt").body()));
        assertThat(heads.of("RW"))
                .singleElement()
                .satisfies(each -> assertThat(each.seal().hash()).hasToString(last));
    }

    @Test
    void showsNoPersonalData() {
        SealedVillage.in(beans, "RX");
        var visitor = new Visitor(site);

        var all = visitor.get("/roots").body()
                + visitor.get("/roots/RX").body()
                + visitor.get("/roots/RX/roots.txt").body();

        assertThat(all).doesNotContain("Nguyễn", "khu 1", "Lê Thu Hà", "RX-1-0");
    }

    @Test
    void answersAnUnknownOfficeByName() {
        var visitor = new Visitor(site);

        assertThat(visitor.get("/roots/NOWHERE").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/roots/NOWHERE/roots.txt").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/roots/NOWHERE?lang=en").body()).contains("NOWHERE");
    }
}
