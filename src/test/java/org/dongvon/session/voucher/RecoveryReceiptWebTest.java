package org.dongvon.session.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.seal.ReceiptCode;
import org.dongvon.support.DebtsAtRisk;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What comes in of debt written off has a receipt like any other, to be checked by anybody. */
@ServerTest
class RecoveryReceiptWebTest {

    private final ApplicationContext beans;
    private final Site site;
    private final OwnerDb owner;

    RecoveryReceiptWebTest(ApplicationContext beans, Site site, OwnerDb owner) {
        this.beans = beans;
        this.site = site;
        this.owner = owner;
    }

    @Test
    void isPrintedCountedAndFoundInTheSealedBook() throws IOException {
        var village = Village.withAccounts(beans, "THUHOI");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 5, "HONGHEO");
        var debts = new DebtsAtRisk(beans, village);
        debts.writeOff(group.loans().get(2));
        debts.recover(group.loans().get(2), 1_500_000, 0);
        day.end();
        VillageDay.close(beans, village, Village.FIRST_DAY);
        long journal = journal("RECOVERY", village);
        var director = new Visitor(site).as("thuhoi.director");

        assertThat(director.get("/journals/" + journal).body()).contains("/journals/" + journal + "/receipts");
        var text = text(director.getBytes("/journals/" + journal + "/receipts"));
        assertThat(text)
                .contains("Nguyễn Thị 2", "THUHOI-1-2", "1.500.000", "Thu hồi nợ đã xóa", "48.500.000")
                .doesNotContain("BẢN IN LẠI");
        assertThat(text(director.getBytes("/journals/" + journal + "/receipts")))
                .contains("BẢN IN LẠI LẦN 1");
        assertThat(director.get("/journals/" + journal("DISBURSEMENT", village) + "/receipts")
                        .statusCode())
                .isEqualTo(409);

        var line = owner.sql("select line_id from loan.movement where kind = 'RECOVERY' and journal_id = " + journal)
                .query(UUID.class)
                .single();
        var amounts = ReceiptReader.amounts(Dong.ZERO, new Dong(1_500_000), Dong.ZERO);
        var code = beans.getBean(ReceiptCode.class).of(new ReceiptCode.Line(village.point, line), amounts);
        assertThat(new Visitor(site).get("/r/" + code).body())
                .contains("Biên lai này nằm trong sổ đã niêm phong ngày 18/04/2024")
                .doesNotContain("khác số tiền");
    }

    private long journal(String kind, Village village) {
        return owner.sql("select max(id) from ledger.journal where kind = :kind and point_id = :point")
                .param("kind", kind)
                .param("point", village.point)
                .query(Long.class)
                .single();
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var paper = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(paper);
        }
    }
}
