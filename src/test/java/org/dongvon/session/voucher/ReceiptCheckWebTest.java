package org.dongvon.session.voucher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dongvon.ledger.seal.Hash;
import org.dongvon.ledger.seal.MerkleTree;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.session.reversal.ReverseLines.Reversal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.Village.GroupOfLoans;
import org.dongvon.support.VillageDay;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

/** What anybody reads who holds a receipt, without a log-in. */
@ServerTest
class ReceiptCheckWebTest {

    private static final Pattern LINK = Pattern.compile("href=\"http://[^/]+(/r/[A-Za-z0-9_-]{52})\"");

    @TempDir
    private Path folder;

    private final ApplicationContext beans;
    private final Site site;
    private final OwnerDb owner;

    ReceiptCheckWebTest(ApplicationContext beans, Site site, OwnerDb owner) {
        this.beans = beans;
        this.site = site;
        this.owner = owner;
    }

    @Test
    void aReceiptIsInTheSealedBookOnceTheDayIsClosed() {
        var paper = new Paper("RCA");
        var before = visit(paper.link());
        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(before.body())
                .contains("đã được ghi sổ ngày 18/04/2024", "RCA-01-24-000003/1", paper.mark())
                .doesNotContain("niêm phong ngày");
        assertThat(visit(paper.link() + "/proof.txt").statusCode()).isEqualTo(404);

        paper.close();

        assertThat(visit(paper.link()).body())
                .contains("Biên lai này nằm trong sổ đã niêm phong ngày 18/04/2024", paper.mark());
        assertThat(visit(paper.link() + "?lang=en").body())
                .contains("This receipt is in the sealed book of 18/04/2024");
    }

    @Test
    void showsNeitherNameNorAmountNorIdentityNumber() {
        var paper = new Paper("RCB");
        paper.close();

        var page = visit(paper.link());
        var proof = visit(paper.link() + "/proof.txt");

        assertThat(page.body() + proof.body()).doesNotContain("Nguyễn", "Thị 0", "khu 1", "000001000");
        assertThat(page.body()).doesNotContain("70.000", "70000");
        assertThat(page.headers().allValues("Set-Cookie"))
                .noneSatisfy(cookie -> assertThat(cookie).startsWith("dongvon="));
    }

    @Test
    void theProofLeadsToThePublishedSealByHand() {
        var paper = new Paper("RCC");
        paper.close();

        var proof = visit(paper.link() + "/proof.txt");

        assertThat(proof.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).isEqualToIgnoringCase("text/plain;charset=utf-8"));
        var parts = proof.body().split("\n\n", 3);
        var here = MerkleTree.leaf(parts[1] + "\n");
        var seal = "";
        for (var line : parts[2].split("\n", -1)) {
            var words = line.split(" ", -1);
            switch (words[0]) {
                case "left" -> here = MerkleTree.node(Hash.parse(words[1]), here);
                case "right" -> here = MerkleTree.node(here, Hash.parse(words[1]));
                case "voucher" -> {
                    assertThat(words[3]).isEqualTo(here.toString());
                    here = MerkleTree.leaf(line + "\n");
                }
                case "day" -> {
                    assertThat(words[5]).isEqualTo(here.toString());
                    seal = Hash.of(line + "\n").toString();
                }
                default -> {}
            }
        }
        assertThat(seal).hasSize(64);
        assertThat(visit("/roots/RCC").body()).contains(seal);
        assertThat(visit("/roots/RCC/roots.txt").body()).contains(seal);
        assertThat(proof.body().getBytes(UTF_8)).hasSizeLessThan(4_000);
    }

    @Test
    void theScriptOfThePageOnSealsComesToTheSameSeal() throws IOException, InterruptedException {
        var paper = new Paper("RCG");
        paper.close();
        var proof = visit(paper.link() + "/proof.txt").body();
        Files.writeString(folder.resolve("dongvon-proof.txt"), proof);

        assertThat(visit("/roots/RCG").body()).contains(script(0));
        Files.writeString(folder.resolve("dongvon-proof.txt"), proof.replaceFirst(" 70000 ", " 70001 "));
        assertThat(script(1)).isEmpty();
    }

    /** Runs what docs/domain/seals.md says, beside the proof. */
    private String script(int exit) throws IOException, InterruptedException {
        var page = Files.readAllLines(Path.of("docs/domain/seals.md"));
        var script = page.stream()
                .dropWhile(line -> !line.equals("<!-- script: check a proof -->"))
                .skip(2)
                .takeWhile(line -> line.startsWith("    "))
                .collect(Collectors.joining("\n"));
        var bash = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .start();
        var seal = new String(bash.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(bash.waitFor()).isEqualTo(exit);
        return seal;
    }

    @Test
    void saysWhenTheLineWasTakenBack() {
        var paper = new Paper("RCD");
        paper.reverse();
        paper.close();

        assertThat(visit(paper.link()).body())
                .contains("đã niêm phong ngày 18/04/2024", "đã được đảo bằng chứng từ RCD-01-24-000004");
    }

    @Test
    void saysWhenTheBookWasChangedSince() {
        var paper = new Paper("RCE");
        paper.close();
        var printed = paper.link();
        tamper("amount = amount + 1", paper);

        var page = visit(printed);
        var proof = visit(printed + "/proof.txt");

        tamper("amount = amount - 1", paper);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("không còn khớp với sổ đã niêm phong", "khác số tiền đã in trên biên lai này");
        assertThat(proof.statusCode()).isEqualTo(404);
        assertThat(visit(printed).body()).contains("nằm trong sổ đã niêm phong");
    }

    @Test
    void answersAnyOtherCodeAlikeWithoutSayingWhy() {
        var paper = new Paper("RCF");
        var link = paper.link();
        var guessed = link.substring(0, 20) + (link.charAt(20) == 'A' ? 'B' : 'A') + link.substring(21);

        for (var path : new String[] {guessed, "/r/x", "/r/" + "A".repeat(52), "/r/RCF-01-24-000003"}) {
            var answer = visit(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("Không có biên lai này").doesNotContain("RCF-01-24-000003/1");
            assertThat(visit(path + "/proof.txt").statusCode()).isEqualTo(404);
        }
        assertThat(new Visitor(site).post(link, Map.of()).statusCode()).isIn(403, 405);
    }

    private void tamper(String change, Paper paper) {
        owner.sql("alter table savings.movement disable trigger user").update();
        owner.sql("update savings.movement set " + change + " where point_id = " + paper.village.point)
                .update();
        owner.sql("alter table savings.movement enable trigger user").update();
    }

    private java.net.http.HttpResponse<String> visit(String path) {
        return new Visitor(site).get(path);
    }

    /** A receipt of a deposit of 70 000 đ, as its teller prints it. */
    private final class Paper {

        private final String code;
        private final Village village;
        private final VillageDay day;
        private final GroupOfLoans group;

        Paper(String code) {
            this.code = code;
            this.village = Village.withAccounts(beans, code);
            this.day = VillageDay.open(beans, village);
            this.group = day.lend(1, 5, "HONGHEO");
            day.save(group, 0, 70_000);
        }

        private String page() {
            return new Visitor(site)
                    .as(code.toLowerCase(java.util.Locale.ROOT) + ".teller")
                    .get("/vouchers/" + code + "-01-24-000003/1")
                    .body();
        }

        String link() {
            var found = LINK.matcher(page());
            assertThat(found.find()).isTrue();
            return found.group(1);
        }

        String mark() {
            var found = Pattern.compile("\\b[0-9A-Z]{4}-[0-9A-Z]{4}\\b").matcher(page());
            assertThat(found.find()).isTrue();
            return found.group();
        }

        void reverse() {
            long journal = owner.sql(
                            "select max(id) from ledger.journal where kind = 'COUNTER' and point_id = " + village.point)
                    .query(Long.class)
                    .single();
            var lines = owner.sql("select line_id from savings.movement where journal_id = " + journal)
                    .query((row, n) -> row.getObject("line_id", UUID.class))
                    .list();
            beans.getBean(ReverseLines.class)
                    .run(village.teller, new Reversal(UUID.randomUUID(), journal, lines, "nhầm người"));
        }

        void close() {
            day.end();
            VillageDay.close(beans, village, Village.FIRST_DAY);
        }
    }
}
